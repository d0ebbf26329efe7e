/** What the title of Today counts. */
export interface Waiting {
  readonly decisions: number;
  /** How many of the decisions are past their day. */
  readonly decisionsLate: number;
  /** Answers past their day that wait for something other than a decision. */
  readonly answersLate: number;
  /** Business days by which the latest of these answers is late. */
  readonly latestBy: number;
}

const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

/** "two", "eleven", "13" */
export function spelled(count: number): string {
  return WORDS[count] ?? String(count);
}

/** The morning in one sentence: "Two decisions wait, and one answer is a day late". */
export function answer({ decisions, decisionsLate, answersLate, latestBy }: Waiting): string {
  const parts = [decide(decisions, decisionsLate), late(answersLate, latestBy)].filter((part) => part !== '');
  const joined = parts.join(', and ');
  return joined === '' ? 'Nothing waits to be decided, and no answer is late' : joined.charAt(0).toUpperCase() + joined.slice(1);
}

function decide(count: number, overdue: number): string {
  if (count === 0) return '';
  const waits = count === 1 ? 'one decision waits' : `${spelled(count)} decisions wait`;
  if (overdue === 0) return waits;
  if (overdue < count) return `${waits}, ${spelled(overdue)} of them late`;
  return count === 1 ? 'one decision is late' : `${spelled(count)} decisions are late`;
}

function late(count: number, by: number): string {
  if (count === 0) return '';
  if (count > 1) return `${spelled(count)} answers are late`;
  return by <= 1 ? 'one answer is a day late' : `one answer is ${spelled(by)} days late`;
}

/** What the title of the promises counts: answers past their day, due today, and all that are owed. */
export interface Owing {
  readonly overdue: number;
  readonly today: number;
  readonly all: number;
}

/** The ledger in one sentence: "Two answers are late, and one is due today". */
export function owing({ overdue, today, all }: Owing): string {
  if (all === 0) return 'Nobody waits for an answer';
  if (overdue === 0 && today === 0) return `No answer is late, and ${all === 1 ? 'one is' : `${spelled(all)} are`} promised`;
  const parts = [
    overdue === 0 ? '' : overdue === 1 ? 'one answer is late' : `${spelled(overdue)} answers are late`,
    today === 0 ? '' : overdue > 0 ? `${spelled(today)} ${today === 1 ? 'is' : 'are'} due today` : `${today === 1 ? 'one answer is' : `${spelled(today)} answers are`} due today`,
  ].filter((part) => part !== '');
  const joined = parts.join(', and ');
  return joined.charAt(0).toUpperCase() + joined.slice(1);
}

/** What a section does not show: "113 more decisions, 23 of them late". Without `late` nothing is said of it. */
export function restWords(count: number, words: string, late?: number): string {
  const what = `${count} more${words === '' ? '' : ` ${words}`}`;
  if (late === undefined) return what;
  return late === 0 ? `${what}, due later` : `${what}, ${late === count ? 'all' : late} of them late`;
}
