import type { CandidateFacts } from '../../analysis/facts.ts';
import type { CandidateEvent } from '../../model/candidate.ts';
import { CLOCK_TOLERANCE } from '../../model/clock.ts';
import { utc } from '../instants.ts';
import { stageTitleOf, type Lookup } from '../lookup.ts';
import type { PublishedCandidate } from '../published/candidate.ts';

type Entry = PublishedCandidate['timeline'][number];

/** Everything that happened to an application up to now, newest first, in words. A score says who and never what. */
export function timeline(facts: CandidateFacts, lookup: Lookup): Entry[] {
  const { record, messages } = facts.folder;
  const title = (stage: string): string => stageTitleOf(lookup.workspace, facts.role, stage);
  const entries: Entry[] = [];
  const bounds = facts.visits.map((visit) => ({ name: visit.name, from: visit.enteredAt }));
  const visitAt = (at: number): string => bounds.findLast((visit) => visit.from <= at)?.name ?? bounds[0]?.name ?? '';
  for (const event of record?.value.events ?? []) {
    entries.push({ at: event.at, visit: visitOf(facts, event), what: eventWords(event, title, lookup), by: event.by ?? null, kind: 'event' });
  }
  for (const message of messages?.value ?? []) {
    entries.push({ at: message.at, visit: visitAt(Date.parse(message.at)), what: `Message: ${spelledOut(message.message)}`, by: message.by, kind: 'message' });
  }
  for (const visit of facts.visits) {
    for (const score of visit.scores) {
      score.versions.forEach((version, index) => entries.push({
        at: version.value.submitted, visit: visit.name, what: index === 0 ? 'Scored' : 'Amended the score', by: score.person, kind: 'score',
      }));
    }
  }
  facts.decisions.forEach((decision, index) => entries.push({
    at: decision.value.decided, visit: visitAt(Date.parse(decision.value.decided)),
    what: index === 0 ? `Decision: ${decision.value.decision}` : `Decision revised: ${decision.value.decision}`, by: decision.value.by[0] ?? null, kind: 'decision',
  }));
  return entries
    .filter((entry) => Date.parse(entry.at) <= lookup.now + CLOCK_TOLERANCE)
    .map((entry, index) => ({ entry, index }))
    .sort((a, b) => Date.parse(b.entry.at) - Date.parse(a.entry.at) || b.index - a.index)
    .map(({ entry }) => ({ ...entry, at: utc(Date.parse(entry.at)) }));
}

/** An event in words, as a colleague would say it. */
export function eventWords(event: CandidateEvent, title: (stage: string) => string, lookup: Lookup): string {
  const { decline_reasons: declined, withdraw_reasons: withdrawn } = lookup.workspace.settings.value;
  switch (event.event) {
    case 'applied': return 'Applied';
    case 'started': return `Started ${lower(title(event.stage))}`;
    case 'submitted': return `Handed in ${lower(title(event.stage))}`;
    case 'booked': return `${title(event.stage)} booked for ${event.for.slice(0, 10)}, ${event.for.slice(11, 16)}`;
    case 'held': return `${title(event.stage)} held`;
    case 'offered': return 'Offer made';
    case 'hired': return 'Hired';
    case 'advanced': return event.to === undefined ? `Advanced from ${lower(title(event.stage))}` : `Advanced straight to ${lower(title(event.to))}`;
    case 'returned': return `Returned to ${lower(title(event.to))}`;
    case 'declined': return `Declined after ${lower(title(event.stage))}: ${lower(declined[event.reason] ?? event.reason)}`;
    case 'withdrew': return `Withdrew: ${lower(withdrawn[event.reason] ?? event.reason)}`;
    case 'expired': return `${title(event.stage)} ran out`;
    case 'reopened': return 'Reopened';
  }
}

function visitOf(facts: CandidateFacts, event: CandidateEvent): string {
  const at = Date.parse(event.at);
  const visit = facts.visits.findLast((each) => each.stage === event.stage && each.enteredAt <= at);
  return visit?.name ?? event.stage;
}

function spelledOut(id: string): string {
  return id.replaceAll('-', ' ');
}

function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
