import type { Explanation } from './explanation.ts';

/** Explanations of the codes `message/…`. */
export const message: readonly Explanation[] = [
  {
    code: 'message/malformed-token', severity: 'error', title: 'Braces are no token',
    why: 'The candidate would read the braces.',
    wrong: '{{role title}}',
    right: '{{role.title}}',
  },
  {
    code: 'message/unknown-token', severity: 'error', title: 'A token is not known',
    why: 'The candidate would read the token instead of what it stands for.',
    wrong: '{{role.titel}}',
    right: '{{role.title}}',
  },
  {
    code: 'message/needs-fallback', severity: 'error', title: 'A token may be empty',
    why: 'First names live in the identity folder; where it is not open, “Hello ,” would go out.',
    wrong: '{{candidate.first_name}}',
    right: '{{candidate.first_name | there}}',
  },
  {
    code: 'message/token-not-there', severity: 'error', title: 'A token is not known on this occasion',
    why: 'There is no reason when somebody has just applied, no appointment when they are declined, and no deadline before a window has begun.',
    wrong: '{{reason}} in a receipt',
    right: '{{reason}} when declined',
  },
  {
    code: 'message/missing', severity: 'warning', title: 'A turn of the process has no message',
    why: 'Somebody will be in that place and hear nothing.',
    wrong: 'no message for declined at trial',
    right: 'a message with when: { on: declined }',
  },
  {
    code: 'message/answers', severity: 'warning', title: 'A message says wrongly whether it is an answer',
    why: 'The clock of a promise stops at the first answer; a receipt is none.',
    wrong: 'on: applied\nanswers: true',
    right: 'on: applied\nanswers: false',
  },
];
