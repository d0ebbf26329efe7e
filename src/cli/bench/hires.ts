import { event, generatedCandidate, pseudonymOf, score, type GeneratedFile } from './candidates.ts';

const DAY = 86_400_000;
/** Applications of hires lie this long before those of {@link generatedCandidate}, so that their first half year is over. */
const EARLIER = 400 * DAY;
const FIRST = Date.parse('2026-09-07T08:00Z') - EARLIER;
const REVIEWERS = ['alice', 'bob', 'chen', 'farid', 'grete', 'hana', 'ivo'];

/** Candidate number `index` with something to learn from: every tenth was hired and reviewed after half a year; the others are as usual. */
export function learnedCandidate(role: string, index: number): GeneratedFile[] {
  return index % 10 === 0 ? hire(role, index) : generatedCandidate(role, index);
}

function hire(role: string, index: number): GeneratedFile[] {
  const id = pseudonymOf(index);
  const folder = `content/candidates/${role}/${id}`;
  const applied = FIRST + (index % 60) * DAY + (index % 480) * 60_000;
  const by = ', by: dana';
  const events = [
    event(applied, 'application', 'applied'), event(applied + DAY, 'application', 'advanced', by),
    event(applied + 2 * DAY, 'technical-challenge', 'started'), event(applied + 4 * DAY, 'technical-challenge', 'submitted'), event(applied + 7 * DAY, 'technical-challenge', 'advanced', by),
    event(applied + 9 * DAY, 'technical-interview', 'booked', `, for: ${instant(applied + 12 * DAY)}`), event(applied + 12 * DAY, 'technical-interview', 'held'), event(applied + 14 * DAY, 'technical-interview', 'advanced', by),
    event(applied + 15 * DAY, 'trial', 'booked', `, for: ${instant(applied + 20 * DAY)}`), event(applied + 25 * DAY, 'trial', 'held'), event(applied + 28 * DAY, 'trial', 'advanced', by),
    event(applied + 29 * DAY, 'decision', 'advanced', by), event(applied + 30 * DAY, 'offer', 'offered'), event(applied + 33 * DAY, 'offer', 'hired'),
  ];
  const scores = [0, 1].map((place) => ({ path: `${folder}/scores/technical-challenge/${REVIEWERS[(index + place * (1 + (index % 3))) % REVIEWERS.length] ?? 'alice'}.yml`, text: score(index + place, applied + (5 + place) * DAY) }));
  const started = applied + 60 * DAY;
  return [
    { path: `${folder}/candidate.yml`, text: `source: ${index % 20 === 0 ? 'community' : 'job-board'}\nconsent: { keep_until: 2027-12-01, talent_pool: false }\nevents:\n${events.join('\n')}\n` },
    ...scores,
    { path: `content/outcomes/${role}/${id}.yml`, text: `started: ${day(started)}\nreviews:\n  - { day: 180, on: ${day(started + 182 * DAY)}, by: dana, performance: ${1 + ((index / 10) % 5)}, again: ${index % 20 === 0 ? 'yes' : 'unsure'} }\n` },
  ];
}

/** Voluntary counts of one opening, three stages by two groups. */
export function fairnessCounts(role: string, index: number): GeneratedFile {
  const group = (reached: number, advanced: number): string => `{ reached: ${reached + (index % 7)}, advanced: ${advanced + (index % 5)} }`;
  return {
    path: `content/fairness/${role}/2026/gender.yml`,
    text: `stages:\n  application:\n    woman: ${group(90, 34)}\n    man: ${group(160, 70)}\n  technical-challenge:\n    woman: ${group(39, 19)}\n    man: ${group(75, 38)}\n`,
  };
}

function instant(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16)}Z`;
}

function day(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
