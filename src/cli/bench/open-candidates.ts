import { event, message, pseudonymOf, score, type GeneratedFile } from './candidates.ts';

const DAY = 86_400_000;
/** The morning that {@link openCandidate} is made for, a Monday. */
export const MORNING = '2026-11-23T09:00Z';
const NOW = Date.parse(MORNING);

/**
 * Candidate number `index`, still in process on the morning of {@link MORNING}, in one of eight states: not screened; invited; working;
 * one score missing; to be decided; advanced and not told; meeting booked; nobody asked to score. Some of each are late.
 */
export function openCandidate(role: string, index: number): GeneratedFile[] {
  const folder = `content/candidates/${role}/${pseudonymOf(index)}`;
  const state = index % 8;
  // The last step was up to eleven days ago, the application twelve days before that.
  const last = NOW - (index % 11) * DAY - (index % 600) * 60_000 - 3_600_000;
  const applied = state === 0 ? last : last - 12 * DAY;
  const events = [event(applied, 'application', 'applied')];
  const messages = [message(applied + 60_000, 'application-received', '{ reply_within: 3 business days }')];
  const files: GeneratedFile[] = [];
  const happened = (at: number, stage: string, name: string, more = ''): void => void events.push(event(at, stage, name, more));
  if (state > 0) {
    const invited = state === 1 ? last : applied + DAY;
    happened(invited, 'application', 'advanced', ', by: dana');
    messages.push(message(invited + 120_000, 'take-home-invite', '{ reply_within: 5 business days }'));
  }
  if (state >= 2) happened(state === 2 ? NOW - (index % 50) * 3_600_000 - 60_000 : last - 2 * DAY, 'technical-challenge', 'started');
  if (state >= 3) happened(state === 3 || state === 4 || state === 7 ? last : last - DAY, 'technical-challenge', 'submitted');
  if (state === 3) files.push({ path: `${folder}/panels/technical-challenge.yml`, text: panel(last) });
  const scorers = state === 3 ? ['alice'] : state >= 4 && state <= 6 ? ['alice', 'bob'] : [];
  const scored = state === 3 || state === 4 ? last + 60_000 : last - DAY / 2;
  for (const [place, person] of scorers.entries()) files.push({ path: `${folder}/scores/technical-challenge/${person}.yml`, text: score(index + place, scored) });
  if (state === 5 || state === 6) happened(last, 'technical-challenge', 'advanced', ', by: dana');
  if (state === 6) {
    messages.push(message(last + 120_000, 'interview-invite', '{ reply_within: 3 business days }'));
    happened(last + 180_000, 'technical-interview', 'booked', `, for: ${new Date(NOW + (1 + (index % 9)) * DAY).toISOString().slice(0, 16)}Z`);
  }
  const record = `source: job-board\nconsent: { keep_until: 2027-12-01, talent_pool: false }\nevents:\n${events.join('\n')}\n`;
  return [{ path: `${folder}/candidate.yml`, text: record }, { path: `${folder}/messages.yml`, text: `${messages.join('\n')}\n` }, ...files];
}

function panel(at: number): string {
  const day = (moved: number): string => new Date(at + moved).toISOString().slice(0, 10);
  return `rubric: senior-challenge@3\nreviewers:\n  - { person: alice, asked: ${day(0)}, due: ${day(4 * DAY)} }\n  - { person: bob, asked: ${day(0)}, due: ${day(4 * DAY)} }\n`;
}
