import { trainedOn } from '../../analysis/calibrated.ts';
import { certification } from '../../analysis/certification.ts';
import { officeOf } from '../../analysis/time/office.ts';
import { rubricOf } from '../../analysis/visit.ts';
import { readLocalSettings } from '../../identity/local-settings.ts';
import { listed, plural } from '../../model/words.ts';
import { harmless } from '../../report/terminal-text.ts';
import { flag, textOption, type Context, type Input } from '../command.ts';
import { openTree, type Opened } from '../open.ts';
import { unmergedScores, unmergedWords, type Unmerged } from './branches.ts';
import { sessionOf, turnoutOf, type Named } from './session.ts';

/** What is told of a session while it is open, and after: who is in, and what comes next. */
interface Status {
  readonly id: string;
  readonly title: string | undefined;
  readonly rubric: string;
  readonly state: string;
  readonly samples: number;
  readonly scoresIn: number;
  readonly scoresWanted: number;
  /** Branches with scores that are not here, and so not counted; nothing is asked of a session where everybody is in. */
  readonly unmerged: readonly Unmerged[] | undefined;
  readonly reviewers: readonly { readonly person: string; readonly scored: readonly string[]; readonly missing: readonly string[] }[];
  /** A sentence and a command; nothing where nobody has anything to do. */
  readonly next: { readonly words: string; readonly command: string } | undefined;
}

/** Who is in for which samples, never a mark. @returns the exit code */
export async function showStatus(context: Context, input: Input, word: string | undefined): Promise<number> {
  const opened = await openTree(context, input);
  const me = textOption(input, 'by') ?? readLocalSettings(opened.root).settings.me;
  const all: Named[] = word === undefined ? [...opened.workspace.calibrations].map(([id, folder]) => ({ id, folder })) : [sessionOf(opened, word, 'status')];
  const statuses = (await Promise.all(all.map((named) => statusOf(opened, named, me)))).sort((a, b) => Number(a.state === 'closed') - Number(b.state === 'closed'));
  if (flag(input, 'json')) {
    context.stdout(`${JSON.stringify({ sessions: statuses.map((each) => ({ ...each, title: each.title ?? null, unmerged: each.unmerged ?? [], next: each.next ?? null })) }, null, 2)}\n`);
    return 0;
  }
  if (statuses.length === 0) context.stderr('There is no calibration yet. One sample and two reviewers are enough: hire calibrate new --help\n');
  context.stdout(statuses.map((each) => statusWords(each, word !== undefined || each.state === 'open')).join('\n'));
  return 0;
}

async function statusOf(opened: Opened, named: Named, me: string | undefined): Promise<Status> {
  const { id, folder } = named;
  const { title, rubric, state } = folder.session.value;
  const reviewers = turnoutOf(folder, opened.clock.now);
  return {
    id, title, rubric, state, samples: folder.samples.size, scoresIn: reviewers.reduce((sum, { scored }) => sum + scored.length, 0), scoresWanted: reviewers.length * folder.samples.size, reviewers,
    unmerged: state === 'open' && reviewers.some(({ missing }) => missing.length > 0) ? await unmergedScores(opened.root, named) : undefined,
    next: state === 'closed' ? afterClosing(opened, named) : folder.samples.size === 0 ? undefined : whileOpen(id, reviewers, me),
  };
}

function whileOpen(id: string, reviewers: Status['reviewers'], me: string | undefined): Status['next'] {
  const waiting = reviewers.filter(({ missing }) => missing.length > 0);
  if (waiting.length === 0) return { words: 'Everybody is in', command: `hire calibrate close ${id}` };
  const own = waiting.find(({ person }) => person === me);
  return { words: own ? `${plural(own.missing.length, 'sample')} for you` : `${listed(waiting.map(({ person }) => person))} ${waiting.length === 1 ? 'scores' : 'score'}`, command: `hire calibrate score ${id}` };
}

/** Whoever passed and is not noted yet; else what was found. */
function afterClosing({ workspace, clock }: Opened, { id, folder }: Named): Status['next'] {
  const { rubric } = folder.session.value;
  const today = officeOf(workspace.calendar).zone.dayOf(clock.now);
  const passed = certification(folder, rubricOf(workspace, rubric), clock.now).filter(({ person, certified }) => certified && trainedOn(workspace, person, rubric, today) === undefined);
  return passed.length > 0 ? { words: `To be noted as calibrated: ${listed(passed.map(({ person }) => person))}`, command: `hire calibrate certify ${id}` } : { words: 'What was found', command: `hire calibrate report ${id}` };
}

function statusWords({ id, title, rubric, state, samples, scoresIn, scoresWanted, reviewers, unmerged, next }: Status, whole: boolean): string {
  const width = Math.max(...reviewers.map(({ person }) => person.length));
  const people = samples === 0 ? [] : reviewers.map(({ person, scored, missing }) => `  ${person.padEnd(width)}  ${missing.length === 0 ? 'in' : `${scored.length} of ${samples}; missing ${missing.length > 4 ? `${missing.slice(0, 3).join(', ')} and ${plural(missing.length - 3, 'more', 'more')}` : listed(missing)}`}\n`);
  return [
    `${id}${title === undefined ? '' : `  ${harmless(title)}`}\n`,
    `  ${rubric}, ${state}, ${samples === 0 ? `no sample ${state === 'open' ? `to score yet: put the work into content/calibrations/${id}/samples/sample-a.md` : 'was scored'}` : `${scoresIn} of ${plural(scoresWanted, 'score')} in`}\n`,
    ...(whole ? people : []),
    ...(unmerged ? [`  ${unmergedWords(unmerged)}\n`] : []),
    ...(next ? [`  → ${next.command}  (${next.words.charAt(0).toLowerCase()}${next.words.slice(1)})\n`] : []),
  ].join('');
}
