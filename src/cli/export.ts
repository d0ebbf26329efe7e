import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { workspaceFacts } from '../analysis/candidate.ts';
import { appliesLater } from '../analysis/funnel.ts';
import { officeOf } from '../analysis/time/office.ts';
import { exportCsv, type ExportRow } from '../intake/export.ts';
import type { Identity } from '../model/identities.ts';
import { plural } from '../model/words.ts';
import { writePrivateFile } from '../identity/write.ts';
import { writeFileAtomic } from '../store/write.ts';
import { candidateRow } from '../view/candidate/row.ts';
import type { CandidateRow } from '../view/published/common.ts';
import { oneOfThese } from './ask.ts';
import { flag, Mistake, textOption, type Command, type Context, type Input } from './command.ts';
import { folderFor } from './import/identities.ts';
import { openTree, type Opened } from './open.ts';
import { READ_OPTIONS } from './options.ts';

/** `hire export`: one row per candidate, for a spreadsheet or a program. */
export const exportSheet: Command = {
  name: 'export',
  summary: 'one row per candidate, as a sheet or as JSON',
  usage: '',
  help: `
Pseudonym, role, source, stage, whose move it is, by when, the percent of complete panels, and how it ended. No mark that the site hides is in it,
and no cell that a spreadsheet would compute. Names only with --names, where the folder of the identities is open, and never in CI.

hire export > candidates.csv
hire export --role senior-backend-2026 --format json
hire export --names --out ~/Desktop/today.csv       for this machine alone; Excel reads every script
hire export --at v1.2 --today 2026-10-01            as it was`,
  options: { ...READ_OPTIONS, role: { type: 'string' }, format: { type: 'string' }, out: { type: 'string' }, names: { type: 'boolean' } },
  means: { role: ['only this opening'], format: ['csv (the default) or json'], out: ['the file to write (default: standard output)', 'file'], names: ['with name and address, from the folder of the identities'] },
  words: [0, 0],
  async run(context, input) {
    const format = textOption(input, 'format') ?? (flag(input, 'json') ? 'json' : 'csv');
    const wrong = oneOfThese('format', ['csv', 'json'])(format);
    if (wrong !== undefined) throw new Mistake(`--format: ${wrong}`);
    const names = flag(input, 'names');
    if (names && isCi(context)) throw new Mistake('--names: names never leave the machines of those who may see them, and this is CI.');
    const opened = await openTree(context, input);
    const out = textOption(input, 'out');
    const target = out === undefined ? undefined : resolve(context.cwd, out);
    if (names && target !== undefined && isInside(opened.root, target)) throw new Mistake('--out: the file would lie inside the repository, and names never do. Choose a place outside it.');
    const identities = names ? await folderFor(opened.root, 'Names were asked for').identities.all() : undefined;
    const rows = exportRows(opened, input, identities);
    const text = format === 'json' ? `${JSON.stringify(rows, null, 2)}\n` : exportCsv(rows, { names, mark: names && target !== undefined });
    if (target === undefined) context.stdout(text);
    else if (flag(input, 'dry-run')) context.stderr(`Would write ${plural(rows.length, 'row')} to ${target}.\n`);
    else {
      if (!existsSync(dirname(target))) throw new Mistake(`--out: there is no folder ${dirname(target)}.`);
      if (names) writePrivateFile(target, text);
      else await writeFileAtomic(target, text, { overwrite: true });
      context.stderr(`${plural(rows.length, 'row')} in ${target}\n`);
    }
    return 0;
  },
};

function exportRows({ workspace, clock }: Opened, input: Input, identities: ReadonlyMap<string, Identity> | undefined): ExportRow[] {
  const role = textOption(input, 'role');
  const wrong = role === undefined ? undefined : oneOfThese('role', workspace.roles.keys())(role);
  if (wrong !== undefined) throw new Mistake(`--role: ${wrong}`);
  const facts = workspaceFacts(workspace, clock.now);
  const lookup = { workspace, now: clock.now, today: facts.today, dayOf: officeOf(workspace.calendar).zone.dayOf, facts };
  // The published row and nothing else: what the site may not show is not in it.
  const rows = facts.all.filter((each) => (role === undefined || each.role === role) && !appliesLater(each)).map((each) => candidateRow(each, lookup));
  return rows.map((row) => ({ ...rowOf(row), ...(identities && { name: identities.get(row.id)?.name ?? null, email: identities.get(row.id)?.email ?? null }) }));
}

function rowOf({ id, role, source, stage, closed, applied, daysInStage, move, percent, how, reason }: CandidateRow): ExportRow {
  return {
    candidate: id, role, source, stage, state: closed ? 'closed' : 'open', applied, days_in_stage: daysInStage,
    whose_move: move.on, owes: move.owes, people: move.people, due: move.due, late_by: move.lateBy, percent, outcome: how, reason,
  };
}

function isCi({ env }: Context): boolean {
  return (env['CI'] ?? '') !== '' && env['CI'] !== 'false';
}

/** Whether a file would lie in the repository, whatever links lead there. */
function isInside(root: string, target: string): boolean {
  let folder = dirname(target);
  const rest: string[] = [basename(target)];
  while (!existsSync(folder) && dirname(folder) !== folder) {
    rest.unshift(basename(folder));
    folder = dirname(folder);
  }
  const way = relative(realpathSync(root), join(realpathSync(folder), ...rest));
  return !way.startsWith('..') && !/^(?:[A-Za-z]:|\/)/.test(way) && !way.replaceAll('\\', '/').startsWith('.hire/');
}
