import type { MessageOccasion } from '../../model/message.ts';
import type { Document } from '../../model/workspace.ts';
import type { Message } from '../../model/message.ts';
import type { Problem } from '../../model/problem.ts';
import { isKnownOn, parseTemplate, tokenNamed, TOKENS } from '../../messages/tokens.ts';
import { notKnown, unresolved } from '../references.ts';
import { listed } from '../../model/words.ts';
import { problem, type Place, type Rule } from '../rule.ts';

// A message uses known tokens, and says what to write where one may be empty.
const tokens: Rule = {
  holds: 'A message uses known tokens, and says what to write where one may be empty.',
  codes: ['message/malformed-token', 'message/unknown-token', 'message/needs-fallback', 'message/token-not-there'],
  check: (workspace) => allMessages(workspace.messages).flatMap(({ path, value, body, bodyLine }) => [
    ...inText(value.subject, value.when, () => ({ path, key: ['subject'] })),
    ...inText(body, value.when, (from, to) => ({ path, ...lineOf(body, bodyLine, from, to) })),
  ]),
};

/** Problems that are told of one text: one with more is broken as a whole, and showing each place takes time. */
const MOST = 50;

function inText(text: string, when: Message['when'], place: (from: number, to: number) => Place): Problem[] {
  const { parts, malformed } = parseTemplate(text);
  const more = malformed.length > MOST ? ` There are ${malformed.length} such places; the first ${MOST} are listed.` : '';
  const problems = malformed.slice(0, MOST).map(({ from, to, written }) => problem('message/malformed-token', place(from, to), `“${written.slice(0, 40)}” is no token.${more}`, 'Write {{name}} or {{name | words for when it is empty}}.'));
  for (const part of parts) {
    if (problems.length >= MOST) break;
    if (part.kind !== 'token') continue;
    const at = place(part.from, part.to);
    const token = tokenNamed(part.name);
    if (!token) problems.push(notKnown('message/unknown-token', at, `“${part.name}” is no token`, part.name, TOKENS.map((each) => each.name), 'tokens'));
    else if (part.fallback === undefined && token.needsFallback) problems.push(problem('message/needs-fallback', at, `“${part.name}” may be empty, but the message does not say what to write then.`, `Write {{${part.name} | …}}`));
    else if (part.fallback === undefined && !isKnownOn(token, when)) problems.push(problem('message/token-not-there', at, `“${part.name}” is not ${token.on?.includes(when.on) === true ? 'always ' : ''}known when a candidate is written to on “${when.on}”${when.into ? ` into ${listed(when.into, 'or')}` : ''}.`, `Remove it, or write {{${part.name} | …}}`));
  }
  return problems;
}

// A message is signed by somebody who exists and names known reasons; only answers stop the clock.
const frontMatter: Rule = {
  holds: 'A message is signed by somebody who exists and names known reasons; answers, and only they, stop the clock.',
  codes: ['reference/unknown-person', 'reference/not-in-list', 'message/answers'],
  check: (workspace, { catalogue }) => allMessages(workspace.messages).flatMap(({ path, value }) => {
    const problems: Problem[] = value.from === 'manager' ? [] : unresolved(workspace, 'person', value.from, { path, key: ['from'] }, 'The sender');
    const { decline_reasons: ours, withdraw_reasons: theirs } = workspace.settings.value;
    const known = value.when.on === 'withdrew' ? Object.keys(theirs) : Object.keys(ours);
    value.when.reasons?.forEach((reason, index) => {
      if (catalogue.hasSettings && !known.includes(reason)) problems.push(notKnown('reference/not-in-list', { path, key: ['when', 'reasons', index] }, `The message is for the reason “${reason}”, which the settings do not list`, reason, known, 'reasons'));
    });
    const answers = ANSWERS[value.when.on];
    if (answers !== undefined && answers !== value.answers) {
      problems.push(problem('message/answers', { path, key: ['answers'] }, answers
        ? `A message on “${value.when.on}” is our answer, but says answers: false: the promise would count as broken.`
        : `A message on “${value.when.on}” is no answer yet, but says answers: true: the promise would count as kept.`, `Write answers: ${String(answers)}`));
    }
    return problems;
  }),
};

/** Occasions on which a message clearly is, or is not, the answer that was promised. */
const ANSWERS: Partial<Record<MessageOccasion, boolean>> = {
  applied: false, started: false, submitted: false, booked: false, held: false, late: false, closing: false, silence: false,
  advanced: true, declined: true, offered: true,
};

// What was sent is a message of ours, by one of us, and promises nothing that was over when it was sent.
const sent: Rule = {
  holds: 'What was sent is a message of ours, by one of us, and promises nothing that was over when it was sent.',
  codes: ['reference/unknown-message', 'reference/unknown-person', 'promise/in-the-past', 'promise/contradicts'],
  check: (workspace, { catalogue }) => catalogue.applications.flatMap(({ folder: { messages } }) => (messages?.value ?? []).flatMap((message, index): Problem[] => {
    const path = messages?.path ?? '';
    const problems: Problem[] = unresolved(workspace, 'message', message.message, { path, key: [index, 'message'] }, 'The message that was sent');
    if (message.by !== 'hire') problems.push(...unresolved(workspace, 'person', message.by, { path, key: [index, 'by'] }, 'Who sent it'));
    const { start_by: startBy, submit_by: submitBy, reply_by: replyBy } = message.promised ?? {};
    for (const [field, date] of [['start_by', startBy], ['submit_by', submitBy], ['reply_by', replyBy]] as const) {
      if (date === undefined) continue;
      const over = date.length === 10 ? date < catalogue.dayOf(message.at) : Date.parse(date) < Date.parse(message.at);
      if (over) problems.push(problem('promise/in-the-past', { path, key: [index, 'promised', field] }, `The message of ${message.at} promises ${field} ${date}, which was over by then.`, 'Correct the date, as it stood in the message.'));
    }
    if (startBy !== undefined && submitBy !== undefined && endOf(submitBy) < endOf(startBy)) {
      problems.push(problem('promise/contradicts', { path, key: [index, 'promised', 'submit_by'] }, `The work may be started until ${startBy}, but was to be handed in by ${submitBy}.`, 'Correct the date that is wrong, as it stood in the message.'));
    }
    return problems;
  })),
};

function endOf(date: string): number {
  return date.length === 10 ? Date.parse(date) + 86_400_000 : Date.parse(date);
}

/** Line and column, from 1, of a stretch of a body that begins on `bodyLine`. */
export function lineOf(body: string, bodyLine: number, from: number, to: number): { line: number; column: number; endLine: number; endColumn: number } {
  const [line, column] = placeIn(body, from);
  const [endLine, endColumn] = placeIn(body, to);
  return { line: line + bodyLine - 1, column, endLine: endLine + bodyLine - 1, endColumn };
}

/** The last place that was asked for: matches come in order, and counting from the start each time would be quadratic. */
let last = { text: '', offset: 0, line: 1 };

function placeIn(text: string, offset: number): [line: number, column: number] {
  if (last.text !== text || last.offset > offset) last = { text, offset: 0, line: 1 };
  let { line } = last;
  for (let next = text.indexOf('\n', last.offset); next !== -1 && next < offset; next = text.indexOf('\n', next + 1)) line++;
  last = { text, offset, line };
  return [line, offset - (offset === 0 ? -1 : text.lastIndexOf('\n', offset - 1))];
}

function allMessages(messages: ReadonlyMap<string, ReadonlyMap<string, Document<Message>>>): Document<Message>[] {
  return [...messages.values()].flatMap((languages) => [...languages.values()]);
}

export const messages: readonly Rule[] = [tokens, frontMatter, sent];
