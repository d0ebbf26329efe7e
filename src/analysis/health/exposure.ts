import type { Challenge } from '../../model/challenge.ts';
import { dayWords } from '../words/day.ts';
import { began } from './flow.ts';
import type { TaskVisit } from './visits.ts';

/** How many have seen one version of a challenge. */
export interface SeenVersion {
  readonly version: number;
  /** First day on which it was given out, as the challenge names it. */
  readonly since: string;
  /** Applications, not visits: somebody sent back saw it once. */
  readonly seen: number;
}

/** Who has seen the task: everybody who began, handed in or came. */
export interface Exposure {
  /** Applications, over all versions. Erased candidates are not in it: of them only the ends are known. */
  readonly seen: number;
  /** First day on which somebody saw it. */
  readonly first: string | undefined;
  /** The current version first; empty where the challenge does not say since when each was used. */
  readonly versions: readonly SeenVersion[];
  /** Those of `seen` who saw the version that is current; undefined where the record does not tell. */
  readonly current: number | undefined;
  readonly says: string;
}

/** Whether all have seen the same: there was never another version. */
export function onlyVersion({ version, versions }: Challenge): boolean {
  return version === 1 && versions.length === 0;
}

/** The version somebody saw: the last that was in use on the day the task was before them; undefined where the challenge names no days. */
export function versionOn(challenge: Challenge, day: string): number | undefined {
  const inUse = challenge.versions.filter(({ since }) => since <= day).toSorted((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : a.version - b.version));
  return inUse.at(-1)?.version;
}

/** The day on which the task was before somebody. */
export function seenOn({ visit }: TaskVisit, dayOf: (epoch: number) => string): string {
  return dayOf(Date.parse(visit.started ?? visit.submitted ?? visit.held ?? visit.entered));
}

/** Counts who has seen a challenge, and in which version. */
export function exposure(challenge: Challenge, visits: readonly TaskVisit[], dayOf: (epoch: number) => string): Exposure {
  const begun = visits.filter(({ visit }) => began(visit)).map((visit) => ({ person: visit.candidate, day: seenOn(visit, dayOf) }));
  const people = new Set(begun.map(({ person }) => person));
  const first = begun.reduce<string | undefined>((earliest, { day }) => (earliest === undefined || day < earliest ? day : earliest), undefined);
  const versions = challenge.versions.map(({ version, since }) => ({
    version, since, seen: new Set(begun.flatMap(({ person, day }) => (versionOn(challenge, day) === version ? [person] : []))).size,
  })).sort((a, b) => b.version - a.version);
  const current = versions.find(({ version }) => version === challenge.version);
  return { seen: people.size, first, versions, current: onlyVersion(challenge) ? people.size : current?.seen, says: says(challenge, people.size, first, current) };
}

function says(challenge: Challenge, seen: number, first: string | undefined, current: SeenVersion | undefined): string {
  if (seen === 0 || first === undefined) return 'Nobody has seen it yet.';
  const all = `${seen === 1 ? 'One candidate has' : `${seen} candidates have`} seen it since ${dayWords(first)}`;
  if (onlyVersion(challenge)) return `${all}; there was never another version.`;
  if (current === undefined) return `${all}; the challenge does not say since when version ${challenge.version} is in use, so versions cannot be told apart.`;
  return `${all}, ${current.seen} of them in version ${challenge.version}, in use since ${dayWords(current.since)}.`;
}
