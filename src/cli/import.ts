import { createHash } from 'node:crypto';
import { addDays } from '../analysis/time/day.ts';
import { officeOf } from '../analysis/time/office.ts';
import { rowText, type Newcomer } from '../intake/newcomer.ts';
import { sortNewcomers } from '../intake/known.ts';
import { calendarDays } from '../model/duration.ts';
import { day } from '../model/scalar.ts';
import { plural } from '../model/words.ts';
import { APPLY_OPTIONS, readyToWrite } from './apply.ts';
import { confirmed, mayAsk } from './ask.ts';
import { flag, Mistake, textOption, type Command, type Context, type Input } from './command.ts';
import { columnsOf, openColumns } from './import/columns.ts';
import { folderFor, knownPeople } from './import/identities.ts';
import { draftArrivals } from './import/messages.ts';
import { recall, remember } from './import/memory.ts';
import { openingFor } from './import/opening.ts';
import { planImport } from './import/plan.ts';
import { previewText } from './import/preview.ts';
import { readRows } from './import/read-rows.ts';
import { sheetFile } from './import/sheet-file.ts';
import { takenNames } from './import/taken.ts';
import { datesOf, sourcesOf } from './import/understood.ts';
import { updateIdentities } from './import/update.ts';
import { writeImport, type Watch } from './import/write.ts';
import { openTree } from './open.ts';
import { rootOf } from './root.ts';
import { writeSchemas } from './write-schemas.ts';

const text = { type: 'string' } as const;
const several = { type: 'string', multiple: true } as const;

/** `hire import <sheet.csv> --role <role>`: a sheet of people becomes records without names, and identities with them. */
export const importSheet: Command = {
  name: 'import',
  summary: 'take a sheet of people who applied: records without names, names outside the repository',
  usage: '<sheet.csv>',
  help: `
Reads a CSV of any delimiter and encoding, says how it understood it, and writes nothing before a yes. Every person gets a pseudonym; name, address,
links and whatever shows who it is go to the folder of the identities, the rest into the record. The same sheet again changes nothing, and next
week's with the same columns needs no options.

hire import people.csv --role senior-backend-2026
hire import people.csv --role senior-backend-2026 --map "Salary wish=identity:salary" --map "Score=ignore" --dates dmy --yes
hire import people.csv --role senior-backend-2026 --source-word "LinkedIn=job-board" --dry-run`,
  options: {
    now: text, today: text, 'no-cache': { type: 'boolean' }, role: text, map: several, delimiter: text, encoding: text, dates: text, source: text, 'source-word': several,
    'keep-until': text, update: { type: 'boolean' }, yes: { type: 'boolean' }, messages: { type: 'boolean' }, ...APPLY_OPTIONS,
  },
  words: [1, 1],
  run: (context, input) => runImport(context, input),
};

const COLUMNS_OPEN = 'What these columns are is not known. Say it once, and it is remembered:';

/** Runs an import. @param before told before each part of the writing, so that a test may end the run there */
export async function runImport(context: Context, input: Input, before?: Watch): Promise<number> {
  const [file = ''] = input.words;
  const dry = flag(input, 'dry-run');
  const root = rootOf(context, input);
  await readyToWrite(context, root, { dryRun: dry });
  const folder = folderFor(root, 'The sheet holds names and addresses');
  const { sheet, decoded } = sheetFile(context, input, file);
  const { workspace, clock } = await openTree(context, input);
  const { zone } = officeOf(workspace.calendar);
  const today = zone.dayOf(clock.now);
  const settings = workspace.settings.value;
  const { role, stage, questions } = await openingFor(context, input, workspace, today);
  const memory = recall(root, role, sheet.header.map((name, index) => (name === '' ? `column ${index + 1}` : name)));
  const columns = await columnsOf(context, input, sheet, questions, memory);
  const { dates, open: openDates } = await datesOf(context, input, sheet, columns, memory);
  const sources = await sourcesOf(context, input, sheet, columns, memory, settings.sources);
  const open = openColumns(columns);
  const unsettled = [...openDates, ...sources.open];
  // Without these no row can be read; with everything that is open in one message nobody has to come three times.
  if (unsettled.length > 0) throw new Mistake([...unsettled, ...(open.length > 0 ? [`${COLUMNS_OPEN}\n${open.join('\n')}`] : [])].join('\n'));

  const orders = new Map([...dates].map(([index, { order }]) => [index, order]));
  const { newcomers, refused } = readRows(context, sheet, { columns, questions, sourceOf: sources.of, source: sources.otherwise, orders, zone, now: clock.now });
  const sorted = sortNewcomers(newcomers, await knownPeople(folder.identities, workspace), role, digestOf);
  const plan = planImport(sorted, {
    role, stage: stage.id, keepUntil: keepUntil(input, settings.retention['default']?.erase_after, today), now: zone.instantText(clock.now), today,
    random: context.random, taken: takenNames(workspace, folder.path), identities: await folder.identities.all(),
  });
  const outside = [...refused, ...plan.refused].sort((a, b) => a.row - b.row);
  const seen = { file, decoded, sheet, columns, dates, role, stage: stage.id, timezone: zone.name, source: sources.otherwise, sorted, planned: plan.candidates, refused: outside, names: context.terminal.errors, dry };
  context.stderr(previewText(seen));
  const counts = {
    new: plan.candidates.filter((each) => each.identity !== undefined).length, completed: plan.candidates.filter((each) => each.identity === undefined).length,
    unchanged: sorted.unchanged.length, already: sorted.already.length, differing: sorted.differing.length, duplicates: sorted.duplicates.length,
    refused: outside.length + sheet.ragged.length,
  };
  const report = (written: boolean): void => {
    if (flag(input, 'json')) context.stdout(`${JSON.stringify({ role, written, counts, candidates: plan.candidates.map(({ newcomer, candidate, identity, withheld }) => ({ row: newcomer.row, candidate: written || identity === undefined ? candidate : null, withheld })), refused: outside })}\n`);
    else if (written) context.stdout(plan.candidates.map(({ candidate }) => `content/candidates/${role}/${candidate}/candidate.yml\n`).join(''));
  };
  if (open.length > 0) {
    if (!dry) throw new Mistake(`Nothing was written. ${COLUMNS_OPEN}\n${open.join('\n')}`);
    context.stderr(`${COLUMNS_OPEN}\n${open.join('\n')}\n`);
  }
  const updates = flag(input, 'update') ? sorted.differing : [];
  const ends = counts.refused > 0 || open.length > 0 ? 1 : 0;
  if (dry) {
    context.stderr('Nothing was written (--dry-run).\n');
    report(false);
    return ends;
  }
  if (plan.candidates.length + updates.length > 0) {
    if (!flag(input, 'yes')) {
      if (!mayAsk(context, input)) throw new Mistake('Nothing was written. --yes takes what the preview shows.');
      if (!(await confirmed(context, input, `Take ${plural(plan.candidates.length, 'person', 'people')}${updates.length === 0 ? '' : ` and update ${plural(updates.length, 'identity', 'identities')}`}?`))) {
        context.stderr('Nothing was written.\n');
        return 0;
      }
    }
    if (plan.candidates.length > 0) {
      await writeImport(context, input, root, folder.path, plan.candidates, {
        message: `Take ${plural(plan.candidates.length, 'application')} for ${role}\n\nFrom a sheet; names and addresses are with the identities.\n`, branch: `hire/import-${role}`,
      }, before);
      writeSchemas(root, workspace);
    }
    await updateIdentities(context, folder, updates, { role, today });
  } else context.stderr('There is nothing new in this sheet.\n');
  remember(root, role, {
    // An empty column was never decided about: the week it holds something, somebody is asked.
    columns: new Map(columns.map(({ header, field, from }) => [header, from === 'empty' || field === undefined ? 'undecided' : field])), sources: sources.words, source: sources.otherwise,
    dates: new Map(columns.flatMap(({ index, header }) => { const order = dates.get(index)?.order; return order === undefined ? [] : [[header, order] as const]; })),
  });
  if (flag(input, 'messages')) await draftArrivals(context, input, role, [...plan.candidates.map(({ candidate }) => candidate), ...sorted.unchanged.map(({ known }) => known.candidate)]);
  report(true);
  return ends;
}

function digestOf(newcomer: Newcomer): string {
  return createHash('sha256').update(rowText(newcomer)).digest('hex').slice(0, 32);
}

function keepUntil(input: Input, eraseAfter: Parameters<typeof calendarDays>[0] | undefined, today: string): string {
  const said = textOption(input, 'keep-until');
  if (said !== undefined && !day().safeParse(said).success) throw new Mistake(`--keep-until: “${said}” is no day such as 2027-10-01.`);
  const until = said ?? (eraseAfter && addDays(today, calendarDays(eraseAfter)));
  if (until === undefined) throw new Mistake('The settings have no retention, so --keep-until must say until which day the records may be kept.');
  return until;
}
