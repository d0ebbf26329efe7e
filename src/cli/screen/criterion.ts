import { NOT_OBSERVED } from '../../model/score.ts';
import type { Rubric } from '../../model/rubric.ts';
import { lineFoot, type Below, type BodyLine, type Foot, type Ink, type Size } from './frame.ts';
import { fitted, reflowed, wrapped } from './lines.ts';
import type { Noted } from './sitting.ts';
import type { Typing } from './typing.ts';

/** "2 of 5  Edge cases, 20 %, must have" */
export function criterionTitle({ criteria, mustHave }: Rubric, id: string): string {
  const index = criteria.findIndex((criterion) => criterion.id === id);
  const criterion = criteria[index];
  return `${index + 1} of ${criteria.length}  ${criterion?.name ?? id}, ${criterion?.weight ?? 0} %${mustHave.includes(id) ? ', must have' : ''}`;
}

/** `  3  the words of the anchor`, hanging. */
export function anchorLines(rubric: Rubric, id: string, width: number, only?: number): string[] {
  const anchors = rubric.criteria.find((criterion) => criterion.id === id)?.anchors ?? [];
  return anchors.filter((anchor) => only === undefined || anchor.level === only).flatMap(({ level, text }) => wrapped(text.replace(/\s+/g, ' '), width - 5).map((line, index) => `${index === 0 ? `  ${level}  ` : '     '}${line}`));
}

/** A rubric with all its anchors. @param more what else there is to say of a criterion */
export function rubricLines(rubric: Rubric, width: number, more: (criterion: string) => readonly string[] = () => []): BodyLine[] {
  const { title, version, intro, criteria } = rubric;
  return [
    { text: fitted(`${title}, version ${version}`, width), style: 'bold' }, ...wrapped(reflowed(intro), width).map((text) => ({ text })), { text: '' },
    ...criteria.flatMap((criterion): BodyLine[] => [
      { text: fitted(criterionTitle(rubric, criterion.id), width), style: 'bold' },
      ...wrapped(criterion.indicators, width).map((text) => ({ text, style: 'dim' as const })),
      ...anchorLines(rubric, criterion.id, width).map((text) => ({ text })),
      ...more(criterion.id).flatMap((line) => wrapped(line, width)).map((text) => ({ text, style: 'dim' as const })),
      { text: '' },
    ]),
  ];
}

/** A criterion with its anchors, to be marked. */
export function markFoot(rubric: Rubric, id: string, noted: Noted | undefined, { said, keys }: Below, size: Size, ink: Ink): Foot {
  const { columns: width } = size;
  // At least a third of the screen stays for what is judged; the rubric is one key away.
  const room = Math.max(3, Math.floor((size.rows * 2) / 3) - 4);
  const anchors = anchorLines(rubric, id, width);
  const now = noted === undefined ? [] : [fitted(`Now ${noted.mark === NOT_OBSERVED ? 'not observed' : noted.mark}${noted.words.trim() === '' ? ', and no words yet' : `: ${noted.words.replace(/\s+/g, ' ')}`}`, width)];
  const seen = anchors.length > room ? [...anchors.slice(0, room - 1), ink.dim('     … Esc, then r: the whole rubric')] : anchors;
  return { lines: [ink.bold(fitted(criterionTitle(rubric, id), width)), ...seen, ...now, ...said, ...keys] };
}

/** The words behind a mark, with its anchor above them and how many there are below. */
export function wordsFoot(rubric: Rubric, id: string, noted: Noted | undefined, typing: Typing, evidenceMin: number, below: Below, width: number, ink: Ink): Foot {
  const not = noted?.mark === NOT_OBSERVED;
  const above = not ? ['  0  Not observed: why?'] : anchorLines(rubric, id, width, typeof noted?.mark === 'number' ? noted.mark : undefined);
  const length = [...typing.text.trim()].length;
  return lineFoot([ink.bold(fitted(criterionTitle(rubric, id), width)), ...above], typing, not ? '' : length >= evidenceMin ? `${length} characters` : `${length} of at least ${evidenceMin} characters`, below, width);
}
