import type { Message } from '../model/message.ts';
import type { Workspace } from '../model/workspace.ts';
import { callOf, type MessageCall } from './call.ts';

/** The workspace with one more template, for tests: a miniature has templates without words. */
export function withTemplate(workspace: Workspace, id: string, when: Message['when'], body: string, more: { readonly language?: string; readonly subject?: string; readonly answers?: boolean } = {}): Workspace {
  const { language = 'en', subject = id, answers = false } = more;
  const document = { path: `content/messages/${id}.${language}.md`, bodyLine: 1, body, value: { when, subject, from: 'manager', answers } };
  return { ...workspace, messages: new Map(workspace.messages).set(id, new Map(workspace.messages.get(id)).set(language, document)) };
}

/** The call for a template that is there. */
export function called(workspace: Workspace, id: string, language = 'en'): MessageCall {
  const call = callOf(workspace, id, language);
  if (!call) throw new Error(`There is no template ${id}.`);
  return call;
}
