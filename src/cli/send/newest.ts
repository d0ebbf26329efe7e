import type { Workspace } from '../../model/workspace.ts';
import type { Waiting } from '../../outbox/outbox.ts';
import { overtakenBy } from './overtaken.ts';

/** A draft that is left in the outbox, and why. */
export interface LeftDraft {
  readonly draft: Waiting;
  readonly why: string;
}

/**
 * Of several drafts for one person, those that are meant when only the person is named: the newest for each occasion of each visit, unless the
 * application ended after it was drafted. An older one was replaced by what was drafted since, and noting it would say that it was sent.
 */
export function newestDrafts(drafts: readonly Waiting[], workspace: Workspace): { readonly meant: readonly Waiting[]; readonly left: readonly LeftDraft[] } {
  const occasion = ({ role, candidate, visit, message }: Waiting): string => `${role}/${candidate}/${visit}/${workspace.messages.get(message)?.values().next().value?.value.when.on ?? message}`;
  const newest = new Map<string, Waiting>();
  for (const draft of drafts) {
    const known = newest.get(occasion(draft));
    if (known === undefined || Date.parse(draft.drafted) >= Date.parse(known.drafted)) newest.set(occasion(draft), draft);
  }
  const left = drafts.flatMap((draft): LeftDraft[] => {
    const since = newest.get(occasion(draft));
    if (since !== undefined && since !== draft) return [{ draft, why: `“${since.message}” was drafted for the same since` }];
    const ended = overtakenBy(draft, workspace);
    return ended === undefined ? [] : [{ draft, why: `the application is over (${ended})` }];
  });
  return { meant: drafts.filter((draft) => !left.some((each) => each.draft === draft)), left };
}

/** What the record says of somebody for whom no draft waits: the last letter, or the last of one message; undefined without any. */
export function notedBefore(workspace: Workspace, candidate: string, message: string | undefined): string | undefined {
  const sent = [...workspace.candidates.values()].flatMap((folders) => folders.get(candidate)?.messages?.value ?? []).filter((each) => message === undefined || each.message === message);
  const last = sent.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)).at(-1);
  return last && `Nothing waits for ${candidate}: “${last.message}” is noted already, as sent at ${last.at} by ${last.by}.`;
}
