import { officeOf } from '../../analysis/time/office.ts';
import type { Identities } from '../../model/identities.ts';
import type { Workspace } from '../../model/workspace.ts';
import { harmless } from '../../report/terminal-text.ts';
import type { Waiting } from '../../outbox/outbox.ts';
import { overtakenBy } from './overtaken.ts';

/** What should be known of a draft before it goes out, one sentence each. */
export function warningsOf(draft: Waiting, workspace: Workspace, now: number): string[] {
  const { zone } = officeOf(workspace.calendar);
  const past = pastPromise(draft, zone.dayOf(now), now);
  const ended = overtakenBy(draft, workspace);
  return [
    ...(ended === undefined ? [] : [`it is overtaken: ${draft.candidate} is ${ended}. hire send --drop ${draft.candidate} --message ${draft.message}`]),
    ...(draft.sending ? [`it may have been sent: ${draft.sending.host} was given it at ${draft.sending.since}, as ${draft.sending.messageId}, and the run ended there. Look into the sent messages; then --by-hand, or --smtp --again`] : []),
    ...(draft.addressed || draft.edited ? [] : ['it has no address: the identity names none, or is closed on this machine']),
    ...(draft.unknown.length > 0 ? [`nobody knew ${draft.unknown.map((token) => `{{${token}}}`).join(', ')}: the letter says [${draft.unknown[0] ?? ''}]${draft.edited ? ', unless you put words in its place' : ''}`] : []),
    ...(past === undefined ? [] : [`it promises ${past}, which has passed: hire draft ${draft.message} ${draft.candidate}`]),
    ...(draft.halfEdited === undefined ? [] : [halfWords(draft.halfEdited)]),
    ...(draft.edited && draft.halfEdited === undefined ? ['edited'] : []),
  ];
}

/** What is wrong with a letter whose bodies say different things. */
export function halfWords(changed: 'plain' | 'html'): string {
  return changed === 'plain'
    ? 'its plain text was edited, and its HTML, which most people see, has the old words: change both, or remove the HTML part'
    : 'its HTML was edited, and its plain text has the old words: change both, or remove the plain part';
}

/** A date that a draft names and that was over before it was sent; undefined where there is none. */
export function pastPromise({ promised }: Waiting, today: string, now: number): string | undefined {
  const dates = [promised?.start_by, promised?.submit_by, promised?.reply_by].filter((date) => date !== undefined);
  return dates.find((date) => (date.length === 10 ? date < today : Date.parse(date) < now));
}

/** Since when a draft waits, in words: `today`, `3 days`. */
export function ageWords(draft: Waiting, now: number): string {
  const hours = Math.max(0, Math.floor((now - Date.parse(draft.drafted)) / 3_600_000));
  if (hours < 24) return hours === 0 ? 'just now' : `${hours} h`;
  return `${Math.floor(hours / 24)} d`;
}

/**
 * What waits, for people: who, what, since when, where it lies.
 * @param links whether the links of short ones follow: each fills a screen
 */
export async function waitingWords(waiting: readonly Waiting[], workspace: Workspace, identities: Identities, now: number, links: boolean): Promise<string> {
  const blocks: string[] = [];
  for (const draft of waiting) {
    const name = (await identities.find(draft.candidate))?.name;
    blocks.push([
      `${draft.candidate}${name === undefined ? '' : ` · ${harmless(name)}`} · ${ageWords(draft, now)}`,
      `  ${harmless(draft.subject)}`,
      `  ${draft.path}`,
      ...(!links || draft.mailto === undefined || draft.edited ? [] : [`  ${draft.mailto}`]),
      ...warningsOf(draft, workspace, now).map((warning) => `  ! ${warning}`),
    ].join('\n'));
  }
  return `${blocks.join('\n\n')}\n`;
}

/** The same for programs. */
export function waitingData(draft: Waiting, workspace: Workspace, now: number): Readonly<Record<string, unknown>> {
  const { id, role, candidate, visit, message, language, subject, path, edited, unknown, drafted, mailto, promised } = draft;
  return {
    id, role, candidate, visit, message, language, subject, path, drafted, edited, unknown, mailto: mailto ?? null, maybeSent: draft.sending !== undefined,
    promised: promised ? { ...promised, ...(promised.reply_within && { reply_within: promised.reply_within.text }) } : null,
    warnings: warningsOf(draft, workspace, now),
  };
}
