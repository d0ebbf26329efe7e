import type { CandidateFacts, VisitFacts } from '../../analysis/facts.ts';
import { stageTerms } from '../../analysis/stage-terms.ts';
import { officeOf } from '../../analysis/time/office.ts';
import type { Stage } from '../../model/pipeline.ts';
import type { Submission } from '../../model/submission.ts';
import type { Workspace } from '../../model/workspace.ts';
import { momentWords } from '../../moves/where.ts';
import { reflowed, wrapped } from '../screen/lines.ts';
import { answersOf, elsewhereWords } from '../screen/pile.ts';
import type { BodyLine } from '../screen/frame.ts';

/** Everything a reviewer reads: what was handed in, then what was asked for. It holds no name that the record does not hold. */
export function readingLines(workspace: Workspace, facts: CandidateFacts, visit: VisitFacts, stage: Stage | undefined, width: number): BodyLine[] {
  const source = sourceOf(facts, visit, stage);
  const { folder } = facts;
  const submission = folder.submissions.get(source.name)?.value;
  const text = folder.submissionTexts.get(source.name)?.value;
  const plain = (words: string, indent = 0): BodyLine[] => wrapped(words, width - indent).map((line) => ({ text: line === '' ? '' : `${' '.repeat(indent)}${line}` }));
  const bold = (words: string): BodyLine[] => wrapped(words, width).map((line) => ({ text: line, style: 'bold' }));
  const asked = source === visit ? stage : workspace.pipelines.get(workspace.roles.get(facts.role)?.value.pipeline ?? '')?.value.stages.find(({ id }) => id === source.stage);
  const { answers, elsewhere } = asked ? answersOf(workspace, facts, source, asked) : { answers: [], elsewhere: [] };
  const lines: BodyLine[] = [
    ...(source === visit ? [] : [...plain(`The talk is about what was handed in for ${source.name}:`), { text: '' }]),
    ...(submission ? receivedWords(workspace, submission).flatMap((line) => plain(line)) : []),
    ...(submission && submission.links.length + submission.files.length > 0 ? [{ text: '' }] : []),
    ...(submission?.links ?? []).flatMap(({ kind, url, commit }) => plain(`- ${kind}: ${url}${commit === undefined ? '' : ` at commit ${commit.slice(0, 12)}`}`)),
    ...(submission?.files ?? []).flatMap(({ name, bytes, sha256 }) => plain(`- file: ${name}, ${bytes} bytes, sha256 ${sha256.slice(0, 12)}…`)),
    ...(submission ? [{ text: '' }] : []),
    ...answers.flatMap(({ ask, answer }) => [...bold(reflowed(ask)), ...plain(reflowed(answer), 2), { text: '' }]),
    ...(text === undefined ? [] : [...plain(reflowed(text)), { text: '' }]),
    ...(elsewhere.length === 0 ? [] : [...plain(elsewhereWords(elsewhere)), { text: '' }]),
    ...(submission || text !== undefined ? [] : [...plain('Nothing that was handed in is in the record.'), { text: '' }]),
    ...askedLines(workspace, facts, asked, plain, bold),
  ];
  while (lines.at(-1)?.text === '') lines.pop();
  return lines;
}

/** An interview discusses what was handed in earlier. */
function sourceOf({ visits, folder }: CandidateFacts, visit: VisitFacts, stage: Stage | undefined): VisitFacts {
  if (folder.submissions.has(visit.name) || stage?.discusses === undefined) return visit;
  return visits.findLast((each) => each.stage === stage.discusses && folder.submissions.has(each.name)) ?? visit;
}

function receivedWords(workspace: Workspace, { received, minutes_reported: minutes, ai }: Submission): string[] {
  const took = minutes === undefined ? '' : `; ${minutes} minutes of work, as the candidate says`;
  return [
    `Handed in ${momentWords(officeOf(workspace.calendar), Date.parse(received))}${took}.`,
    ...(ai ? [`AI tools: ${ai.used}.${ai.note === undefined ? '' : ` ${ai.note.replace(/\s+/g, ' ').trim()}`}`] : []),
  ];
}

type Words = (words: string, indent?: number) => BodyLine[];

/** The task in short: what “done” looks like, and what nobody marks. */
function askedLines(workspace: Workspace, { role }: CandidateFacts, stage: Stage | undefined, plain: Words, bold: Words): BodyLine[] {
  const challenge = stage === undefined ? undefined : stageTerms(workspace, stage, role).challenge;
  if (!challenge) return [];
  const { title, version, effort, acceptance, deliverables, not_marked: notMarked, do_not_build: leftOut } = challenge;
  const list = (what: string, points: readonly string[]): BodyLine[] => (points.length === 0 ? [] : [...plain(what), ...points.flatMap((point) => plain(`- ${point.replace(/\s+/g, ' ').trim()}`)), { text: '' }]);
  return [
    ...bold(`What was asked: ${title}, version ${version}${effort === undefined ? '' : `, ${effort.text}`}`),
    ...list('To be handed in:', deliverables), ...list('Done means:', acceptance), ...list('Left out on purpose:', leftOut), ...list('Not marked:', notMarked),
  ];
}
