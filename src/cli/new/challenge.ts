import { isHandedIn, STAGE_KINDS } from '../../model/stage-kind.ts';
import { answer, oneOfThese } from '../ask.ts';
import { idOf, titleOf } from './id.ts';
import type { Maker } from './maker.ts';
import { modeline } from '../new-files.ts';
import { rubricFor } from './pipeline.ts';

/** A challenge: what candidates read, what they start from, what reviewers look for. */
export const challenge: Maker = async (making) => {
  const { context, input, opened: { root, workspace } } = making;
  const id = await idOf(making, 'a challenge');
  const kinds = STAGE_KINDS.filter((each) => isHandedIn(each) || each === 'trial');
  const kind = await answer(context, input, { option: 'for', ask: `For which kind of stage (${kinds.join(', ')})?`, fallback: 'take-home', wrong: oneOfThese('such kind of stage', kinds) });
  const known = kinds.find((each) => each === kind) ?? 'take-home';
  const time = kind === 'trial' ? 'length: 1 week\ncompensation: { amount: 1000, currency: EUR, per: week }' : 'effort: 2-3 h                     # honest hours; more than 4 turns good people away\nwindow: 72h                       # at least six times the effort\nstart_within: 14 days';
  const folder = `content/challenges/${id}`;
  const page = `---
title: ${titleOf(id)}
kind: ${kind}
version: 1
rubric: ${rubricFor(workspace, known) ?? id}
${time}
deliverables:
  - What is handed in
acceptance:
  - A point that can be checked, such as a command and what it prints
ai:
  use: disclosed                  # allowed | disclosed | not-allowed
  means: |
    You may use any tool; say which one and for what.
not_marked: []
do_not_build: []
---
What the candidate is asked to do, and why it is worth doing.

## How it is judged

<Criteria rubric="${rubricFor(workspace, known) ?? id}"/>
`;
  const keyPath = `${folder}/key.yml`;
  return {
    id,
    files: [
      { root, path: `${folder}/challenge.mdx`, text: page },
      { root, path: keyPath, text: `${modeline(keyPath, 'key')}\n# Reviewers only: what a good answer contains. Candidates never see this file.\nexpect: []\n` },
      { root, path: `${folder}/starter/README.md`, text: `# ${titleOf(id)}\n\nWhat is in this folder, and how to start.\n` },
    ],
    next: ['Let a colleague do it with a watch before a candidate does; effort: is what they needed.'],
  };
};
