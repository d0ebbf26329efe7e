/** What a code of the gate means, as `hire explain` says it. */
export interface GateExplanation {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly title: string;
  readonly why: string;
  readonly wrong: string;
  readonly right: string;
}

/** Every code of the gate. */
export const GATE_EXPLANATIONS: readonly GateExplanation[] = [
  {
    code: 'gate/unknown-account', severity: 'error', title: 'Nobody of the team has this account',
    why: 'Who may change what hangs on the numeric account id in content/people; a change by an account that stands there for nobody is nobody’s.',
    wrong: '(a pull request of account 4711)', right: 'github: { login: dana-acme, id: 4711 }',
  },
  {
    code: 'gate/not-active', severity: 'error', title: 'The person takes no part now',
    why: 'Whoever left, or has not begun, does not judge candidates.',
    wrong: 'active: { from: 2025-01-12, until: 2026-10-31 }', right: 'active: { from: 2025-01-12 }',
  },
  {
    code: 'gate/no-accounts', severity: 'warning', title: 'Nobody’s account is known yet',
    why: 'Until content/people names accounts, everybody may change everything.',
    wrong: 'name: Dana Example', right: 'github: { login: dana-acme, id: 1001 }',
  },
  {
    code: 'gate/not-yours', severity: 'error', title: 'The file is somebody else’s',
    why: 'A score is one person’s own judgement. Not even a commit that a later one takes back may touch another’s: whoever could, could also have read and adapted.',
    wrong: '(Bob’s pull request changes scores/…/alice.yml)', right: '(Bob’s pull request holds scores/…/bob.yml)',
  },
  {
    code: 'gate/not-allowed', severity: 'error', title: 'Another role changes this',
    why: 'Events and decisions are the hiring managers’, rubrics and pipelines the process owners’: so no single person can both judge and move the goal.',
    wrong: '(a reviewer’s pull request changes candidate.yml)', right: '(a hiring manager’s does)',
  },
  {
    code: 'gate/pushed-by-another', severity: 'error', title: 'Somebody else pushed to this pull request',
    why: 'A score counts as its reviewer’s because their account proposed it; with another’s commits inside nobody could tell.',
    wrong: '(Bob pushes to Alice’s pull request)', right: '(a pull request of Alice alone)',
  },
  {
    code: 'gate/frozen-score', severity: 'error', title: 'The score has been opened',
    why: 'Once the panel is complete, or a calibration closed, everybody has read the marks; a later change would no longer be independent. Of a score, an amendment says why, and both are shown.',
    wrong: '(a change of scores/…/alice.yml)', right: '(a new scores/…/alice.2.yml with because:)',
  },
  {
    code: 'gate/score-removed', severity: 'error', title: 'A score is removed',
    why: 'The record is added to and never taken from: a judgement that vanishes cannot be explained.',
    wrong: '(scores/…/alice.yml is gone)', right: '(scores/…/alice.2.yml with because:)',
  },
  {
    code: 'gate/conflicted', severity: 'error', title: 'The reviewer declared a conflict of interest',
    why: 'Somebody who is close to a candidate hands over; the score would be left out anyway.',
    wrong: '(conflicts/alice.yml, and a score by Alice)', right: '(somebody else scores)',
  },
  {
    code: 'gate/late-score', severity: 'warning', title: 'The score comes after the stage ended',
    why: 'It is kept and shown as late, and does not count: the decision was made without it.',
    wrong: '(advanced on Monday, scored on Tuesday)', right: '(scored before the decision)',
  },
  {
    code: 'gate/not-asked', severity: 'warning', title: 'Nobody asked for this score',
    why: 'The panel names others, or released this person; the score is shown and does not count.',
    wrong: '(a score by Chen; the panel asks Alice and Bob)', right: '(ask Chen in panels/<visit>.yml first)',
  },
  {
    code: 'gate/mixed', severity: 'error', title: 'A score travels with something else',
    why: 'Score pull requests can merge themselves; a change of rubrics, workflows or records hidden among them would be merged unread.',
    wrong: '(a score and rubrics/interview.md)', right: '(two pull requests)',
  },
  {
    code: 'gate/frozen-version', severity: 'error', title: 'A kept version of a rubric is changed',
    why: 'Scores hold to the words they were given with; a version that changes re-interprets all of them.',
    wrong: '(a change of rubrics/versions/interview/1.md)', right: '(a new version)',
  },
  {
    code: 'gate/rewritten-record', severity: 'error', title: 'Something that happened is changed or removed',
    why: 'Events, messages and decisions are appended. A mistake is mended by what happens next (reopened, a revised decision), so that the record tells what people knew.',
    wrong: '(an event line is gone)', right: '(a line is added)',
  },
  {
    code: 'gate/back-dated', severity: 'error', title: 'A score is dated before or after it can have been given',
    why: 'Who scores after the panel was opened has read the others’ marks; a date before that would hide it. “hire audit” compares the date with the commit that brought the score.',
    wrong: 'submitted: 2026-02-01T10:00Z (committed on 20 March)', right: 'submitted: 2026-03-20T09:40Z',
  },
  {
    code: 'gate/range', severity: 'error', title: 'The change cannot be read',
    why: 'What cannot be compared cannot be judged, and what was not judged is not let through.',
    wrong: '(a shallow clone)', right: 'fetch-depth: 0',
  },
];

const BY_CODE: ReadonlyMap<string, GateExplanation> = new Map(GATE_EXPLANATIONS.map((each) => [each.code, each]));

/** How bad a code of the gate is. @throws Error for a code that has no explanation */
export function gateSeverity(code: string): 'error' | 'warning' {
  const found = BY_CODE.get(code);
  if (!found) throw new Error(`The code ${code} has no explanation.`);
  return found.severity;
}
