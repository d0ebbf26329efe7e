import type { Queue, QueueItem, QueueSample } from '../../analysis/queue.ts';
import type { Training } from '../../analysis/training.ts';
import { stageTitle } from '../../model/stages.ts';
import type { Workspace } from '../../model/workspace.ts';
import { listed, plural } from '../../model/words.ts';
import { harmless } from '../../report/terminal-text.ts';
import type { DraftOf } from './draft.ts';

/** A queue for a terminal: one entry in three lines, the command that opens it last. */
export function queueWords(workspace: Workspace, queue: Queue, drafts: readonly DraftOf[], training: readonly Training[] = [], begunSamples: ReadonlySet<string> = new Set()): string {
  const { person, scores, mayTake, samples } = queue;
  const begun = (item: QueueItem): boolean => drafts.some((draft) => isOf(draft, item));
  const other = drafts.filter((draft) => ![...scores, ...mayTake].some((item) => isOf(draft, item)));
  const piles = Map.groupBy(mayTake.filter(({ visit }) => visit.kind === 'screening'), ({ candidate }) => candidate.role);
  const single = mayTake.filter(({ visit }) => visit.kind !== 'screening');
  const parts = [
    part(`${person} was asked to score`, scores.map((item) => itemWords(workspace, item, begun(item)))),
    part('Nobody is asked by name, and you may take', [
      ...[...piles].map(([role, items]) => pileWords(role, items)),
      ...single.map((item) => itemWords(workspace, item, begun(item))),
    ]),
    part('Calibration samples', samples.map((sample) => sampleWords(sample, begunSamples.has(`${sample.session}/${sample.sample}`)))),
    part('On the way to being calibrated', trainingWords(workspace, training)),
    part('Drafts on this machine', other.map(({ role, candidate, visit }) => `  ${candidate} of ${role}, ${visit}\n    → hire score ${candidate} --role ${role} --visit ${visit}\n`)),
  ].filter((words) => words !== '');
  return parts.length === 0 ? `Nothing waits for ${person}.\n` : parts.join('\n');
}

function part(title: string, entries: readonly string[]): string {
  return entries.length === 0 ? '' : `${title}\n${entries.join('')}`;
}

/** When a score is due, in words: "due 2026-11-23", "was due 2026-11-20, 1 day late". */
export function dueWords({ due, lateBy }: QueueItem): string {
  if (!due) return 'due on no day';
  return lateBy > 0 ? `was due ${due.day}, ${plural(lateBy, 'business day')} late` : `due ${due.day}`;
}

function itemWords(workspace: Workspace, item: QueueItem, begun: boolean): string {
  const { candidate, visit, since, window, shadow, reference, trained } = item;
  const stage = workspace.pipelines.get(workspace.roles.get(candidate.role)?.value.pipeline ?? '')?.value.stages.find(({ id }) => id === visit.stage);
  const where = `${stageTitle(stage ?? { id: visit.stage, title: undefined }).toLowerCase()}${visit.number > 1 ? `, visit ${visit.number}` : ''}`;
  const about = [
    ...(since === undefined ? [] : [`since ${since}`]), ...(window === undefined ? [] : [`window ${window.text}`]),
    ...(reference === undefined ? ['its rubric cannot be read'] : [`${reference}${trainedWords(workspace, trained)}`]),
    ...(shadow ? ['as a shadow'] : []), ...(begun ? ['draft begun'] : []),
  ];
  return `  ${candidate.id}  ${harmless(where)}, ${dueWords(item)}\n    ${harmless(about.join('; '))}\n    → ${scoreCommand(workspace, item)}\n`;
}

function trainedWords({ settings }: Workspace, trained: string | undefined): string {
  const { uncalibrated } = settings.value.scores;
  if (trained !== undefined) return ` (trained ${trained})`;
  return uncalibrated === 'ignore' ? '' : ` (nobody noted that you were trained on it${uncalibrated === 'refuse' ? ', and the settings ask for it' : ''})`;
}

/** The command that scores an entry; where one pseudonym stands in two openings, it says which. */
export function scoreCommand(workspace: Workspace, { candidate: { id, role } }: QueueItem): string {
  const openings = [...workspace.candidates.values()].filter((candidates) => candidates.has(id)).length;
  return `hire score ${id}${openings > 1 ? ` --role ${role}` : ''}`;
}

function pileWords(role: string, items: readonly QueueItem[]): string {
  const [first] = items;
  return `  ${plural(items.length, 'application')} of ${role}${first?.due === undefined ? '' : `, the first ${dueWords(first).replace('due', 'to be answered')}`}\n    → hire screen ${role}\n`;
}

function sampleWords({ session, sample, title, reference }: QueueSample, begun: boolean): string {
  return `  ${sample} of ${harmless(title ?? session)}, ${reference}${begun ? '; draft begun' : ''}\n    → hire calibrate score ${session}/${sample}\n`;
}

/** The way to being calibrated in one line, and its nearest step: what is begun goes before what is to be begun. Nothing where the settings do not ask. */
function trainingWords({ settings }: Workspace, training: readonly Training[]): string[] {
  const left = training.filter(({ step }) => step !== 'calibrated');
  const next = left.find(({ next: command }) => command !== '' && !command.startsWith('hire calibrate new')) ?? left[0];
  if (settings.value.scores.uncalibrated === 'ignore' || !next) return [];
  return [`  ${listed(left.map(({ rubric, step }) => `${rubric} (${step === 'read' ? 'to be read' : 'scored as a trainee'})`))}\n    ${harmless(next.says)}\n    → ${next.next}\n`];
}

function isOf({ role, candidate, visit }: DraftOf, item: QueueItem): boolean {
  return role === item.candidate.role && candidate === item.candidate.id && visit === item.visit.name;
}
