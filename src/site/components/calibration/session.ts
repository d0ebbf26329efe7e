import type { PublishedCalibration } from '../../../view/published/calibration.ts';
import type { RailMark } from '../marks.ts';
import { csvLink } from '../../published/csv.ts';
import { dayYear, fixed, shortDay } from '../../published/words.ts';

type Level = 'h1' | 'h2' | 'h3' | 'm1' | 'm2';
type Mark = PublishedCalibration['marks'][number];

/** From so many marks on a shift is tinted, and from so many strongly. */
const SHIFTED = [0.25, 0.5] as const;

/** The marks of one criterion of one sample, by reviewer. */
export function marksOn({ marks }: Pick<PublishedCalibration, 'marks'>, sample: string, criterion: string): Mark[] {
  return marks.filter((mark) => mark.sample === sample && mark.criterion === criterion);
}

/** The same as they stand on a rail. */
export function railOn(session: Pick<PublishedCalibration, 'marks' | 'progress'>, sample: string, criterion: string, nameOf: (person: string) => string): RailMark[] {
  return marksOn(session, sample, criterion).flatMap(({ person, mark }) => (mark === null ? [] : [{ name: nameOf(person), initial: initialOf(session, person), mark }]));
}

/** The letters that stand for a reviewer of the session. */
export function initialOf({ progress }: Pick<PublishedCalibration, 'progress'>, person: string): string {
  return progress.find((each) => each.person === person)?.initial ?? person.charAt(0).toUpperCase();
}

/** Criteria in the order in which they are talked about on one sample: the widest gap first, then the heaviest. */
export function byGap({ criteria, gaps }: Pick<PublishedCalibration, 'criteria' | 'gaps'>, sample: string): PublishedCalibration['criteria'] {
  const spread = (criterion: string): number => gaps.find((gap) => gap.sample === sample && gap.criterion === criterion)?.spread ?? -1;
  return criteria.toSorted((a, b) => spread(b.id) - spread(a.id) || b.weight - a.weight);
}

/** Samples in the order in which they are talked about: the one in question, then the widest gap, then the most levels between marks. */
export function inOrder({ samples, sources, gaps, question }: Pick<PublishedCalibration, 'samples' | 'sources' | 'gaps' | 'question'>): PublishedCalibration['samples'] {
  const widest = (id: string): number => Math.max(-1, ...gaps.filter(({ sample }) => sample === id).map(({ spread }) => spread));
  const levels = (id: string): number => sources?.samples.find((each) => each.id === id)?.levels ?? -1;
  const first = (id: string): number => Number(id === question?.sample);
  return samples.toSorted((a, b) => first(b.id) - first(a.id) || widest(b.id) - widest(a.id) || levels(b.id) - levels(a.id));
}

/** The gaps to talk about, two levels and more or what the settings say: the one in question first, then the widest. */
export function toTalkAbout({ gaps, question }: Pick<PublishedCalibration, 'gaps' | 'question'>, apart: number): PublishedCalibration['gaps'] {
  const first = (gap: PublishedCalibration['gaps'][number]): number => Number(gap.sample === question?.sample && gap.criterion === question.criterion);
  return gaps.filter(({ spread }) => spread >= apart).toSorted((a, b) => first(b) - first(a));
}

/** How strongly a gap is tinted: its levels, three and more alike. */
export function gapLevel(spread: number): Level | undefined {
  return spread <= 0 ? undefined : spread === 1 ? 'h1' : spread === 2 ? 'h2' : 'h3';
}

/** A difference from the others as it stands in a cell: blue below, warm above, wash within a quarter of a mark. */
export function shiftCell(shift: number | null): { value: string; level?: Level | undefined } {
  if (shift === null) return { value: '–' };
  const written = fixed(shift, 1);
  const value = Number(shift.toFixed(1)) === 0 ? '0' : shift > 0 ? `+${written}` : written;
  const size = Math.abs(shift);
  if (size < SHIFTED[0]) return { value };
  const strong = size >= SHIFTED[1];
  return { value, level: shift < 0 ? (strong ? 'h2' : 'h1') : strong ? 'm2' : 'm1' };
}

/** How strongly a count is tinted: from a sixth, a third and half of the marks on. */
export function givenLevel(count: number, total: number): Level | undefined {
  return total === 0 ? undefined : count * 2 >= total ? 'h3' : count * 3 >= total ? 'h2' : count * 6 >= total ? 'h1' : undefined;
}

/** The id of the place of one criterion of one sample on the page. */
export function placeOf(sample: string, criterion: string): string {
  return `${sample}--${criterion}`;
}

/** `scored independently, 1–3 Sep 2026`. */
export function scoredWords({ first, last }: NonNullable<PublishedCalibration['scored']>): string {
  return `scored independently, ${first === last ? dayYear(last) : first.slice(0, 7) === last.slice(0, 7) ? `${Number(first.slice(8))}–${dayYear(last)}` : `${shortDay(first)} – ${dayYear(last)}`}`;
}

/** Every mark of the session with its reference, as a file inside the page. */
export function marksFile({ marks, references }: Pick<PublishedCalibration, 'marks' | 'references'>): string {
  return csvLink(['sample', 'criterion', 'reviewer', 'mark', 'reference'], marks.map(({ sample, criterion, person, mark }) => [
    sample, criterion, person, mark, references.find((each) => each.sample === sample && each.criterion === criterion)?.mark ?? null,
  ]));
}

/** `D: Notes for whoever reads the code`; a sample without a heading of its own is named once. */
export function sampleHead(sample: PublishedCalibration['samples'][number] | undefined): string {
  if (!sample) return '';
  const own = [`sample ${sample.label}`, sample.label.replaceAll('-', ' ')].some((words) => words.toLowerCase() === sample.title.toLowerCase());
  return own ? sample.title : `${sample.label}: ${sample.title}`;
}
