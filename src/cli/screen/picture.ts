import { plural } from '../../model/words.ts';
import { RECOMMENDATIONS, BAR_ANSWERS, NOT_OBSERVED } from '../../model/score.ts';
import { markFoot, rubricLines, wordsFoot } from './criterion.ts';
import { askFoot, framed, listFoot, pageIn, PLAIN, type BodyLine, type Foot, type Ink, type Picture, type Size } from './frame.ts';
import { ends, parted, reflowed, wrapped } from './lines.ts';
import { CONFLICT_WORDS, HELP, KEYS, RECOMMENDATION_WORDS } from './words.ts';
import { countsOf, isDone, isNoted, lacking, sheetOf, type Item, type Pile, type Sheet, type Sitting } from './sitting.ts';
import { elsewhereWords } from './pile.ts';
import { verdictWords } from './verdicts.ts';

/** The screen at one moment: never more lines than there are rows, and none wider than the columns. */
export function picture(pile: Pile, sitting: Sitting, size: Size, ink: Ink): Picture {
  const item = pile.items[sitting.at];
  if (!item) return { lines: ['Nothing is left on the pile.'], cursor: undefined };
  const { columns: width } = size;
  return framed(headOf(pile, sitting, item, width, ink), bodyOf(pile, sitting, item, width).lines, footOf(pile, sitting, item, size, ink), pageOf(pile, sitting, size), size, ink);
}

/** How many lines of the body are seen, and which is the first. */
export function pageOf(pile: Pile, sitting: Sitting, size: Size): { readonly rows: number; readonly from: number } {
  const item = pile.items[sitting.at];
  if (!item) return { rows: 0, from: 0 };
  const body = bodyOf(pile, sitting, item, size.columns);
  const criterion = 'criterion' in sitting.mode ? item.rubric.criteria[sitting.mode.criterion]?.id : undefined;
  const wanted = sitting.scroll ?? (criterion === undefined ? 0 : (body.starts.get(criterion) ?? 0));
  return pageIn(size, footOf(pile, sitting, item, size, PLAIN), body.lines.length, wanted);
}

/** What is read: the answers, or the rubric, or the help; and where the answer to each criterion begins. */
export function bodyOf(pile: Pile, sitting: Sitting, item: Item, width: number): { readonly lines: readonly BodyLine[]; readonly starts: ReadonlyMap<string, number> } {
  const starts = new Map<string, number>();
  const { is } = sitting.mode;
  if (is === 'help') return { lines: HELP.flatMap((line) => wrapped(line, width)).map((text) => ({ text })), starts };
  if (is === 'rubric') return { lines: rubricLines(item.rubric, width, looksFor(item)), starts };
  if (is === 'write') return { lines: summaryLines(pile, sitting, width), starts };
  const lines: BodyLine[] = item.scored.flatMap((line) => wrapped(line, width)).map((text) => ({ text }));
  if (lines.length > 0) lines.push({ text: '' });
  for (const { ask, criterion, answer } of item.answers) {
    if (criterion !== undefined && !starts.has(criterion)) starts.set(criterion, lines.length);
    lines.push(...wrapped(reflowed(ask), width).map((text) => ({ text, style: 'bold' as const })), ...wrapped(reflowed(answer), width - 2).map((text) => ({ text: text === '' ? '' : `  ${text}` })), { text: '' });
  }
  if (item.text !== undefined) lines.push(...wrapped(reflowed(item.text), width).map((text) => ({ text })), { text: '' });
  if (item.elsewhere.length > 0) lines.push(...wrapped(elsewhereWords(item.elsewhere), width).map((text) => ({ text, style: 'dim' as const })));
  if (item.answers.length === 0 && item.text === undefined) lines.unshift({ text: 'No answers are in the record.', style: 'dim' }, { text: '' });
  while (lines.at(-1)?.text === '') lines.pop();
  return { lines, starts };
}

/** What the questions that speak to a criterion look for. */
function looksFor(item: Item): (criterion: string) => string[] {
  return (criterion) => item.answers.filter((answer) => answer.criterion === criterion && answer.looksFor !== undefined).map((answer) => `Looks for: ${answer.looksFor ?? ''}`.replace(/\s+/g, ' '));
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

/** What can be done now: the criterion with its anchors, a list to choose from, the line that is typed; the keys last. */
function footOf(pile: Pile, sitting: Sitting, item: Item, size: Size, ink: Ink): Foot {
  const { columns: width } = size;
  const { mode } = sitting;
  const sheet = sheetOf(sitting, item);
  const keys = parted(KEYS[mode.is].map((key) => (mode.is === 'mark' ? key.replace('1–4', `${item.rubric.scale.min}–${item.rubric.scale.max}`) : key)), width).map((line) => ink.dim(line));
  const said = sitting.said === undefined ? [] : wrapped(sitting.said, width).map((line) => ink.bold(line));
  const below = { said, keys };
  const list = (title: string, words: readonly string[]): Foot => listFoot(title, words, below, width, ink);
  const line = (title: string, typing: Parameters<typeof askFoot>[1]): Foot => askFoot(title, typing, '', below, width, ink);
  switch (mode.is) {
    case 'mark': case 'words': {
      const criterion = item.rubric.criteria[mode.criterion];
      if (!criterion) return { lines: keys };
      const noted = sheet.marks[criterion.id];
      return mode.is === 'mark' ? markFoot(item.rubric, criterion.id, noted, below, size, ink) : wordsFoot(item.rubric, criterion.id, noted, mode.typing, pile.evidenceMin, below, width, ink);
    }
    case 'recommend': return list('Go on with this person? There is no neutral answer.', RECOMMENDATIONS.map((each) => `${each.padEnd(10)}  ${RECOMMENDATION_WORDS[each]}`));
    case 'bar': return list(pile.bar, BAR_ANSWERS);
    case 'summary': return line('A few words for the debrief, if you like.', mode.typing);
    case 'reason': return list('Declined: why?', pile.reasons.map(([id, words]) => `${id.padEnd(Math.max(...pile.reasons.map(([each]) => each.length)))}  ${words}`));
    case 'conflict': return list('What connects you? You take no part in this one any more.', CONFLICT_WORDS);
    case 'conflict-note': return line('What a colleague needs to know, if anything. Never a name.', mode.typing);
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
