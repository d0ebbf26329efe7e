import { officeOf } from '../../analysis/time/office.ts';
import { rubricOf } from '../../analysis/visit.ts';
import { identityFolder } from '../../identity/folder.ts';
import { readLocalSettings } from '../../identity/local-settings.ts';
import type { Change } from '../../model/change.ts';
import { RUBRIC_REFERENCE } from '../../model/person.ts';
import { listed, plural } from '../../model/words.ts';
import type { Workspace } from '../../model/workspace.ts';
import { printFlow, printWord } from '../../text/print-scalar.ts';
import { applyPlan, readyToWrite } from '../apply.ts';
import { answer, oneOfThese } from '../ask.ts';
import { flag, Mistake, textOption, type Context, type Input } from '../command.ts';
import { manyOption } from '../many.ts';
import { modeline } from '../new-files.ts';
import { titleOf, wrongId } from '../new/id.ts';
import { passes } from '../one-record.ts';
import { openTree, type Opened } from '../open.ts';
import { rootOf } from '../root.ts';
import { whoActs } from '../who.ts';
import { writeSchemas } from '../write-schemas.ts';
import { sampleFile, sampleName, sampleStub } from './samples.ts';
import { takenFrom } from './taken.ts';

/** Begins a session: who scores what with which rubric. @returns the exit code; 1 when a check stands against it */
export async function newSession(context: Context, input: Input, id: string | undefined): Promise<number> {
  if (id === undefined) throw new Mistake('hire calibrate new takes a name for the session, such as 2026-11-code-review.');
  const wrong = wrongId(id);
  if (wrong !== undefined) throw new Mistake(wrong);
  await readyToWrite(context, rootOf(context, input), { dryRun: flag(input, 'dry-run') });
  const opened = await openTree(context, input);
  const folder = `content/calibrations/${id}`;
  if (opened.workspace.entries.some(({ path }) => path.startsWith(`${folder}/`))) throw new Mistake(`There is a session “${id}” already: hire calibrate status ${id}`);
  const reference = await referenceOf(context, input, opened.workspace);
  const reviewers = await reviewersOf(context, input, opened);
  const by = textOption(input, 'by') === undefined ? undefined : await whoActs(context, input, opened);
  const tolerance = textOption(input, 'tolerance') ?? '1';
  if (!/^[0-3]$/.test(tolerance)) throw new Mistake(`--tolerance takes 0 to 3 levels, found “${tolerance}”.`);
  const { texts, notes, stub } = await samplesOf(context, input, opened, reference, reviewers);
  const path = `${folder}/session.yml`;
  const changes: Change[] = [
    { path, before: undefined, after: [
      modeline(path, 'session'), `title: ${printWord(textOption(input, 'title')?.trim() || sessionTitle(id, rubricOf(opened.workspace, reference)?.title))}`, `rubric: ${reference}`, 'state: open',
      `reviewers: ${printFlow(reviewers)}`, `tolerance: ${tolerance}`, '',
    ].join('\n') },
    ...texts.map((text, index) => ({ path: `${folder}/samples/${sampleName(index)}.md`, before: undefined, after: text })),
  ];
  if (!(await passes(context, opened, changes))) return 1;
  if (!flag(input, 'dry-run')) writeSchemas(opened.root, opened.workspace);
  for (const note of notes) context.stderr(`${note}\n`);
  if (reviewers.length === 1) context.stderr(`With one reviewer there is nobody to compare with; reference marks (${folder}/references/<sample>.yml) can certify them.\n`);
  const message = `Begin the calibration ${id}\n\n${listed(reviewers)} mark ${plural(texts.length, 'sample')} with ${reference}, each alone.${by === undefined ? '' : ` Begun by ${by}.`}\n`;
  const written = await applyPlan(context, input, opened.root, changes, { message, branch: `hire/calibrate-${id}` });
  if (flag(input, 'json')) context.stdout(`${JSON.stringify({ session: id, files: changes.map((change) => change.path), written: !flag(input, 'dry-run'), commit: written.commit ?? null, pullRequest: written.pullRequest ?? null })}\n`);
  else context.stdout(changes.map((change) => `${change.path}\n`).join(''));
  context.stderr(stub ? `Write the sample first; then everybody scores it: hire calibrate score ${id}\n` : `Once it is in the main branch everybody scores it: hire calibrate score ${id}\n`);
  return written.failed === undefined ? 0 : 1;
}

/** `2026-12-senior` with the rubric “Senior challenge” → "Senior challenge, 2026-12"; another id is spelled out. */
function sessionTitle(id: string, rubric: string | undefined): string {
  const month = /^\d{4}-\d{2}(?=-)/.exec(id)?.[0];
  return month === undefined || rubric === undefined ? titleOf(id) : `${rubric}, ${month}`;
}

/** Rubric and version; of a rubric alone the newest version that is frozen. */
async function referenceOf(context: Context, input: Input, workspace: Workspace): Promise<string> {
  const frozen = new Map([...workspace.rubrics].flatMap(([name, { versions }]) => (versions.size === 0 ? [] : [[name, [...versions.keys()].sort((a, b) => a - b)] as const])));
  const newest = (name: string): string => `${name}@${frozen.get(name)?.at(-1) ?? 0}`;
  const known = [...frozen].flatMap(([name, versions]) => versions.map((version) => `${name}@${version}`));
  const said = await answer(context, input, {
    option: 'rubric', ask: `Which rubric (${[...frozen.keys()].map(newest).join(', ')})?`,
    wrong: (word) => {
      if (!RUBRIC_REFERENCE.test(word)) return oneOfThese('frozen rubric', frozen.keys())(word);
      const versions = frozen.get(word.split('@')[0] ?? '');
      return versions && !known.includes(word) ? `“${word.split('@')[0] ?? ''}” has ${versions.length === 1 ? 'version' : 'the versions'} ${listed(versions.map(String))}, and none is ${word.split('@')[1] ?? ''}.` : oneOfThese('rubric version', known)(word);
    },
  });
  return RUBRIC_REFERENCE.test(said) ? said : newest(said);
}

async function reviewersOf(context: Context, input: Input, { workspace, clock }: Opened): Promise<string[]> {
  const today = officeOf(workspace.calendar).zone.dayOf(clock.now);
  const all = [...workspace.people].filter(([, { value: { roles, active } }]) => roles.includes('reviewer') && (active.until === undefined || active.until >= today)).map(([id]) => id);
  if (all.length === 0) throw new Mistake('There is nobody to calibrate: no person has roles: [reviewer]. “hire new person” adds one.');
  const names = (said: string): string[] => [...new Set(said.split(',').map((each) => each.trim()).filter((each) => each !== ''))];
  const said = await answer(context, input, {
    option: 'reviewers', ask: `Who scores, with commas (${all.join(', ')})?`,
    wrong: (words) => (names(words).length === 0 ? 'Name at least one reviewer; two are the usual case.' : names(words).map(oneOfThese('reviewer', all)).find((each) => each !== undefined)),
  });
  return names(said);
}

interface Samples {
  readonly texts: readonly string[];
  readonly notes: readonly string[];
  /** Whether somebody has to write it yet. */
  readonly stub: boolean;
}

async function samplesOf(context: Context, input: Input, opened: Opened, reference: string, reviewers: readonly string[]): Promise<Samples> {
  const written = manyOption(input, 'sample').map((path) => sampleFile(context.cwd, path));
  const identities = identityFolder(readLocalSettings(opened.root).settings.identities);
  const texts: string[] = [...written];
  const notes: string[] = [];
  for (const wanted of manyOption(input, 'from')) {
    const taken = await takenFrom(opened, identities, wanted, reviewers, rubricOf(opened.workspace, reference));
    notes.push(...taken.notes.map((note) => `${sampleName(texts.length)}: ${note}`));
    texts.push(taken.text);
  }
  if (texts.length > 0) return { texts, notes, stub: false };
  const rubric = rubricOf(opened.workspace, reference);
  if (!rubric) throw new Mistake(`The text of ${reference} is missing or broken; “hire check” says what is wrong.`);
  return { texts: [sampleStub(rubric)], notes, stub: true };
}
