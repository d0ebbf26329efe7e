import { dropOff, type DropOff } from '../analysis/drop-off.ts';
import type { StageSpell } from '../analysis/funnel-spells.ts';
import type { GoingOn } from '../analysis/going-on.ts';
import type { MiddleTime, PlannedTime, TimeInStage } from '../analysis/time-in-stage.ts';
import type { Waits } from '../analysis/waits.ts';
import type { WholeWay } from '../analysis/whole-way.ts';
import { dropOffSays, goingOnSays, overPlanned, timeSays, waitsSays } from '../analysis/words/funnel.ts';
import { leavingSays, wholeWaySays } from '../analysis/words/whole-way.ts';
import { orNull, rounded } from './instants.ts';
import { stageTitleOf, type Lookup } from './lookup.ts';
import type { PublishedEntry, PublishedGoing, PublishedStageTime, PublishedWaits, PublishedWholeWay } from './published/funnel.ts';
import type { FunnelRow } from './published/role.ts';

/** How many go on, as published. */
export function publishedGoing(going: GoingOn): PublishedGoing {
  const { day, asked, share, interval, went, decided, ofDecided, unknown, ways } = going;
  return {
    day, asked, went, decided, unknown,
    share: share === undefined ? null : rounded(share), interval: pair(interval), ofDecided: pair(ofDecided),
    ways: ways === undefined ? null : { went: rounded(ways.went), declined: rounded(ways.declined), withdrew: rounded(ways.withdrew), expired: rounded(ways.expired), returned: rounded(ways.returned) },
    says: goingOnSays(going),
  };
}

/** How long a stage takes, as published. */
export function publishedTime(time: TimeInStage, planned: PlannedTime | undefined): PublishedStageTime {
  return {
    business: middle(time.business), calendar: middle(time.calendar),
    exits: time.exits, waiting: time.waiting, longest: orNull(time.longest), leftOut: time.leftOut,
    planned: orNull(planned), over: overPlanned(time.business, planned),
    says: timeSays(time, planned),
  };
}

/** Why people left, in the words of the settings. */
export function publishedLeft(spells: readonly StageSpell[], { workspace }: Lookup): FunnelRow['left'] {
  const { decline_reasons: decline, withdraw_reasons: withdraw } = workspace.settings.value;
  const wordsOf = (how: 'declined' | 'withdrew', reason: string): string => (how === 'declined' ? decline : withdraw)[reason] ?? reason;
  const found = dropOff(spells);
  const worded = (how: 'declined' | 'withdrew', reasons: DropOff['declined']): FunnelRow['left']['declined'] => reasons.map(({ reason, count }) => ({ reason, words: wordsOf(how, reason), count }));
  return { declined: worded('declined', found.declined), withdrew: worded('withdrew', found.withdrew), expired: found.expired, unknown: found.unknown, says: dropOffSays(found, wordsOf) };
}

/** Why people leave a role, in one sentence. */
export function publishedLeaving(spells: readonly StageSpell[], { workspace }: Lookup): string {
  const { decline_reasons: decline, withdraw_reasons: withdraw } = workspace.settings.value;
  const count = (...ways: readonly StageSpell['how'][]): number => spells.filter(({ how }) => ways.includes(how)).length;
  return leavingSays(dropOff(spells), count('declined', 'withdrew', 'expired'), count('withdrew', 'expired'), (how, reason) => (how === 'declined' ? decline : withdraw)[reason] ?? reason);
}

/** From application to hire, as published. */
export function publishedWholeWay(way: WholeWay): PublishedWholeWay {
  const { applied, hired, ended, day, asked, share, interval, time, leftOut } = way;
  return { applied, hired, ended, day, asked, share: share === undefined ? null : rounded(share), interval: pair(interval), time: middle(time), leftOut, says: wholeWaySays(way) };
}

/** Where candidates of a role wait, and for whom. */
export function publishedWaits(role: string, waiting: Waits, { workspace }: Lookup): PublishedWaits {
  return {
    stages: waiting.stages.map(({ held, ...stage }) => ({ ...stage, title: stageTitleOf(workspace, role, stage.stage), ...held })),
    people: waiting.people.map((person) => ({ ...person, owes: person.owes.map((each) => ({ ...each })) })),
    untold: waiting.untold,
    says: waitsSays(waiting),
  };
}

/** The rows behind the figures. */
export function publishedEntry({ stage, candidate, visit, entered, how, reason, source, business, calendar }: StageSpell): PublishedEntry {
  return { stage, candidate, visit, entered, how: orNull(how), reason: orNull(reason), source: orNull(source), business: orNull(business), calendar };
}

function middle(found: MiddleTime | undefined): PublishedStageTime['business'] {
  if (found === undefined) return null;
  const { median, lower, upper, quartiles } = found;
  return { median: orNull(median), lower: orNull(lower), upper: orNull(upper), quartiles: [orNull(quartiles[0]), orNull(quartiles[1])] };
}

function pair(interval: readonly [number, number] | undefined): [number, number] | null {
  return interval === undefined ? null : [rounded(interval[0]), rounded(interval[1])];
}
