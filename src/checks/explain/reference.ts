import type { Explanation } from './explanation.ts';

/** Explanations of the codes `reference/…`. */
export const reference: readonly Explanation[] = [
  {
    code: 'reference/unknown-person', severity: 'error', title: 'A person is not known',
    why: 'Mail, tasks and scores would go to nobody.',
    wrong: 'manager: dna',
    right: 'manager: dana',
  },
  {
    code: 'reference/unknown-pipeline', severity: 'error', title: 'A pipeline is not known',
    why: 'Without its pipeline a role has no stages.',
    wrong: 'pipeline: senior-trail',
    right: 'pipeline: senior-trial',
  },
  {
    code: 'reference/unknown-stage', severity: 'error', title: 'A stage is not known',
    why: 'Records and pages name stages; a wrong name belongs nowhere.',
    wrong: 'stages: [technical-chalenge]',
    right: 'stages: [technical-challenge]',
  },
  {
    code: 'reference/unknown-challenge', severity: 'error', title: 'A challenge is not known',
    why: 'Candidates would be invited to nothing.',
    wrong: 'challenge: task-apy',
    right: 'challenge: task-api',
  },
  {
    code: 'reference/unknown-rubric', severity: 'error', title: 'A rubric, or a version of it, is not known',
    why: 'Nobody could say what the marks mean.',
    wrong: 'rubric: interview@9',
    right: 'rubric: interview@2',
  },
  {
    code: 'reference/unknown-questions', severity: 'error', title: 'A question set is not known',
    why: 'Candidates would be asked nothing.',
    wrong: 'questions: apply-senior',
    right: 'questions: application-senior',
  },
  {
    code: 'reference/unknown-criterion', severity: 'error', title: 'A criterion is not known',
    why: 'What it says would be counted for nothing.',
    wrong: 'must_have: [funktionality]',
    right: 'must_have: [functionality]',
  },
  {
    code: 'reference/unknown-role', severity: 'error', title: 'A role is not known',
    why: 'The record belongs to no opening and appears nowhere.',
    wrong: 'surveys/senior-backend/…',
    right: 'surveys/senior-backend-2026/…',
  },
  {
    code: 'reference/unknown-candidate', severity: 'error', title: 'A candidate is not known',
    why: 'What became of a hire could not be compared with what was seen in hiring.',
    wrong: 'outcomes/…/teal-otter-7g.yml',
    right: 'outcomes/…/teal-otter-7f.yml',
  },
  {
    code: 'reference/unknown-message', severity: 'error', title: 'A message is not known',
    why: 'Whether a candidate was answered is read from the message that was sent.',
    wrong: 'message: recieved',
    right: 'message: received',
  },
  {
    code: 'reference/unknown-session', severity: 'error', title: 'A calibration session is not known',
    why: 'A training refers to the session that proves it.',
    wrong: 'by: 2026-09-chalenge',
    right: 'by: 2026-09-challenge',
  },
  {
    code: 'reference/unknown-sample', severity: 'error', title: 'A sample is not known',
    why: 'Marks of a sample that is not there can be compared with nothing.',
    wrong: 'scores/b/mia.yml without samples/b.md',
    right: 'samples/b.md',
  },
  {
    code: 'reference/not-in-list', severity: 'error', title: 'A word is not in the closed list',
    why: 'Reasons and sources are counted; a word of its own would be a group of its own.',
    wrong: 'source: refferal',
    right: 'source: referral',
  },
];
