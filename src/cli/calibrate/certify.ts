import { trainedOn } from '../../analysis/calibrated.ts';
import { certification, certificationSays } from '../../analysis/certification.ts';
import { officeOf } from '../../analysis/time/office.ts';
import { rubricOf } from '../../analysis/visit.ts';
import type { Change } from '../../model/change.ts';
import { listed } from '../../model/words.ts';
import { editYaml } from '../../store/edit-yaml.ts';
import { applyPlan, readyToWrite } from '../apply.ts';
import { confirmed } from '../ask.ts';
import { flag, Mistake, textOption, type Context, type Input } from '../command.ts';
import { edited, passes } from '../one-record.ts';
import { openTree, type Opened } from '../open.ts';
import { rootOf } from '../root.ts';
import { whoActs } from '../who.ts';
import { laterThanMarks, mustBeCommitted, mustBeReadable } from './references.ts';
import { mustBeWritten, sessionOf } from './session.ts';

/** Notes with the people who passed that they are calibrated for the version. @returns the exit code @throws Mistake while the session is open, and for whoever is no process owner */
export async function certify(context: Context, input: Input, word: string | undefined): Promise<number> {
  await readyToWrite(context, rootOf(context, input), { dryRun: flag(input, 'dry-run') });
  const opened = await openTree(context, input);
  const { workspace, clock } = opened;
  const { id, folder } = sessionOf(opened, word, 'certify');
  const { rubric: reference, state } = folder.session.value;
  if (state !== 'closed') throw new Mistake(`${id} is open; its marks are compared once it is closed: hire calibrate close ${id}`);
  mustBeWritten({ id, folder });
  const by = await whoActs(context, input, opened);
  const owners = [...workspace.people].filter(([, { value }]) => value.roles.includes('process-owner')).map(([owner]) => owner);
  if (!owners.includes(by)) throw new Mistake(`A process owner certifies${owners.length > 0 ? ` (${listed(owners, 'or')})` : ', and there is none'}; “${by}” is none.`);
  mustBeReadable(opened, { id, folder });
  if (folder.references.size === 0) throw new Mistake(`No sample of ${id} has reference marks. Write what a sample should get into content/calibrations/${id}/references/<sample>.yml, as marks: { <criterion>: { mark: 3 } }.`);
  const today = officeOf(workspace.calendar).zone.dayOf(clock.now);
  const results = certification(folder, rubricOf(workspace, reference), clock.now).map((each) => ({ ...each, says: certificationSays(workspace, id, each, today), since: trainedOn(workspace, each.person, reference, today) }));
  const fresh = results.filter(({ certified, since }) => certified && since === undefined).map(({ person }) => person);
  const width = Math.max(...results.map(({ person }) => person.length));
  const words = results.map(({ person, says }) => `${person.padEnd(width)}  ${says}\n`).join('');
  if (flag(input, 'json')) context.stdout(`${JSON.stringify({ session: id, rubric: reference, results: results.map(({ since, outside, ...each }) => ({ ...each, outside: outside.map((mark) => ({ ...mark, mark: mark.mark ?? null })), since: since ?? null })), noted: fresh }, null, 2)}\n`);
  else context.stdout(words);
  for (const note of await laterThanMarks(opened, { id, folder })) context.stderr(`${note}\n`);
  if (fresh.length === 0) {
    context.stderr('There is nobody to note.\n');
    return 0;
  }
  if (!flag(input, 'dry-run') && !flag(input, 'no-commit')) await mustBeCommitted(opened.root, { id, folder }, textOption(input, 'branch') ?? `hire/certify-${id}`);
  if (!flag(input, 'dry-run') && !(await confirmed(context, input, `Note ${listed(fresh)} as calibrated for ${reference}?`))) {
    context.stderr('Nothing was written.\n');
    return 0;
  }
  const changes = fresh.map((person) => noted(opened, person, { rubric: reference, on: today, by: id }));
  if (!(await passes(context, opened, changes))) return 1;
  const message = `Note who is calibrated for ${reference}\n\n${listed(fresh)}, by the session ${id}. Certified by ${by}.\n`;
  const written = await applyPlan(context, input, opened.root, changes, { message, branch: `hire/certify-${id}` });
  return written.failed === undefined ? 0 : 1;
}

function noted({ workspace, text }: Opened, person: string, entry: { readonly rubric: string; readonly on: string; readonly by: string }): Change {
  const path = workspace.people.get(person)?.path ?? `content/people/${person}.yml`;
  const before = text(path);
  return { path, before, after: edited(path, () => editYaml(before ?? '', [{ append: ['trained'], value: entry }])) };
}
