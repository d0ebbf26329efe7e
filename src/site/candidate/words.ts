import type { PublicStage } from '../../view/for-candidates/published.ts';
import { duration, plural } from '../published/words.ts';

/** What a stage takes of the candidate's own time: "2–4 h of work", "60 min together", "1 week, paid". */
export function yourTime(stage: Pick<PublicStage, 'kind' | 'effort' | 'length' | 'compensation'>): string {
  if (stage.kind === 'final' || stage.kind === 'offer') return 'none';
  if (stage.kind === 'screening') return 'as long as you like';
  const paid = stage.compensation === null ? '' : ', paid';
  if (stage.effort !== null) return `${duration(stage.effort)} of work${paid}`;
  if (stage.length !== null) return `${duration(stage.length)}${stage.kind === 'trial' ? '' : ' together'}${paid}`;
  return 'no fixed time';
}

/** Until when the work may be begun or the meeting held, counted from the invitation. */
export function startLabel(kind: string): string {
  return ['call', 'interview', 'trial'].includes(kind) ? 'Choose a day within' : 'Start within';
}

/** Who judges, without saying who: "2 people, independently". */
export function readersWords(readers: number): string {
  return readers === 1 ? '1 person' : `${plural(readers, 'person', 'people')}, independently`;
}

/** The rule on AI tools in one phrase. */
export function aiRule(use: string): string {
  return { allowed: 'You may use them.', disclosed: 'You may use them, and say how.', 'not-allowed': 'Not in this stage.' }[use] ?? use;
}

/** "text", "a file": what kind of answer a question wants, with its limit. */
export function answerWords({ kind, limit, required }: PublicStage['questions'][number]): string {
  const what = { link: 'a link', file: 'a file', text: 'a few words', choice: 'a choice', scale: 'a scale' }[kind] ?? kind;
  return [limit ?? what, required ? '' : 'optional'].filter((part) => part !== '').join(', ');
}

/** Hours without more decimals than they have: "6.5 h". */
export function hoursWords(value: number): string {
  return `${Math.round(value * 100) / 100}\u00a0h`;
}

/** What is paid in the whole process, by stage: "A week with the team: 2,000 EUR per week". */
export function paidStages(stages: readonly PublicStage[]): { title: string; pay: string }[] {
  return stages.flatMap(({ title, compensation }) => (compensation === null ? [] : [{ title, pay: compensation }]));
}
