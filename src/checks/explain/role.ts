import type { Explanation } from './explanation.ts';

/** Explanations of the codes `role/…`. */
export const role: readonly Explanation[] = [
  {
    code: 'role/not-optional', severity: 'error', title: 'A role switches on a stage that is always on',
    why: 'The list names optional stages only; mostly another stage was meant.',
    wrong: 'with: [trial]',
    right: 'with: [screening-call]',
  },
  {
    code: 'role/not-a-manager', severity: 'error', title: 'The manager is no hiring manager',
    why: 'Events and decisions are theirs to write, and the gate would refuse them.',
    wrong: 'manager: alice',
    right: 'manager: dana',
  },
  {
    code: 'role/not-a-reviewer', severity: 'warning', title: 'A member of the panel is no reviewer',
    why: 'They could be asked to score, and the gate would refuse the score.',
    wrong: 'panel: [jonas]',
    right: 'panel: [alice]',
  },
  {
    code: 'role/states-order', severity: 'error', title: 'The states are not in order',
    why: 'The last state that has begun holds; in the wrong order it is another one.',
    wrong: 'open from 5 May, then draft from 1 May',
    right: 'draft from 1 May, then open from 5 May',
  },
  {
    code: 'role/no-panel', severity: 'error', title: 'An open role has no panel',
    why: 'Nobody could be asked to score.',
    wrong: 'panel: []',
    right: 'panel: [alice, bob]',
  },
  {
    code: 'role/draft-with-candidates', severity: 'error', title: 'A draft has candidates',
    why: 'They applied to something that was never opened.',
    wrong: 'is: draft, with 3 candidates',
    right: 'is: open',
  },
  {
    code: 'role/headcount-reached', severity: 'warning', title: 'Everybody was found, and the role is still open',
    why: 'People go on applying for a place that is taken.',
    wrong: 'headcount: 1, one hired, is: open',
    right: 'is: closed',
  },
  {
    code: 'role/closed-but-waiting', severity: 'warning', title: 'The role is closed, and people still wait',
    why: 'They were forgotten: nobody looks at a closed role.',
    wrong: 'is: closed, with open applications',
    right: 'every application answered',
  },
];
