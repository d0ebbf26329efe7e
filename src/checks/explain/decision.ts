import type { Explanation } from './explanation.ts';

/** Explanations of the codes `decision/…`. */
export const decision: readonly Explanation[] = [
  {
    code: 'decision/missing', severity: 'error', title: 'Somebody was hired without a decision',
    why: 'The decision says who decided, why, and who saw it differently.',
    wrong: 'hired, and no decision.yml',
    right: 'decision.yml',
  },
  {
    code: 'decision/not-hire', severity: 'error', title: 'Somebody was hired against the decision',
    why: 'The record contradicts itself; one of the two is wrong.',
    wrong: 'hired, and decision: decline',
    right: 'decision: hire',
  },
  {
    code: 'decision/bar', severity: 'error', title: 'A hire without a yes to the bar',
    why: 'The bar is one question, and “unsure” is a no.',
    wrong: 'decision: hire\nbar: unsure',
    right: 'decision: hire\nbar: yes',
  },
  {
    code: 'decision/numbering', severity: 'error', title: 'A revision is missing',
    why: 'Decisions are numbered, so that none disappears.',
    wrong: 'decision.3.yml without decision.2.yml',
    right: 'decision.2.yml',
  },
  {
    code: 'decision/revised-because', severity: 'error', title: 'A revision does not say why',
    why: 'A decision that changes without a reason is one that nobody can trust.',
    wrong: 'decision.2.yml without revised_because',
    right: 'revised_because: …',
  },
  {
    code: 'decision/order', severity: 'error', title: 'A revision is older than what it revises',
    why: 'The later decision holds; with these times it is the other one.',
    wrong: 'decision.2.yml decided before decision.yml',
    right: 'decided after it',
  },
  {
    code: 'decision/unheard-dissent', severity: 'warning', title: 'A strong no is not answered',
    why: 'Whoever said strong-no saw something. The decision to hire should say what, and why it did not win.',
    wrong: 'decision: hire, dissent: []',
    right: 'dissent:\n  - person: bob\n    because: …',
  },
];
