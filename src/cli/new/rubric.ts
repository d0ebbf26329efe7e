import { isScored, STAGE_KINDS } from '../../model/stage-kind.ts';
import { answer, oneOfThese } from '../ask.ts';
import { fileMade } from './made.ts';
import { idOf, titleOf } from './id.ts';
import type { Maker } from './maker.ts';

const CRITERIA = ['Correctness', 'Explanation'];
const LEVELS = ['What is missing or wrong at this level.', 'What is there, and what still fails.', 'What holds in ordinary use.', 'What an excellent answer shows, in words that can be checked.'];

/** A rubric as a draft: nothing is scored with it until it is live and frozen. */
export const rubric: Maker = async (making) => {
  const id = await idOf(making, 'a rubric');
  const kinds = STAGE_KINDS.filter(isScored);
  const kind = await answer(making.context, making.input, { option: 'for', ask: `For which kind of stage (${kinds.join(', ')})?`, fallback: 'take-home', wrong: oneOfThese('such kind of stage', kinds) });
  const sections = CRITERIA.map((name) => `## ${name}\n${LEVELS.map((words, index) => `- **${index + 1}** ${words}`).join('\n')}\n`);
  return fileMade(making, id, `rubrics/${id}.md`, () => `---
title: ${titleOf(id)}
version: 1
scale: 1-4
kind: ${kind}
status: draft                   # live once it is used; then its text is frozen (hire rubric freeze ${id})
must_have: []
communication: [explanation]    # criteria that judge how it is explained, or: elsewhere
collaboration: []
---
What this rubric is for, and what it leaves out.

| Criterion   | Weight | Indicators                                         |
| ----------- | -----: | -------------------------------------------------- |
| Correctness |    60% | Does what was asked, and names where it stops       |
| Explanation |    40% | Says why, what was left out, and what would change it |

${sections.join('\n')}`, [`When it is ready: hire rubric freeze ${id}`]);
};
