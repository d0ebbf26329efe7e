import { plural } from '../../model/words.ts';
import { RECOMMENDATIONS, BAR_ANSWERS, NOT_OBSERVED } from '../../model/score.ts';
import type { Cursor } from '../keys.ts';
import { ends, fitted, parted, reflowed, wrapped } from './lines.ts';
import { CONFLICT_WORDS, HELP, KEYS, RECOMMENDATION_WORDS } from './words.ts';
import { countsOf, isDone, isNoted, lacking, sheetOf, type Item, type Pile, type Sheet, type Sitting } from './sitting.ts';
import { window } from './typing.ts';
import { verdictWords } from './verdicts.ts';

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** How words are set off; without colour, not at all. */
export interface Ink {
  bold(text: string): string;
  dim(text: string): string;
}

export const PLAIN: Ink = { bold: (text) => text, dim: (text) => text };
export const INK: Ink = { bold: (text) => `\u001b[1m${text}\u001b[22m`, dim: (text) => `\u001b[2m${text}\u001b[22m` };

/** The screen at one moment: never more lines than there are rows, and none wider than the columns. */
export function picture(pile: Pile, sitting: Sitting, size: Size, ink: Ink): { readonly lines: readonly string[]; readonly cursor: Cursor | undefined } {
  const item = pile.items[sitting.at];
  if (!item) return { lines: ['Nothing is left on the pile.'], cursor: undefined };
  const { columns: width } = size;
  const { rows, from } = pageOf(pile, sitting, size);
  const body = bodyOf(pile, sitting, item, width);
  const seen = body.lines.slice(from, from + rows).map(({ text, style }) => (style === undefined ? text : ink[style](text)));
  const head = headOf(pile, sitting, item, width, ink);
  const foot = footOf(pile, sitting, item, size, ink);
  const more = from + rows < body.lines.length ? `${plural(body.lines.length - from - rows, 'line')} more ↓` : from > 0 ? 'end' : '';
  const rule = ink.dim(more === '' ? '─'.repeat(width) : `${'─'.repeat(Math.max(0, width - more.length - 3))} ${more} ─`);
  // In a window too small for everything the keys stay, and the head goes.
  const all = [...head, ...seen, ...Array.from({ length: Math.max(0, rows - seen.length) }, () => ''), rule, ...foot.lines].slice(-size.rows);
  return { lines: all, cursor: foot.cursor === undefined ? undefined : { row: all.length - foot.lines.length + foot.cursor.row, column: foot.cursor.column } };
}

interface BodyLine { readonly text: string; readonly style?: 'bold' | 'dim' }

const HEAD_ROWS = 3;

/** How many lines of the body are seen, and which is the first. */
export function pageOf(pile: Pile, sitting: Sitting, size: Size): { readonly rows: number; readonly from: number } {
  const item = pile.items[sitting.at];
  if (!item) return { rows: 0, from: 0 };
  const rows = Math.max(1, size.rows - HEAD_ROWS - 1 - footOf(pile, sitting, item, size, PLAIN).lines.length);
  const body = bodyOf(pile, sitting, item, size.columns);
  const criterion = 'criterion' in sitting.mode ? item.rubric.criteria[sitting.mode.criterion]?.id : undefined;
  const wanted = sitting.scroll ?? (criterion === undefined ? 0 : (body.starts.get(criterion) ?? 0));
  return { rows, from: Math.min(wanted, Math.max(0, body.lines.length - rows)) };
}

/** What is read: the answers, or the rubric, or the help; and where the answer to each criterion begins. */
export function bodyOf(pile: Pile, sitting: Sitting, item: Item, width: number): { readonly lines: readonly BodyLine[]; readonly starts: ReadonlyMap<string, number> } {
  const starts = new Map<string, number>();
  const { is } = sitting.mode;
  if (is === 'help') return { lines: HELP.flatMap((line) => wrapped(line, width)).map((text) => ({ text })), starts };
  if (is === 'rubric') return { lines: rubricLines(item, width), starts };
  if (is === 'write') return { lines: summaryLines(pile, sitting, width), starts };
  const lines: BodyLine[] = item.scored.flatMap((line) => wrapped(line, width)).map((text) => ({ text }));
  if (lines.length > 0) lines.push({ text: '' });
  for (const { ask, criterion, answer } of item.answers) {
    if (criterion !== undefined && !starts.has(criterion)) starts.set(criterion, lines.length);
    lines.push(...wrapped(reflowed(ask), width).map((text) => ({ text, style: 'bold' as const })), ...wrapped(reflowed(answer), width - 2).map((text) => ({ text: text === '' ? '' : `  ${text}` })), { text: '' });
  }
  if (item.text !== undefined) lines.push(...wrapped(reflowed(item.text), width).map((text) => ({ text })), { text: '' });
  if (item.elsewhere.length > 0) lines.push(...wrapped(`Kept with the identity and not shown here: ${item.elsewhere.join(', ')}.`, width).map((text) => ({ text, style: 'dim' as const })));
  if (item.answers.length === 0 && item.text === undefined) lines.unshift({ text: 'No answers are in the record.', style: 'dim' }, { text: '' });
  while (lines.at(-1)?.text === '') lines.pop();
  return { lines, starts };
}

function rubricLines(item: Item, width: number): BodyLine[] {
  const { title, version, intro, criteria } = item.rubric;
  return [
    { text: fitted(`${title}, version ${version}`, width), style: 'bold' }, ...wrapped(reflowed(intro), width).map((text) => ({ text })), { text: '' },
    ...criteria.flatMap((criterion): BodyLine[] => [
      { text: fitted(criterionTitle(item, criterion.id), width), style: 'bold' },
      ...wrapped(criterion.indicators, width).map((text) => ({ text, style: 'dim' as const })),
      ...anchorLines(item, criterion.id, width).map((text) => ({ text })),
      ...item.answers.filter((answer) => answer.criterion === criterion.id && answer.looksFor !== undefined).flatMap((answer) => wrapped(`Looks for: ${answer.looksFor ?? ''}`.replace(/\s+/g, ' '), width)).map((text) => ({ text, style: 'dim' as const })),
      { text: '' },
    ]),
  ];
}

function criterionTitle(item: Item, id: string): string {
  const { criteria, mustHave } = item.rubric;
  const index = criteria.findIndex((criterion) => criterion.id === id);
  const criterion = criteria[index];
  return `${index + 1} of ${criteria.length}  ${criterion?.name ?? id}, ${criterion?.weight ?? 0} %${mustHave.includes(id) ? ', must have' : ''}`;
}

/** `  3  the words of the anchor`, hanging. */
function anchorLines(item: Item, id: string, width: number, only?: number): string[] {
  const anchors = item.rubric.criteria.find((criterion) => criterion.id === id)?.anchors ?? [];
  return anchors.filter((anchor) => only === undefined || anchor.level === only).flatMap(({ level, text }) => wrapped(text.replace(/\s+/g, ' '), width - 5).map((line, index) => `${index === 0 ? `  ${level}  ` : '     '}${line}`));
}

function headOf(pile: Pile, sitting: Sitting, item: Item, width: number, ink: Ink): string[] {
  const { done, aside, of } = countsOf(sitting, pile);
  const first = ends(`${item.id}  ${item.stage}`, `${sitting.at + 1} of ${of} · ${done} done${aside === 0 ? '' : `, ${aside} set aside`}`, width);
  return [ink.bold(first), ends(item.due, item.applied, width), ink.dim('─'.repeat(width))];
}

/** Marks, recommendation and bar as far as they were given: `Marks 3 – 2 –   yes   bar unsure`. */
export function sheetWords(item: Item, sheet: Sheet, evidenceMin: number): string {
  if (sheet.conflict) return '';
  const marks = item.rubric.criteria.map(({ id }) => {
    const noted = sheet.marks[id];
    return noted === undefined ? '–' : `${noted.mark === NOT_OBSERVED ? '0' : noted.mark}${isNoted(noted, evidenceMin) ? '' : '?'}`;
  });
  if (Object.keys(sheet.marks).length === 0 && sheet.recommendation === undefined) return item.noScore ?? 'Not marked';
  return `Marks ${marks.join(' ')}   ${sheet.recommendation ?? '–'}   bar ${sheet.bar ?? '–'}`;
}

interface Foot { readonly lines: readonly string[]; readonly cursor?: Cursor }

/** What can be done now: the criterion with its anchors, a list to choose from, the line that is typed; the keys last. */
function footOf(pile: Pile, sitting: Sitting, item: Item, size: Size, ink: Ink): Foot {
  const { columns: width } = size;
  const { mode } = sitting;
  const sheet = sheetOf(sitting, item);
  const keys = parted(KEYS[mode.is].map((key) => (mode.is === 'mark' ? key.replace('1–4', `${item.rubric.scale.min}–${item.rubric.scale.max}`) : key)), width).map((line) => ink.dim(line));
  const said = sitting.said === undefined ? [] : wrapped(sitting.said, width).map((line) => ink.bold(line));
  const list = (title: string, words: readonly string[]): Foot => ({ lines: [...wrapped(title, width).map((line) => ink.bold(line)), ...words.map((line, index) => fitted(`  ${index + 1}  ${line}`, width)), ...said, ...keys] });
  const line = (above: readonly string[], typing: Parameters<typeof window>[0], below: string): Foot => {
    const { shown, column } = window(typing, width - 2);
    return { lines: [...above, `> ${fitted(shown, width - 2)}`, ...(said.length > 0 ? said : [fitted(below, width)]), ...keys], cursor: { row: above.length, column: column + 2 } };
  };
  switch (mode.is) {
    case 'mark': case 'words': {
      const criterion = item.rubric.criteria[mode.criterion];
      if (!criterion) return { lines: keys };
      const noted = sheet.marks[criterion.id];
      const title = [ink.bold(fitted(criterionTitle(item, criterion.id), width))];
      if (mode.is === 'mark') {
        // At least a third of the screen stays for what is judged; the rubric is one key away.
        const room = Math.max(3, Math.floor((size.rows * 2) / 3) - 4);
        const anchors = anchorLines(item, criterion.id, width);
        const now = noted === undefined ? [] : [fitted(`Now ${noted.mark === NOT_OBSERVED ? 'not observed' : noted.mark}: ${noted.words.replace(/\s+/g, ' ')}`, width)];
        return { lines: [...title, ...(anchors.length > room ? [...anchors.slice(0, room - 1), ink.dim('     … Esc, then r: the whole rubric')] : anchors), ...now, ...said, ...keys] };
      }
      const not = noted?.mark === NOT_OBSERVED;
      const above = not ? ['  0  Not observed: why?'] : anchorLines(item, criterion.id, width, typeof noted?.mark === 'number' ? noted.mark : undefined);
      const length = [...mode.typing.text.trim()].length;
      return line([...title, ...above], mode.typing, not ? '' : length >= pile.evidenceMin ? `${length} characters` : `${length} of at least ${pile.evidenceMin} characters`);
    }
    case 'recommend': return list('Go on with this person? There is no neutral answer.', RECOMMENDATIONS.map((each) => `${each.padEnd(10)}  ${RECOMMENDATION_WORDS[each]}`));
    case 'bar': return list(pile.bar, BAR_ANSWERS);
    case 'summary': return line([ink.bold('A few words for the debrief, if you like.')], mode.typing, '');
    case 'reason': return list('Declined: why?', pile.reasons.map(([id, words]) => `${id.padEnd(Math.max(...pile.reasons.map(([each]) => each.length)))}  ${words}`));
    case 'conflict': return list('What connects you? You take no part in this one any more.', CONFLICT_WORDS);
    case 'conflict-note': return line([ink.bold('What a colleague needs to know, if anything. Never a name.')], mode.typing, '');
    case 'rubric': case 'help': case 'write': return { lines: [...said, ...keys] };
    case 'read': return { lines: [...(said.length > 0 ? said : [ends(sheetWords(item, sheet, pile.evidenceMin), verdictWords(sheet), width)]), ...keys] };
  }
}

/** What would be written, before it is. */
function summaryLines(pile: Pile, sitting: Sitting, width: number): BodyLine[] {
  const all = pile.items.map((item) => ({ item, sheet: sheetOf(sitting, item) }));
  const decided = all.filter(({ sheet }) => isDone(sheet));
  const unfinished = all.filter(({ sheet }) => !isDone(sheet) && Object.keys(sheet.marks).length > 0 && sheet.verdict !== 'aside');
  const scored = decided.filter(({ item, sheet }) => !sheet.conflict && lacking(item, sheet, pile.evidenceMin).length === 0);
  const half = decided.filter(({ item, sheet }) => !sheet.conflict && Object.keys(sheet.marks).length > 0 && lacking(item, sheet, pile.evidenceMin).length > 0);
  const text = (line: string): BodyLine[] => wrapped(line, width).map((each) => ({ text: each }));
  const names = decided.map(({ item, sheet }) => `  ${item.id.padEnd(Math.max(...decided.map((each) => each.item.id.length)))}  ${verdictWords(sheet)}${lacking(item, sheet, pile.evidenceMin).length === 0 && !sheet.conflict && sheet.verdict !== 'score' ? ', with a score' : ''}`);
  return [
    { text: decided.length === 0 ? 'Nothing to write yet.' : `To be written: ${plural(decided.length, 'application')}, ${plural(scored.length, 'score')}.`, style: 'bold' },
    ...names.flatMap(text), { text: '' },
    ...(half.length > 0 ? text(`${plural(half.length, 'unfinished score')} of declined applications will not be written: ${half.map(({ item }) => item.id).join(', ')}.`) : []),
    ...(unfinished.length > 0 ? text(`Begun and not decided, stays in the draft: ${unfinished.map(({ item }) => item.id).join(', ')}.`) : []),
    ...(scored.length > 0 ? text('By writing you attest that you have no conflict of interest with any of those you scored.') : []),
  ];
}
