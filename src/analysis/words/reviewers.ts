import { listed, plural } from '../../model/words.ts';
import type { EvidenceLength } from '../reviewers/evidence.ts';
import { SHORT_EVIDENCE } from '../reviewers/evidence.ts';
import type { CriteriaCovered } from '../reviewers/coverage.ts';
import type { LoadOverTime } from '../reviewers/load.ts';
import type { GivenLevels, PeerAgreement } from '../reviewers/marks.ts';
import type { Ratio } from '../reviewers/ratio.ts';
import type { Turnaround } from '../reviewers/turnaround.ts';
import { SCORES_GUARD } from '../reviewers/work.ts';
import { days, fixed, percent, percentRange } from './numbers.ts';

/** One sentence per figure about a reviewer. They count and never judge: what lies behind a figure only the person can say. */

/** "3 scores are open, with room for 2 a week; 24 asked by name and 22 given in the last 12 months." */
export function loadSays(open: number, capacity: number | undefined, load: LoadOverTime): string {
  if (load.asked === 0 && load.given === 0) return 'Nothing was asked by name yet.';
  const now = open === 0 ? 'Nothing is open' : `${plural(open, 'score')} ${open === 1 ? 'is' : 'are'} open`;
  const room = capacity === undefined ? '' : `, with room for ${capacity} a week`;
  const [asked, given] = [load.months.reduce((total, month) => total + month.asked, 0), load.months.reduce((total, month) => total + month.given, 0)];
  return `${now}${room}; ${asked} asked by name and ${given} given in the last 12 months.`;
}

/** "24 scores given, half of what was asked within 2 days (1–3); 2 still waiting, longest 4 days." Business days. */
export function turnaroundSays({ days: given, waiting, longest, median, interval: [from, to] }: Turnaround): string {
  const still = waiting === 0 ? '' : `${waiting} still waiting, longest ${days(longest ?? 0)}`;
  if (given.length === 0) return waiting === 0 ? 'No score was asked for by name yet.' : `None given yet: ${still}.`;
  const rest = still === '' ? '' : `; ${still}`;
  if (given.length < SCORES_GUARD) return `${plural(given.length, 'score')} given: too few for a median, which needs ${SCORES_GUARD}${rest}.`;
  if (median === undefined) return `${plural(given.length, 'score')} given, less than half of what was asked, so no median yet${rest}.`;
  const range = from === undefined || from === to ? '' : ` (${to === undefined ? `${plain(from)} or more` : `${plain(from)}–${plain(to)}`})`;
  return `${plural(given.length, 'score')} given, half of what was asked ${median < 1 ? `on the same day${range}` : `within ${days(median)}${range}`}${rest}.`;
}

/** "118 of 120 criteria were marked, 98 % (96–100 %); most often nothing was observed on Tests, in 2 of 20 scores, where the others marked it in 1 of 3." */
export function coveredSays({ scores, all, skipped }: CriteriaCovered): string {
  if (scores === 0) return 'No score of a complete panel counts yet.';
  const share = scores < SCORES_GUARD ? `, in ${plural(scores, 'score')}: too few for a percentage` : shareWords(all);
  const first = skipped[0];
  if (first === undefined) return `${all.part} of ${all.whole} criteria were marked${share}.`;
  const others = first.others.of === 0 ? '' : `, where the others marked it in ${first.others.marked} of ${first.others.of}`;
  return `${all.part} of ${all.whole} criteria were marked${share}; most often nothing was observed on ${first.name}, in ${first.skipped} of ${plural(first.of, 'score')}${others}.`;
}

/** "Half of 96 pieces of evidence have 80 to 150 characters, the middle one 110; 4 have fewer than 60." */
export function evidenceSays({ scores, pieces, quartiles, short }: EvidenceLength): string {
  if (pieces === 0) return 'No evidence of a complete panel counts yet.';
  const few = short === 0 ? `none has fewer than ${SHORT_EVIDENCE}` : `${short} ${short === 1 ? 'has' : 'have'} fewer than ${SHORT_EVIDENCE}`;
  if (quartiles === undefined) return `${plural(pieces, 'piece')} of evidence in ${plural(scores, 'score')}: too few to sum up, which needs ${SCORES_GUARD} scores.`;
  const [low, middle, high] = quartiles.map((value) => fixed(value, 0));
  return `Half of ${pieces} pieces of evidence have ${low} to ${high} characters, the middle one ${middle}; ${few}.`;
}

/** "3 was given most often: 48 of 96 marks, 50 %; where others marked the same work, 40 of 90 against their 38." */
export function levelsSays(given: readonly GivenLevels[]): string {
  const first = given[0];
  if (first === undefined || first.marks === 0) return 'No mark of a complete panel counts yet.';
  if (first.scores < SCORES_GUARD) return `${plural(first.marks, 'mark')} in ${plural(first.scores, 'score')}: too few to sum up, which needs ${SCORES_GUARD} scores.`;
  const most = first.levels.reduce((best, each) => (each.given > best.given ? each : best));
  const even = first.levels.filter(({ given: times }) => times === most.given);
  if (even.length > 1) return `${listed(even.map(({ level }) => String(level)))} were given most often: each ${most.given} of ${plural(first.marks, 'mark')}, ${percent(most.given / first.marks)}.`;
  const others = first.levels.reduce((total, each) => total + each.others, 0);
  const beside = others === 0 ? '' : `; where others marked the same work, ${most.shared} of ${others} against their ${most.others}`;
  return `${most.level} was given most often: ${most.given} of ${plural(first.marks, 'mark')}, ${percent(most.given / first.marks)}${beside}.`;
}

/** "The same mark as another reviewer in 40 of 96 comparisons, 42 % (33–50 %); at most one apart in 90, 94 % (89–98 %)." */
export function agreementSays({ visits, exact, within }: PeerAgreement): string {
  if (visits === 0) return 'Nobody else has marked the same work yet.';
  const few = visits < SCORES_GUARD ? `, on ${plural(visits, 'visit')}: too few for a percentage` : undefined;
  return `The same mark as another reviewer in ${exact.part} of ${plural(exact.whole, 'comparison')}${few === undefined ? shareWords(exact) : ''}; at most one apart in ${within.part}${few ?? shareWords(within)}.`;
}

function shareWords({ part, whole, share, interval }: Ratio): string {
  if (share === undefined) return '';
  // One of three hundred is not all of them, whatever it rounds to.
  const words = part < whole && share >= 0.995 ? `over ${percent(0.99)}` : part > 0 && share < 0.005 ? `under ${percent(0.01)}` : percent(share);
  return `, ${words}${interval === undefined ? '' : ` (${percentRange(interval)})`}`;
}

function plain(value: number): string {
  return fixed(value, 1).replace(/\.0$/, '');
}
