import type { Explanation } from './explanation.ts';

/** Explanations of the codes `panel/…`. */
export const panel: readonly Explanation[] = [
  {
    code: 'panel/duplicate-person', severity: 'error', title: 'Somebody stands in a panel twice',
    why: 'Whether the panel is complete would depend on which entry is read.',
    wrong: '- { person: bob } twice',
    right: '- { person: bob } once',
  },
  {
    code: 'panel/released-reason', severity: 'error', title: 'Somebody was released without a reason',
    why: 'Releasing people is a way to change a result; the reason makes it visible.',
    wrong: 'released: 2026-10-10',
    right: 'released: 2026-10-10, reason: unavailable',
  },
  {
    code: 'panel/dates', severity: 'error', title: 'A panel’s days contradict each other',
    why: 'Whether the scores are complete is judged from these days.',
    wrong: 'asked: 2026-10-08, due: 2026-10-01',
    right: 'due: 2026-10-12',
  },
  {
    code: 'panel/conflict', severity: 'warning', title: 'Somebody with a conflict of interest is asked to score',
    why: 'Their score would be left out, and the candidate would wait for nothing.',
    wrong: '- { person: alice, asked: … } beside conflicts/alice.yml',
    right: 'released: …, reason: conflict',
  },
  {
    code: 'panel/too-few', severity: 'warning', title: 'Too few people are asked',
    why: 'The visit is never complete, and one opinion decides.',
    wrong: 'reviewers: 2, and one person asked',
    right: 'two people asked',
  },
  {
    code: 'panel/asked-too-late', severity: 'warning', title: 'Somebody is asked for a visit that is over',
    why: 'What is scored after a visit ended is shown and counted nowhere, so their time would be wasted.',
    wrong: 'asked: 2026-10-12 for a visit that ended on 2026-10-09',
    right: 'nobody asked; or the visit returned to, and asked there',
  },
  {
    code: 'panel/asked-after-open', severity: 'warning', title: 'Somebody is asked when the marks were shown already',
    why: 'A panel is complete once everybody asked by then has scored. Who is asked one after the other sees what the one before thought.',
    wrong: 'alice asked on the 8th, who scored on the 9th; bob asked on the 10th',
    right: 'both asked on the 8th (hire assign does)',
  },
];
