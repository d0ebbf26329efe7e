import type { Explanation } from './explanation.ts';

/** Explanations of the codes `score/…`. */
export const score: readonly Explanation[] = [
  {
    code: 'score/not-filled-in', severity: 'error', title: 'A score was begun and holds nothing yet',
    why: 'On the main branch it would say that somebody has scored, while everybody still waits for their marks.',
    wrong: 'marks:\n  testing:\n    mark:',
    right: 'marks:\n  testing:\n    mark: 3\n    evidence: |\n      Every total is tested (test/total.test.ts).',
  },
  {
    code: 'score/before-visit', severity: 'warning', title: 'A score is older than the visit',
    why: 'Nobody can score what was not there yet.',
    wrong: 'submitted: 2026-01-01, entered: 2026-02-01',
    right: 'submitted: 2026-02-03',
  },
  {
    code: 'score/unknown-rubric-version', severity: 'error', title: 'A score names a rubric version that does not exist',
    why: 'Nobody could say what its marks mean.',
    wrong: 'rubric: interview@9',
    right: 'rubric: interview@2',
  },
  {
    code: 'score/missing-criterion', severity: 'error', title: 'A criterion has no mark',
    why: 'Left out is not the same as not seen; not-observed says so, with a reason.',
    wrong: 'marks without testing',
    right: 'testing:\n  mark: not-observed\n  because: …',
  },
  {
    code: 'score/unknown-criterion', severity: 'error', title: 'A score marks something that the rubric does not judge',
    why: 'The mark would count nowhere.',
    wrong: 'code-qualty:',
    right: 'code-quality:',
  },
  {
    code: 'score/mark-outside-scale', severity: 'error', title: 'A mark is not on the scale',
    why: 'Each rubric has its own levels, and each level has words.',
    wrong: 'mark: 5 on a scale of 1–4',
    right: 'mark: 4',
  },
  {
    code: 'score/evidence-short', severity: 'error', title: 'A mark has too little evidence',
    why: 'Evidence is what others can check, and what a candidate can be told.',
    wrong: 'evidence: good',
    right: 'evidence: |\n  Errors are typed (src/tasks.ts:40-62).',
  },
  {
    code: 'score/because-missing', severity: 'error', title: 'Not observed, without saying why',
    why: 'Whether there was nothing to see or nobody looked makes a difference.',
    wrong: 'mark: not-observed',
    right: 'mark: not-observed\nbecause: |\n  No tests were in the archive.',
  },
  {
    code: 'score/amendment-gap', severity: 'error', title: 'An amendment has no score before it',
    why: 'Amendments are numbered, so that a lost one is noticed.',
    wrong: 'bob.3.yml without bob.2.yml',
    right: 'bob.2.yml',
  },
  {
    code: 'score/amendment-because', severity: 'error', title: 'An amendment does not say why',
    why: 'A score that was opened is frozen; a change needs its reason beside it.',
    wrong: 'bob.2.yml without because',
    right: 'because: The tests run now.',
  },
  {
    code: 'score/conflict', severity: 'warning', title: 'Somebody with a conflict of interest scored',
    why: 'The score is shown, marked and left out of every number.',
    wrong: 'scores/…/alice.yml beside conflicts/alice.yml',
    right: 'somebody else is asked',
  },
  {
    code: 'score/not-asked', severity: 'warning', title: 'Somebody scored who was not asked',
    why: 'When only those score who want to, the strict or the kind ones come more often.',
    wrong: 'a score by somebody outside the panel',
    right: '- { person: …, asked: … } in the panel',
  },
  {
    code: 'score/late', severity: 'warning', title: 'A score came after the visit ended',
    why: 'The decision was taken without it: it is shown and left out.',
    wrong: 'submitted after advanced',
    right: 'submitted before advanced',
  },
  {
    code: 'score/other-rubric', severity: 'error', title: 'A score uses another rubric than the visit',
    why: 'Marks by different rubrics cannot be averaged.',
    wrong: 'rubric: interview@2 in a challenge',
    right: 'rubric: senior-challenge@3',
  },
  {
    code: 'score/uncalibrated', severity: 'warning', title: 'A reviewer was never trained on this version',
    why: 'Without having scored the same samples, two reviewers mean different things by the same mark.',
    wrong: 'rubric: talk@2, trained on talk@1',
    right: 'trained: [{ rubric: talk@2, … }]',
  },
];
