import { parseField, type Field, type Question } from '../../intake/field.ts';
import { mappingFaults, proposeMapping, type Column } from '../../intake/mapping.ts';
import type { Sheet } from '../../intake/sheet.ts';
import { closest } from '../../model/words.ts';
import { mayAsk } from '../ask.ts';
import { Mistake, type Context, type Input } from '../command.ts';
import { pairsOf } from '../many.ts';
import type { SheetMemory } from './memory.ts';

/** What becomes of each column: said, remembered, plain from its header, or asked for. What is open stays so; {@link openColumns} lists it. */
export async function columnsOf(context: Context, input: Input, sheet: Sheet, questions: readonly Question[], memory: SheetMemory): Promise<readonly Column[]> {
  const proposed = proposeMapping(sheet, { questions, said: saidOf(input, sheet, questions), remembered: stillFields(memory, questions) });
  const columns: Column[] = [];
  for (const column of proposed) {
    const open = column.from === 'near' || column.from === 'unknown';
    columns.push(open && mayAsk(context, input) ? { ...column, field: await asked(context, column, questions), from: 'said' } : column);
  }
  const faults = mappingFaults(columns);
  if (faults.length > 0 && columns.every(({ from }) => from !== 'near' && from !== 'unknown')) throw new Mistake(`${faults.join('\n')}\n“--map "Column=field"” says what a column is.`);
  return columns;
}

/** Columns that nobody decided about, each with the words that decide. */
export function openColumns(columns: readonly Column[]): readonly string[] {
  return columns.flatMap(({ header, field, from }) => {
    if (from === 'near') return [`  --map "${header}=${field ?? ''}"        (the nearest; say another where it is wrong)`];
    if (from === 'unknown') return [`  --map "${header}=ignore"        or identity:<name> to keep it with the identity`];
    return [];
  });
}

function saidOf(input: Input, sheet: Sheet, questions: readonly Question[]): Map<string, Field> {
  const headers = sheet.header.map((name, index) => (name === '' ? `column ${index + 1}` : name));
  return new Map(pairsOf(input, 'map').map(([column, written]) => {
    const header = headers.find((each) => each === column) ?? headers.find((each) => each.toLowerCase() === column.toLowerCase());
    if (header === undefined) {
      const guess = closest(column, headers);
      throw new Mistake(`--map: the sheet has no column “${column}”.${guess === undefined ? ` It has: ${headers.join(', ')}.` : ` Did you mean “${guess}”?`}`);
    }
    const read = parseField(written, questions);
    if ('wrong' in read) throw new Mistake(`--map "${column}=${written}": ${read.wrong}`);
    return [header, read.field];
  }));
}

/** Remembered fields, but for questions that the stage no longer asks. */
function stillFields(memory: SheetMemory, questions: readonly Question[]): Map<string, Field> {
  return new Map([...memory.columns].flatMap(([column, written]) => {
    const read = parseField(written, questions);
    return 'wrong' in read ? [] : [[column, read.field] as const];
  }));
}

async function asked(context: Context, { header, filled, field }: Column, questions: readonly Question[]): Promise<Field> {
  for (;;) {
    const typed = (await context.ask(field === undefined
      ? `What is “${header}” (${filled} filled)? A field, identity:<name> to keep it with the identity, or ignore: `
      : `“${header}” is near to ${field}. Map it to [${field}]: `)).trim();
    const read = typed === '' && field !== undefined ? { field } : parseField(typed, questions);
    if ('field' in read) return read.field;
    context.stderr(`${read.wrong}\n`);
  }
}
