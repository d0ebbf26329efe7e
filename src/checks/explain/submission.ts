import type { Explanation } from './explanation.ts';

/** Explanations of the codes `submission/…`. */
export const submission: readonly Explanation[] = [
  {
    code: 'submission/time-order', severity: 'warning', title: 'A submission and its event are days apart',
    why: 'The deadline hangs on one time and the reply clock on the other.',
    wrong: 'received on the 7th, submitted on the 9th',
    right: 'the same time in both',
  },
  {
    code: 'submission/unknown-question', severity: 'error', title: 'An answer belongs to no question',
    why: 'Nobody would read it, since nobody asked.',
    wrong: 'answers: { hardest-bugs: … }',
    right: 'answers: { hardest-bug: … }',
  },
  {
    code: 'submission/identity-answer', severity: 'error', title: 'An answer shows who the candidate is',
    why: 'Answers to link and file questions live with the identity, so that reviewers judge the work.',
    wrong: 'cv: https://…',
    right: '(in the identity folder)',
  },
  {
    code: 'submission/link-reveals', severity: 'error', title: 'A link shows who the candidate is',
    why: 'Reviewers would see a name, a face or a history before they see the work.',
    wrong: 'https://github.com/<name>/task',
    right: 'a copy of ours, named after the pseudonym',
  },
  {
    code: 'submission/link-credentials', severity: 'error', title: 'A link contains a password',
    why: 'Everybody who reads the repository can use it.',
    wrong: 'https://user:secret@host.example/',
    right: 'https://host.example/',
  },
  {
    code: 'submission/link-private', severity: 'error', title: 'A link leads into a private network',
    why: 'The panel cannot open it, and a program that does may reach machines it should not.',
    wrong: 'https://192.168.0.7/',
    right: 'an address that the panel can open',
  },
];
