import { workspaceFacts } from '../analysis/candidate.ts';
import { appliesLater } from '../analysis/funnel.ts';
import { health } from '../analysis/health/health.ts';
import { load } from '../analysis/load.ts';
import { reviewers } from '../analysis/reviewers/reviewers.ts';
import { rubricUse } from '../analysis/rubric-use.ts';
import { severity, type SeverityResult } from '../analysis/severity.ts';
import { officeOf } from '../analysis/time/office.ts';
import type { Workspace } from '../model/workspace.ts';
import { candidateRow } from './candidate/row.ts';
import { publishedCandidate } from './candidate/candidate.ts';
import { publishedCompare } from './compare/compare.ts';
import { publishedFunnel } from './funnel.ts';
import { publishedLedger, publishedRoleLedger } from './ledger.ts';
import type { Lookup } from './lookup.ts';
import type { PublishedFile } from './published/files.ts';
import { publishedPerson } from './people.ts';
import { adjustedVisits, publishedSeverity } from './severity.ts';
import { publishedChallenge } from './process/challenge.ts';
import { publishedMessage } from './process/message.ts';
import { publishedPipeline } from './process/pipeline.ts';
import { publishedRubric } from './process/rubric.ts';
import { publishedGuide, publishedPolicy, publishedQuestions } from './process/texts.ts';
import type { PublishedBuild, PublishedProblems } from './published/reference.ts';
import type { PublishedReport } from './published/report.ts';
import { publishedCalendar } from './reference/calendar.ts';
import { publishedFormat } from './reference/format.ts';
import { METHODS } from './reference/methods/index.ts';
import { publishedReport } from './report.ts';
import { partsKeeper } from './report-parts.ts';
import { byUrgency, publishedRole } from './role.ts';
import { publishedScoring } from './scoring.ts';
import { publishedWorkspace } from './workspace.ts';
import { learningFiles } from './learning/files.ts';

/** What is published besides the workspace. */
export interface PublishInput {
  readonly workspace: Workspace;
  /** Milliseconds since 1970: the moment everything is judged at. */
  readonly now: number;
  /** Every problem code with its explanation. */
  readonly problems: PublishedProblems;
  readonly build: PublishedBuild;
}

/**
 * Turns a workspace into everything that is published, one file after the other, so that ten thousand candidates never lie in memory at
 * once. This is the boundary: what these types do not name never leaves the repository.
 */
export function* publish(input: PublishInput): Generator<PublishedFile> {
  const lookup = lookupOf(input);
  const keeper = partsKeeper();
  for (const file of files(input, lookup)) yield keeper.keep(file);
  for (const id of input.workspace.roles.keys()) {
    const report = publishedReport(id, keeper.parts, lookup);
    if (report) yield [`report/${id}.json`, report];
  }
}

/** The report of one role, as `publish` gives it; undefined when there is no such role. Candidates' own files are not made for it. */
export function roleReport(workspace: Workspace, now: number, role: string): PublishedReport | undefined {
  const lookup = lookupOf({ workspace, now });
  const opening = workspace.roles.get(role)?.value;
  if (!opening) return undefined;
  const keeper = partsKeeper();
  keeper.keep([`ledger/${role}.json`, publishedRoleLedger(role, lookup)]);
  keeper.keep([`roles/${role}.json`, publishedRole(role, opening, lookup)]);
  keeper.keep(['severity.json', publishedSeverity(severityOf(lookup))]);
  for (const file of [...processFiles(lookup), ...learningFiles(lookup)]) keeper.keep(file);
  return publishedReport(role, keeper.parts, lookup);
}

function lookupOf({ workspace, now }: Pick<PublishInput, 'workspace' | 'now'>): Lookup {
  const facts = workspaceFacts(workspace, now);
  const zone = officeOf(workspace.calendar).zone;
  return { workspace, now, today: facts.today, dayOf: (epoch) => zone.dayOf(epoch), facts, twice: twice(facts.all.map(({ id }) => id)) };
}

function severityOf({ workspace, facts }: Lookup): SeverityResult {
  return severity(facts, (person) => workspace.people.get(person)?.value.name.split(' ')[0] ?? person);
}

function* files(input: PublishInput, plain: Lookup): Generator<PublishedFile> {
  const { workspace, facts } = plain;
  const severe = severityOf(plain);
  const lookup: Lookup = { ...plain, adjusted: adjustedVisits(severe) };
  yield ['workspace.json', publishedWorkspace(lookup)];
  yield ['candidates.json', facts.all.filter((each) => !appliesLater(each)).map((each) => candidateRow(each, lookup)).sort((a, b) => Number(a.closed) - Number(b.closed) || byUrgency(a, b))];
  yield ['ledger.json', publishedLedger(lookup)];
  for (const id of workspace.roles.keys()) yield [`ledger/${id}.json`, publishedRoleLedger(id, lookup)];
  for (const [id, role] of workspace.roles) yield [`roles/${id}.json`, publishedRole(id, role.value, lookup)];
  yield ['funnel.json', publishedFunnel(lookup)];
  for (const id of workspace.roles.keys()) {
    const compared = publishedCompare(id, lookup);
    if (compared) yield [`compare/${id}.json`, compared];
  }
  for (const each of facts.all) yield [`candidates/${each.role}/${each.id}.json`, publishedCandidate(each, lookup)];
  for (const each of facts.all) {
    const sheet = publishedScoring(each, lookup);
    if (sheet) yield [`score/${each.role}/${each.id}/${sheet.visit}.json`, sheet];
  }
  const loads = load(workspace, facts);
  const figures = reviewers(workspace, facts, loads);
  for (const [id, person] of workspace.people) {
    const own = figures.get(id);
    if (own) yield [`people/${id}.json`, publishedPerson(id, person.value, loads.get(id), own, lookup)];
  }
  yield ['severity.json', publishedSeverity(severe)];
  yield* processFiles(lookup);
  yield* learningFiles(lookup);
  yield ['problems.json', input.problems];
  yield ['format.json', publishedFormat()];
  yield ['methods.json', METHODS];
  yield ['calendar.json', publishedCalendar(workspace.calendar)];
  yield ['build.json', input.build];
}

function* processFiles(lookup: Lookup): Generator<PublishedFile> {
  const { workspace } = lookup;
  const uses = rubricUse(lookup.facts);
  const found = health(workspace, lookup.facts);
  for (const [id, history] of workspace.rubrics) {
    const rubric = publishedRubric(id, history, { uses, health: found.rubrics }, lookup);
    if (rubric) yield [`rubrics/${id}.json`, rubric];
  }
  for (const [id, pipeline] of workspace.pipelines) yield [`pipelines/${id}.json`, publishedPipeline(id, pipeline.path, pipeline.value, lookup)];
  for (const [id, challenge] of workspace.challenges) {
    const own = found.challenges.get(id);
    if (own) yield [`challenges/${id}.json`, publishedChallenge(id, challenge, own, lookup)];
  }
  const sent = messagesSent(workspace);
  for (const [id, languages] of workspace.messages) {
    const message = publishedMessage(id, languages, sent.get(id) ?? 0, lookup);
    if (message) yield [`messages/${id}.json`, message];
  }
  for (const [id, set] of workspace.questions) yield [`questions/${id}.json`, publishedQuestions(id, set.value)];
  for (const [id, policy] of workspace.policies) yield [`policies/${id}.json`, publishedPolicy(id, policy)];
  yield ['guide.json', publishedGuide(workspace.guide)];
}

/** How often each template was used. */
function messagesSent(workspace: Workspace): Map<string, number> {
  const sent = new Map<string, number>();
  for (const candidates of workspace.candidates.values()) {
    for (const folder of candidates.values()) {
      for (const message of folder.messages?.value ?? []) sent.set(message.message, (sent.get(message.message) ?? 0) + 1);
    }
  }
  return sent;
}

function twice(ids: readonly string[]): Set<string> {
  const seen = new Set<string>();
  return new Set(ids.filter((id) => seen.size === seen.add(id).size));
}
