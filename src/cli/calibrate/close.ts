import { posix } from 'node:path';
import { plural } from '../../model/words.ts';
import { editYaml } from '../../store/edit-yaml.ts';
import { applyPlan, readyToWrite } from '../apply.ts';
import { flag, Mistake, textOption, type Context, type Input } from '../command.ts';
import { edited, passes } from '../one-record.ts';
import { openTree } from '../open.ts';
import { rootOf } from '../root.ts';
import { whoActs } from '../who.ts';
import { unmergedScores, unmergedWords } from './branches.ts';
import { lackWords, mustBeWritten, sessionOf, turnoutOf } from './session.ts';

/** Closes a session, from when on its marks are shown. @returns the exit code @throws Mistake while somebody is missing, unless that is said to be meant */
export async function closeSession(context: Context, input: Input, word: string | undefined): Promise<number> {
  await readyToWrite(context, rootOf(context, input), { dryRun: flag(input, 'dry-run') });
  const opened = await openTree(context, input);
  const { id, folder } = sessionOf(opened, word, 'close');
  const by = textOption(input, 'by') === undefined ? undefined : await whoActs(context, input, opened);
  const { path, value } = folder.session;
  if (value.state === 'closed') throw new Mistake(`${id} is closed already: hire calibrate report ${id}`);
  if (folder.samples.size === 0 && !flag(input, 'anyway')) throw new Mistake(`${id} has no sample yet, so nobody has marked anything: put the work into ${posix.dirname(path)}/samples/sample-a.md. --anyway closes it all the same.`);
  mustBeWritten({ id, folder });
  const turnout = turnoutOf(folder, opened.clock.now);
  const lacks = lackWords(turnout);
  const apart = lacks === '' ? '' : unmergedWords(await unmergedScores(opened.root, { id, folder }));
  if (lacks !== '' && !flag(input, 'anyway')) throw new Mistake(`Not everybody is in: ${lacks}. ${apart} Whoever has seen the others’ marks can give none of their own any more; --anyway closes it all the same.`);
  if (apart !== '') context.stderr(`${apart}\n`);
  const before = opened.text(path);
  const change = { path, before, after: edited(path, () => editYaml(before ?? '', [{ set: ['state'], value: 'closed' }])) };
  if (!(await passes(context, opened, [change]))) return 1;
  const scored = turnout.reduce((sum, each) => sum + each.scored.length, 0);
  const message = `Close the calibration ${id}\n\n${lacks === '' ? scored === 1 ? 'The one score is in.' : `All ${scored} scores are in.` : `${plural(scored, 'score')} in; ${lacks}.`}${by === undefined ? '' : ` Closed by ${by}.`}\n`;
  const written = await applyPlan(context, input, opened.root, [change], { message, branch: `hire/close-${id}` });
  if (flag(input, 'json')) context.stdout(`${JSON.stringify({ session: id, state: flag(input, 'dry-run') ? 'open' : 'closed', path, missing: lacks === '' ? null : lacks, commit: written.commit ?? null, pullRequest: written.pullRequest ?? null })}\n`);
  else context.stdout(`${path}\n`);
  if (!flag(input, 'dry-run')) context.stderr(`Its marks may be seen now: hire calibrate report ${id}\n`);
  return written.failed === undefined ? 0 : 1;
}
