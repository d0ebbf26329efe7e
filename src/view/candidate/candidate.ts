import type { CandidateFacts } from '../../analysis/facts.ts';
import { legalEvents } from '../../model/event-rules.ts';
import { stagesForReplay } from '../../model/stages.ts';
import { shownOverall, shownVisit } from '../boundary.ts';
import { orNull, rounded, utc } from '../instants.ts';
import { stageTitleOf, visitTitle, type Lookup } from '../lookup.ts';
import type { PublishedCandidate } from '../published/candidate.ts';
import { sanitise } from '../text/sanitise.ts';
import { candidateRow } from './row.ts';
import { timeline } from './timeline.ts';
import { publishedVisit } from './visit.ts';

/** The page of one candidate. */
export function publishedCandidate(raw: CandidateFacts, lookup: Lookup): PublishedCandidate {
  const settings = lookup.workspace.settings.value;
  const facts: CandidateFacts = { ...raw, visits: raw.visits.map((visit) => shownVisit(visit, settings)) };
  const { folder } = facts;
  const record = folder.record?.value;
  const role = lookup.workspace.roles.get(facts.role)?.value;
  const pipeline = role === undefined ? undefined : lookup.workspace.pipelines.get(role.pipeline)?.value;
  return {
    row: candidateRow(raw, lookup),
    colour: facts.id.split('-')[0] ?? '',
    keepUntil: orNull(record?.consent.keep_until),
    talentPool: record?.consent.talent_pool ?? false,
    erased: folder.erased === undefined ? null : { on: folder.erased.value.on, basis: folder.erased.value.basis },
    held: heldTime(facts),
    visits: raw.visits.map((visit) => publishedVisit(visit, folder, lookup)),
    talkAbout: talkAbout(facts, lookup),
    compared: facts.visits.reduce((sum, visit) => sum + (visit.score?.criteria.filter((criterion) => criterion.marked > 1).length ?? 0), 0),
    overall: overall(facts, lookup),
    bar: { question: pipeline?.bar ?? '', answers: barAnswers(facts) },
    decisions: facts.decisions.map(({ value }) => ({
      decision: value.decision, decided: value.decided, by: [...value.by], bar: value.bar, because: sanitise(value.because),
      dissent: value.dissent.map((each) => ({ person: each.person, because: sanitise(each.because) })),
      seen: orNull(value.seen), revisedBecause: value.revised_because === undefined ? null : sanitise(value.revised_because),
    })),
    notAssessed: notAssessed(facts, lookup),
    conflicts: [...folder.conflicts].map(([person, conflict]) => ({ person, kind: conflict.value.kind, declared: conflict.value.declared })),
    adjustments: (record?.adjustments ?? []).map((each) => ({ stages: [...each.stages], extra: each.extra.text, by: each.by, on: each.on })),
    messages: sentMessages(facts, lookup),
    timeline: timeline(facts, lookup),
    outcome: lookup.workspace.outcomes.get(facts.role)?.has(facts.id) ?? false,
    legal: legal(raw, lookup),
    named: lookup.twice?.has(raw.id) === true ? `${raw.id} --role ${raw.role}` : raw.id,
  };
}

function heldTime(facts: CandidateFacts): PublishedCandidate['held'] {
  const whole = facts.segments.reduce((sum, each) => sum + (each.to - each.from), 0);
  return {
    ours: facts.held.ours,
    theirs: facts.held.theirs,
    segments: facts.segments.map((each) => ({
      by: each.by, from: utc(each.from), to: utc(each.to), days: each.businessDays, share: whole === 0 ? 0 : rounded((each.to - each.from) / whole, 4), visit: each.visit,
    })),
  };
}

function nameOf(facts: CandidateFacts, visit: string, criterion: string): string {
  return facts.visits.find((each) => each.name === visit)?.rubric?.criteria.find((each) => each.id === criterion)?.name ?? criterion;
}

function titleOf(facts: CandidateFacts, visit: string, lookup: Lookup): string {
  const found = facts.visits.find((each) => each.name === visit);
  return found === undefined ? visit : visitTitle(stageTitleOf(lookup.workspace, facts.role, found.stage), found.number);
}

function talkAbout(facts: CandidateFacts, lookup: Lookup): PublishedCandidate['talkAbout'] {
  return facts.disagreements.map((each) => ({
    visit: each.visit, visitTitle: titleOf(facts, each.visit, lookup), criterion: each.criterion, name: nameOf(facts, each.visit, each.criterion), weight: each.weight, spread: each.spread,
  }));
}

function overall(facts: CandidateFacts, lookup: Lookup): PublishedCandidate['overall'] {
  const shown = shownOverall(facts);
  if (!shown) return null;
  const { percent, coverage, spread, stages } = shown;
  return {
    percent: rounded(percent),
    coverage: rounded(coverage),
    spread: [rounded(spread[0]), rounded(spread[1])],
    stages: stages.map((each) => ({ visit: each.visit, title: titleOf(facts, each.visit, lookup), percent: rounded(each.percent), weight: each.weight })),
  };
}

function barAnswers(facts: CandidateFacts): PublishedCandidate['bar']['answers'] {
  return facts.bar.map((each) => ({ person: each.person, visit: each.visit, bar: each.bar, recommendation: each.recommendation, counted: each.counted }));
}

function notAssessed(facts: CandidateFacts, lookup: Lookup): PublishedCandidate['notAssessed'] {
  return facts.visits.flatMap((visit) => visit.notAssessed.map((criterion) => ({
    visit: visit.name, visitTitle: titleOf(facts, visit.name, lookup), criterion, name: nameOf(facts, visit.name, criterion),
  })));
}

function sentMessages(facts: CandidateFacts, lookup: Lookup): PublishedCandidate['messages'] {
  return (facts.folder.messages?.value ?? []).filter((sent) => Date.parse(sent.at) <= lookup.now).map((sent) => {
    const template = lookup.workspace.messages.get(sent.message)?.values().next().value;
    return { at: sent.at, message: sent.message, subject: template?.value.subject ?? null, by: sent.by, answers: template?.value.answers ?? false };
  });
}

/** The events the state machine would accept now, in the order of its table. */
function legal({ role, how, current }: CandidateFacts, { workspace, today }: Lookup): PublishedCandidate['legal'] {
  const opening = workspace.roles.get(role)?.value;
  const pipeline = opening && workspace.pipelines.get(opening.pipeline)?.value;
  if (how === 'erased' || !current || !pipeline) return [];
  const stages = stagesForReplay(pipeline, opening.with, today);
  const later = stages.slice(stages.findIndex(({ id }) => id === current.stage) + 1);
  return legalEvents(current.kind, current.phase, current.how, !later.some(({ open }) => open)).filter((event) => event !== 'applied');
}
