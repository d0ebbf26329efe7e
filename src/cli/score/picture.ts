import { BAR_ANSWERS, NOT_OBSERVED, RECOMMENDATIONS } from '../../model/score.ts';
import { plural } from '../../model/words.ts';
import { rubricLines, markFoot, wordsFoot } from '../screen/criterion.ts';
import { askFoot, framed, listFoot, pageIn, PLAIN, type BodyLine, type Foot, type Ink, type Picture, type Size } from '../screen/frame.ts';
import { ends, parted, wrapped } from '../screen/lines.ts';
import { isNoted } from '../screen/sitting.ts';
import { CONFLICT_WORDS, RECOMMENDATION_WORDS } from '../screen/words.ts';
import { minutesOf, type Sitting } from './sitting.ts';
import type { Marking } from './task.ts';
import { helpOf, keysOf } from './words.ts';

/** The screen at one moment: never more lines than there are rows, and none wider than the columns. No total is on it. */
export function picture(task: Marking, sitting: Sitting, size: Size, ink: Ink): Picture {
  const { columns: width } = size;
  const head = [ink.bold(ends(`${task.title}  ${task.stage}`, task.by, width)), ends(task.due, task.reference, width), ink.dim('─'.repeat(width))];
  return framed(head, bodyOf(task, sitting, width), footOf(task, sitting, size, ink), pageOf(task, sitting, size), size, ink);
}

/** How many lines of the body are seen, which is the first, and how many there are. */
export function pageOf(task: Marking, sitting: Sitting, size: Size): { readonly rows: number; readonly from: number; readonly lines: number } {
  const lines = bodyOf(task, sitting, size.columns).length;
  return { ...pageIn(size, footOf(task, sitting, size, PLAIN), lines, sitting.scroll), lines };
}

function bodyOf(task: Marking, sitting: Sitting, width: number): readonly BodyLine[] {
  switch (sitting.mode.is) {
    case 'help': return helpOf(task).flatMap((line) => wrapped(line, width)).map((text) => ({ text }));
    case 'rubric': return rubricLines(task.rubric, width);
    case 'write': return writtenLines(task, sitting, width);
    default: {
      const notes = task.notes.flatMap((note) => wrapped(note, width)).map((text): BodyLine => ({ text, style: 'bold' }));
      return [...notes, ...(notes.length > 0 ? [{ text: '' }] : []), ...task.reading(width)];
    }
  }
}

function footOf(task: Marking, sitting: Sitting, size: Size, ink: Ink): Foot {
  const { columns: width } = size;
  const { mode, sheet } = sitting;
  const { rubric } = task;
  const keys = parted(keysOf(mode.is, task).map((key) => (mode.is === 'mark' ? key.replace('1–4', `${rubric.scale.min}–${rubric.scale.max}`) : key)), width).map((line) => ink.dim(line));
  const said = sitting.said === undefined ? [] : wrapped(sitting.said, width).map((line) => ink.bold(line));
  const below = { said, keys };
  switch (mode.is) {
    case 'mark': case 'words': {
      const id = rubric.criteria[mode.criterion]?.id ?? '';
      const noted = sheet.marks[id];
      return mode.is === 'mark' ? markFoot(rubric, id, noted, below, size, ink) : wordsFoot(rubric, id, noted, mode.typing, task.evidenceMin, below, width, ink);
    }
    case 'recommend': return listFoot(`Go on with this person? There is no neutral answer.${sheet.recommendation === undefined ? '' : ` Now: ${sheet.recommendation}.`}`, RECOMMENDATIONS.map((each) => `${each.padEnd(10)}  ${RECOMMENDATION_WORDS[each]}`), below, width, ink);
    case 'bar': return listFoot(`${task.verdict?.bar ?? ''}${sheet.bar === undefined ? '' : ` Now: ${sheet.bar}.`}`, BAR_ANSWERS, below, width, ink);
    case 'conflict': return listFoot('What connects you? It is written instead of a score, and somebody else takes over.', CONFLICT_WORDS, below, width, ink);
    case 'summary': return askFoot('A few words for the debrief, if you like.', mode.typing, '', below, width, ink);
    case 'because': return askFoot('Why does your score change? It stands beside the first.', mode.typing, '', below, width, ink);
    case 'minutes': return askFoot('How many minutes did it take you?', mode.typing, sheet.minutes === undefined ? 'Measured since you opened it; change it as you like, nothing for none.' : '', below, width, ink);
    case 'conflict-note': return askFoot('What a colleague needs to know, if anything. Never a name.', mode.typing, '', below, width, ink);
    case 'rubric': case 'help': case 'write': return { lines: [...said, ...keys] };
    case 'read': return { lines: [...(said.length > 0 ? said : wrapped(givenWords(task, sitting), width)), ...keys] };
  }
}

/** Marks, recommendation and bar as far as they were given: `Marks 3 – 2? –   yes   bar unsure`. */
function givenWords({ rubric, evidenceMin, verdict }: Marking, { sheet }: Sitting): string {
  if (sheet.conflict) return `A conflict of interest is to be written instead of a score: ${sheet.conflict.kind}. w writes it, m marks after all.`;
  if (Object.keys(sheet.marks).length === 0) return 'Not marked.';
  const marks = rubric.criteria.map(({ id }) => {
    const noted = sheet.marks[id];
    return noted === undefined ? '–' : `${noted.mark === NOT_OBSERVED ? '0' : noted.mark}${isNoted(noted, evidenceMin) ? '' : '?'}`;
  });
  return `Marks ${marks.join(' ')}${verdict ? `   ${sheet.recommendation ?? '–'}   bar ${sheet.bar ?? '–'}` : ''}`;
}

/** What would be written, before it is. */
function writtenLines(task: Marking, { sheet }: Sitting, width: number): BodyLine[] {
  const text = (line: string): BodyLine[] => wrapped(line, width).map((each) => ({ text: each }));
  const { conflict } = sheet;
  if (conflict && task.verdict) {
    return [
      { text: 'To be written, instead of a score:', style: 'bold' }, ...text(task.verdict.conflict), { text: '' },
      ...text(`  ${conflict.kind}${conflict.note === '' ? '' : `: ${conflict.note.replace(/\s+/g, ' ')}`}`), { text: '' },
      ...text('You take no part in this one any more, and nobody learns more than this. What you have marked is not written.'),
    ];
  }
  const minutes = minutesOf(sheet);
  return [
    { text: 'To be written:', style: 'bold' }, ...text(task.path), { text: '' },
    ...task.rubric.criteria.flatMap(({ id, name }) => text(`  ${sheet.marks[id]?.mark === NOT_OBSERVED ? 'not observed' : (sheet.marks[id]?.mark ?? '–')}  ${name}: ${(sheet.marks[id]?.words ?? '').replace(/\s+/g, ' ').trim()}`)), { text: '' },
    ...text(`  ${[...(task.verdict ? [sheet.recommendation ?? '–', `bar ${sheet.bar ?? '–'}`] : []), ...(minutes === undefined ? [] : [plural(minutes, 'minute')])].join('; ')}`),
    ...(sheet.summary === undefined ? [] : text(`  ${sheet.summary.replace(/\s+/g, ' ').trim()}`)),
    ...(task.amends && sheet.because !== undefined ? text(`  It changed because: ${sheet.because.replace(/\s+/g, ' ').trim()}`) : []), { text: '' },
    ...text(task.verdict ? 'By writing you attest that you have no conflict of interest with this person.' : 'Nobody sees it before everybody is in and the session is closed.'),
  ];
}
