import type { SheetText } from '../../intake/bytes.ts';
import type { Column } from '../../intake/mapping.ts';
import type { RefusedRow } from '../../intake/newcomer.ts';
import type { Met, Sorted } from '../../intake/known.ts';
import type { Sheet } from '../../intake/sheet.ts';
import { listed, plural } from '../../model/words.ts';
import type { PlannedCandidate } from './plan.ts';
import type { Dates } from './understood.ts';

/** Everything the preview tells. */
export interface Previewed {
  readonly file: string;
  readonly decoded: SheetText;
  readonly sheet: Sheet;
  readonly columns: readonly Column[];
  readonly dates: Dates;
  readonly role: string;
  readonly stage: string;
  readonly timezone: string;
  readonly source: string | undefined;
  readonly sorted: Sorted;
  readonly planned: readonly PlannedCandidate[];
  readonly refused: readonly RefusedRow[];
  /** Whether names may be shown: only on a terminal, since they live with the identities. */
  readonly names: boolean;
  /** Nothing will be written: pseudonyms that are drawn now would be others the next time. */
  readonly dry: boolean;
}

/** Rows of one list that are shown; the rest is counted. */
const MOST = 20;

/** What an import would do, in words. */
export function previewText(seen: Previewed): string {
  return [...aboutFile(seen), '', ...aboutColumns(seen), '', ...aboutFirstRows(seen), ...aboutCounts(seen)].join('\n') + '\n';
}

function aboutFile({ file, decoded, sheet, role, stage }: Previewed): string[] {
  const how = { said: 'as you said', marked: 'by the mark it begins with', valid: 'every byte fits', guessed: 'guessed; --encoding says otherwise' }[decoded.how];
  const samples = decoded.how === 'guessed' && decoded.samples.length > 0 ? `; it reads ${decoded.samples.map((word) => `“${word}”`).join(', ')}` : '';
  return [
    `${file}: ${plural(sheet.rows.length + sheet.ragged.length, 'row')}, ${plural(sheet.header.length, 'column')}, divided by ${sheet.header.length === 1 ? 'nothing' : `${sheet.delimiter}s`}, ${decoded.encoding} (${how}${samples}).`,
    `For ${role}, stage ${stage}.`,
  ];
}

function aboutColumns({ columns, dates, sheet, timezone, source }: Previewed): string[] {
  const width = Math.min(48, Math.max(...columns.map(({ header }) => header.length)));
  const lines = columns.map(({ index, header, field, filled, from }) => {
    const date = dates.get(index);
    const becomes = field === undefined ? '?' : field;
    const why = from === 'near' ? ' (near; please confirm)' : from === 'unknown' ? ' (please say)' : from === 'remembered' ? ' (remembered)' : from === 'empty' ? ' (empty)' : '';
    return `  ${cut(header, width).padEnd(width)}  → ${becomes}${why}${date === undefined ? '' : `, ${date.words}`}, ${filled} of ${sheet.rows.length} filled`;
  });
  const defaults = [
    ...(columns.some(({ field }) => field === 'applied') ? [`  Times without an offset are ${timezone}; a day without a time counts from its beginning.`] : ['  No column says when they applied: the moment of this import counts.']),
    ...(source === undefined ? [] : [columns.some(({ field }) => field === 'source') ? `  Source where the sheet says none: ${source}.` : `  Source of everybody: ${source}.`]),
  ];
  return ['Columns', ...lines, ...defaults];
}

function aboutFirstRows({ planned, names, dry }: Previewed): string[] {
  if (planned.length === 0) return [];
  const lines = planned.slice(0, 3).map(({ newcomer, candidate, identity, applied, keepUntil, withheld }) => {
    const { name, email, links, handles, timezone, language, source, answers, kept, extras } = newcomer;
    const person = names ? [name, email, ...links, ...handles.map((handle) => `@${handle}`), timezone, language].filter((word) => word !== undefined).join(', ')
      : `a name${email === undefined ? '' : ', an address'}${links.length === 0 ? '' : `, ${plural(links.length, 'link')}`}`;
    const inside = Object.keys(answers).filter((id) => !withheld.includes(id));
    const outside = [...Object.keys(kept), ...withheld.map((id) => `${id} (withheld)`), ...Object.keys(extras)];
    return [
      `  row ${newcomer.row}: ${dry && identity !== undefined ? 'a pseudonym, drawn when it is written' : candidate}`,
      `    identity: ${person}${outside.length === 0 ? '' : `; ${outside.join(', ')}`}`,
      `    record:   ${source}, applied ${applied}, kept until ${keepUntil}${inside.length === 0 ? '' : `; answers ${inside.join(', ')}`}`,
    ].join('\n');
  });
  return [planned.length > 3 ? 'The first three' : 'As they would become', ...lines, ''];
}

function aboutCounts({ sorted, planned, refused, sheet }: Previewed): string[] {
  const unfinished = planned.filter((each) => each.identity === undefined);
  const withheld = planned.filter((each) => each.withheld.length > 0);
  const elsewhere = sorted.fresh.filter((each) => each.elsewhere.length > 0);
  const namesakes = sorted.fresh.filter((each) => each.namesake);
  const noted = planned.filter((each) => each.newcomer.notes.length > 0);
  const out = [...refused, ...sheet.ragged.map(({ number, cells }) => ({ row: number, reason: `it has ${plural(cells, 'cell')} where the header has ${sheet.header.length}: a delimiter or a quote is missing or too many` }))].sort((a, b) => a.row - b.row);
  return [
    `New: ${planned.length - unfinished.length}`,
    ...(unfinished.length === 0 ? [] : [`Begun by a run that was interrupted, to be completed: ${unfinished.length}`]),
    `There already, unchanged: ${sorted.unchanged.length}`,
    ...section('There already, brought by no sheet', sorted.already.map(({ newcomer, known }) => `row ${newcomer.row} is ${known.candidate}`)),
    ...section('There already, and the row says something else now', sorted.differing.map((met) => `row ${met.newcomer.row} is ${met.known.candidate}${differences(met)}`)),
    ...section('Twice in this sheet', sorted.duplicates.map(({ row, reason }) => `row ${row}: ${reason}`)),
    ...section('In another opening as well', elsewhere.map(({ newcomer, elsewhere: roles }) => `row ${newcomer.row}: ${listed(roles)}`)),
    ...section('Somebody of the same name is in this opening', namesakes.map(({ newcomer }) => `row ${newcomer.row}`)),
    ...section('Answers withheld from the record, since they show who wrote them', withheld.map(({ newcomer, withheld: ids }) => `row ${newcomer.row}: ${ids.join(', ')}`)),
    ...section('Taken with a note', noted.map(({ newcomer }) => `row ${newcomer.row}: ${newcomer.notes.join('; ')}`)),
    ...section('Cannot be taken', out.map(({ row, reason }) => `row ${row}: ${reason}`)),
    ...(sheet.empty === 0 ? [] : [`Empty rows: ${sheet.empty}`]),
  ];
}

/** What a later sheet says differently, as far as the identity shows it; never the words themselves. */
function differences({ newcomer, known }: Met): string {
  const parts = [
    ...(newcomer.name === known.name ? [] : ['name']),
    ...(newcomer.email?.toLowerCase() === known.email?.toLowerCase() ? [] : ['e-mail address']),
    ...(JSON.stringify([...newcomer.links].sort()) === JSON.stringify([...known.links].sort()) ? [] : ['links']),
  ];
  return parts.length === 0 ? ': answers or other words' : `: ${listed(parts)}`;
}

function section(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  return [`${title}: ${lines.length}`, ...lines.slice(0, MOST).map((line) => `  ${line}`), ...(lines.length > MOST ? [`  and ${lines.length - MOST} more`] : [])];
}

function cut(text: string, width: number): string {
  return text.length > width ? `${text.slice(0, width - 1)}…` : text;
}
