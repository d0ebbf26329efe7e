import { candidateFacts, workspaceFacts } from '../../analysis/candidate.ts';
import { processEffect } from '../../analysis/effect-process.ts';
import { rubricEffect } from '../../analysis/effect-rubric.ts';
import { differencesOf } from '../../analysis/effect-values.ts';
import { officeOf } from '../../analysis/time/office.ts';
import type { FileKindName } from '../../model/kinds.ts';
import type { CandidateFolder, Workspace } from '../../model/workspace.ts';
import type { PullRequestAnswer } from '../../report/comment.ts';
import type { ChangedMessage, ReadMessage } from '../../report/comment-message.ts';
import type { ChangedRecord, ChangedValues } from '../../report/comment-process.ts';
import type { ChangedRubric } from '../../report/comment-rubric.ts';
import type { ScoredSession, ScoredVisit, ScoreFile } from '../../report/comment-scores.ts';
import { matchPath, type Match } from '../../store/match.ts';
import { mayShowScores } from '../../view/boundary.ts';
import type { Lookup } from '../../view/lookup.ts';
import { exampleMessage } from '../../view/process/message.ts';
import { rubricChanges } from '../../view/process/rubric-changes.ts';
import { turnoutOf } from '../calibrate/session.ts';
import type { PullRequestEvent } from './pull-request.ts';
import type { Trees } from './trees.ts';

/** A touched path that has its place in the tree. */
interface Changed {
  readonly path: string;
  readonly match: Match;
  readonly there: boolean;
  readonly was: boolean;
}

/** Gathers everything that is answered to a pull request. Marks are read for complete panels of the base alone: what it proposes itself is never computed with. */
export function answerOf(trees: Trees, { branch }: PullRequestEvent): PullRequestAnswer {
  const { before, after, problems } = trees;
  const changed = changedFiles(trees);
  // Of a file that cannot be read only that is said: it would look as if it went away.
  const of = (...kinds: readonly FileKindName[]): Changed[] => changed.filter(({ path, match }) => kinds.includes(match.kind.name) && !after.workspace.broken.has(path));
  const [old, fresh] = [lookupOf(before.workspace, after.clock.now), lookupOf(after.workspace, after.clock.now)];
  const terms = changed.filter(({ match }) => TERMS.has(match.kind.name));
  const processual = terms.length > 0 && !terms.some(({ path }) => after.workspace.broken.has(path));
  return {
    place: { branch }, problems,
    scores: scoredVisits(changed.filter(({ match }) => match.kind.name === 'score'), trees),
    samples: scoredSessions(changed.filter(({ match }) => match.kind.name === 'sample-score'), trees),
    rubrics: of('rubric').map(({ match }) => changedRubric(match.names['rubric'] ?? '', old, fresh)),
    roles: processual ? processEffect(before.workspace, after.workspace, old.facts.all, fresh.today) : [],
    messages: of('message').map(({ match }) => changedMessage(match.names['message'] ?? '', match.names['language'] ?? '', old, fresh)),
    values: changedValues(of('role', 'settings', 'person', 'challenge', 'questions', 'guide', 'policy', 'session'), before.workspace, after.workspace),
    records: changedRecords(changed, before.workspace, after.workspace),
  };
}

/** Kinds of file that decide what candidates meet. */
const TERMS: ReadonlySet<FileKindName> = new Set(['pipeline', 'challenge', 'role', 'settings']);

function changedFiles({ range }: Trees): Changed[] {
  return range.whole.flatMap(({ path, before, after }): Changed[] => {
    const match = matchPath(path);
    return match ? [{ path, match, there: after !== undefined, was: before !== undefined }] : [];
  });
}

function lookupOf(workspace: Workspace, now: number): Lookup {
  const facts = workspaceFacts(workspace, now);
  const { zone } = officeOf(workspace.calendar);
  return { workspace, now, today: facts.today, dayOf: (epoch) => zone.dayOf(epoch), facts };
}

function scoredVisits(scores: readonly Changed[], { after, problems }: Trees): ScoredVisit[] {
  const visits = Map.groupBy(scores, ({ match: { names } }) => `${names['role']}/${names['candidate']}/${names['visit']}`);
  return [...visits.values()].flatMap((files): ScoredVisit[] => {
    const { role = '', candidate = '', visit = '' } = files[0]?.match.names ?? {};
    const folder = after.workspace.candidates.get(role)?.get(candidate);
    const panel = folder && candidateFacts(after.workspace, folder, after.clock.now).visits.find(({ name }) => name === visit)?.panel;
    return [{
      role, candidate, visit, scoresIn: panel?.scoresIn ?? 0, scoresWanted: panel?.scoresWanted ?? files.length, complete: panel?.complete ?? false,
      files: scoreFiles(files, problems),
    }];
  });
}

function scoreFiles(files: readonly Changed[], problems: Trees['problems']): ScoreFile[] {
  return files.map(({ path, match, there }) => ({
    path, person: (match.names['person'] ?? '').split('.')[0] ?? '', there,
    errors: problems.filter(({ problem }) => problem.path === path && problem.severity === 'error').length,
  }));
}

function scoredSessions(scores: readonly Changed[], { after, problems }: Trees): ScoredSession[] {
  return [...Map.groupBy(scores, ({ match: { names } }) => names['session'] ?? '')].map(([session, files]) => {
    const folder = after.workspace.calibrations.get(session);
    const turnout = folder ? turnoutOf(folder, after.clock.now) : [];
    return {
      session, closed: folder?.session.value.state === 'closed', files: scoreFiles(files, problems),
      scoresIn: turnout.reduce((sum, { scored }) => sum + scored.length, 0), scoresWanted: turnout.length * (folder?.samples.size ?? 0),
    };
  });
}

function changedRubric(id: string, old: Lookup, fresh: Lookup): ChangedRubric {
  const was = old.workspace.rubrics.get(id)?.current?.value;
  const is = fresh.workspace.rubrics.get(id)?.current?.value;
  const { settings } = old.workspace;
  return {
    id, title: is?.title ?? was?.title ?? id, from: was?.version, to: is?.version,
    changes: was && is ? rubricChanges(was, is).rows : [],
    effect: rubricEffect(old.workspace, old.facts.all, id, is, (visit) => mayShowScores(visit.panel, settings.value)),
  };
}

function changedMessage(id: string, language: string, old: Lookup, fresh: Lookup): ChangedMessage {
  return { id, language, before: read(id, language, old), after: read(id, language, fresh) };
}

function read(id: string, language: string, lookup: Lookup): ReadMessage | undefined {
  const document = lookup.workspace.messages.get(id)?.get(language);
  return document && exampleMessage(document, language, lookup);
}

function changedValues(files: readonly Changed[], before: Workspace, after: Workspace): ChangedValues[] {
  return files.map(({ path, match, there, was }) => ({
    path, how: !was ? 'new' : there ? 'changed' : 'gone',
    what: was && there ? differencesOf(valueOf(before, match), valueOf(after, match)) : [],
  }));
}

/** What a file says, where it could be read. */
function valueOf(workspace: Workspace, { kind, names }: Match): unknown {
  switch (kind.name) {
    case 'settings': return workspace.settings.value;
    case 'role': return workspace.roles.get(names['role'] ?? '')?.value;
    case 'person': return workspace.people.get(names['person'] ?? '')?.value;
    case 'challenge': return workspace.challenges.get(names['challenge'] ?? '')?.page.value;
    case 'questions': return workspace.questions.get(names['set'] ?? '')?.value;
    default: return undefined;
  }
}

const RECORDS: ReadonlySet<FileKindName> = new Set(['candidate', 'messages', 'panel', 'submission', 'submission-text', 'decision', 'trial-log', 'conflict', 'erased']);

function changedRecords(changed: readonly Changed[], before: Workspace, after: Workspace): ChangedRecord[] {
  const folders = Map.groupBy(changed.filter(({ match }) => RECORDS.has(match.kind.name)), ({ match: { names } }) => `${names['role']}/${names['candidate']}`);
  return [...folders.values()].map((files) => {
    const { role = '', candidate = '' } = files[0]?.match.names ?? {};
    return { role, candidate, added: addedWords(before.candidates.get(role)?.get(candidate), after.candidates.get(role)?.get(candidate)) };
  });
}

/** Decisions are named and not told: what they say stands in the diff for those who may read it. */
function addedWords(was: CandidateFolder | undefined, is: CandidateFolder | undefined): string[] {
  if (is?.erased && !was?.erased) return ['erased'];
  const events = is?.record?.value.events.slice(was?.record?.value.events.length ?? 0) ?? [];
  const sent = (is?.messages?.value.length ?? 0) - (was?.messages?.value.length ?? 0);
  const decisions = (is?.decisions.length ?? 0) - (was?.decisions.length ?? 0);
  const panels = [...is?.panels.keys() ?? []].filter((visit) => !was?.panels.has(visit)).length;
  const conflicts = (is?.conflicts.size ?? 0) - (was?.conflicts.size ?? 0);
  const counts = [[sent, 'message noted as sent'], [decisions, 'decision written down'], [panels, 'panel asked'], [conflicts, 'conflict declared']] as const;
  return [
    ...events.map((event) => `${event.event}${'stage' in event && event.stage !== undefined ? `, ${event.stage}` : ''}`),
    ...counts.flatMap(([count, words]) => (count <= 0 ? [] : [count === 1 ? words : `${count} × ${words}`])),
  ];
}
