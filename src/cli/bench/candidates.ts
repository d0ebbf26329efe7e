import { ANIMALS, COLOURS } from '../../model/pseudonym.ts';

/** A file of a generated candidate. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}

const TAIL = '23456789abcdefghjkmnpqrstvwxyz';
const DAY = 86_400_000;
/** A Monday; applications are spread over the sixty days after it. */
const FIRST = Date.parse('2026-09-07T08:00Z');
const CRITERIA = ['correctness', 'edge-cases', 'clarity', 'tests', 'explanation'];

/**
 * Candidate number `index`, of any number: always the same files. One third is declined after the application, one third is being
 * scored or waits for a decision, one third was declined after the challenge; 3.3 files each on average.
 */
export function generatedCandidate(role: string, index: number): GeneratedFile[] {
  const folder = `content/candidates/${role}/${pseudonymOf(index)}`;
  const applied = FIRST + (index % 60) * DAY + (index % 480) * 60_000;
  const events = [event(applied, 'application', 'applied')];
  const messages = [message(applied + 60_000, 'application-received', '{ reply_within: 3 business days }')];
  const files: GeneratedFile[] = [];
  if (index % 3 === 0) {
    events.push(event(applied + DAY, 'application', 'declined', ', by: dana, reason: below-bar'));
    messages.push(message(applied + DAY + 120_000, 'declined-application'));
  } else {
    events.push(event(applied + DAY, 'application', 'advanced', ', by: dana'));
    messages.push(message(applied + DAY + 120_000, 'take-home-invite', '{ reply_within: 5 business days }'));
    events.push(event(applied + 3 * DAY, 'technical-challenge', 'started'), event(applied + 5 * DAY, 'technical-challenge', 'submitted'));
    const reviewers = index % 15 === 1 ? ['alice'] : ['alice', 'bob'];
    for (const [place, person] of reviewers.entries()) files.push({ path: `${folder}/scores/technical-challenge/${person}.yml`, text: score(index + place, applied + (6 + place) * DAY) });
    if (index % 3 === 2) {
      events.push(event(applied + 8 * DAY, 'technical-challenge', 'declined', ', by: dana, reason: below-bar'));
      messages.push(message(applied + 8 * DAY + 120_000, 'declined-after-challenge'));
    }
  }
  const record = `source: job-board\nconsent: { keep_until: 2027-12-01, talent_pool: false }\nevents:\n${events.join('\n')}\n`;
  return [{ path: `${folder}/candidate.yml`, text: record }, { path: `${folder}/messages.yml`, text: `${messages.join('\n')}\n` }, ...files];
}

/** The pseudonym of candidate number `index`. */
export function pseudonymOf(index: number): string {
  const colour = COLOURS[index % COLOURS.length] ?? '';
  const animal = ANIMALS[Math.floor(index / COLOURS.length) % ANIMALS.length] ?? '';
  const rest = Math.floor(index / (COLOURS.length * ANIMALS.length));
  return `${colour}-${animal}-${TAIL[rest % TAIL.length] ?? ''}${TAIL[(index * 7) % TAIL.length] ?? ''}`;
}

/** One event as a line of the record. */
export function event(at: number, stage: string, name: string, more = ''): string {
  return `  - { at: ${instant(at)}, stage: ${stage}, event: ${name}${more} }`;
}

/** One sent message as a line of messages.yml. */
export function message(at: number, name: string, promised?: string): string {
  return `- { at: ${instant(at)}, message: ${name}, by: dana${promised === undefined ? '' : `, promised: ${promised}`} }`;
}

/** A score of the senior challenge, other marks for other seeds. */
export function score(seed: number, at: number): string {
  const marks = CRITERIA.map((criterion, place) => {
    const mark = 1 + ((seed * 7 + place * 3 + (seed >> 3)) % 4);
    return `  ${criterion}:\n    mark: ${mark}\n    evidence: |\n      Seen in src/tasks.ts:${10 + (seed % 90)}-${20 + (seed % 90)}: ${WORDS[(seed + place) % WORDS.length] ?? ''}.\n`;
  });
  return `rubric: senior-challenge@3\nsubmitted: ${instant(at)}\nminutes: ${30 + (seed % 40)}\nmarks:\n${marks.join('')}recommendation: ${seed % 2 === 0 ? 'yes' : 'no'}\nbar: ${seed % 3 === 0 ? 'unsure' : 'yes'}\nsummary: |\n  Generated for the measurement, candidate ${seed}.\nconflict: none\n`;
}

const WORDS = [
  'the filter on two keys returns what was asked and nothing else', 'an empty title is refused with 422 and says which field', 'the completion of a task twice changes nothing the second time',
  'the explanation weighs two stores and names the price of each', 'a project with open tasks can be deleted, which leaves orphans behind', 'eleven tests fail when the comparison is turned round',
];

function instant(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16)}Z`;
}
