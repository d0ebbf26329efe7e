import { printWord } from '../../text/print-scalar.ts';
import { answer, oneOfThese } from '../ask.ts';
import { fileMade } from './made.ts';
import { idOf, titleOf } from './id.ts';
import type { Maker } from './maker.ts';

/** An opening, as a draft. */
export const role: Maker = async (making) => {
  const { context, input, today, opened: { workspace } } = making;
  const id = await idOf(making, 'a role');
  const pipelines = [...workspace.pipelines.keys()];
  const managers = [...workspace.people].filter(([, { value }]) => value.roles.includes('hiring-manager')).map(([name]) => name);
  const title = await answer(context, input, { option: 'title', ask: 'What is the opening called?', fallback: titleOf(id.replace(/-20\d\d$/, '')) });
  const pipeline = await answer(context, input, { option: 'pipeline', ask: `Which process (${pipelines.join(', ')})?`, ...first(pipelines), wrong: oneOfThese('pipeline', pipelines) });
  const manager = await answer(context, input, { option: 'manager', ask: `Who decides (${managers.join(', ')})?`, ...first(managers), wrong: oneOfThese('hiring manager', managers) });
  const optional = workspace.pipelines.get(pipeline)?.value.stages.filter((stage) => stage.optional).map((stage) => stage.id) ?? [];
  return fileMade(making, id, `content/roles/${id}.mdx`, () => `---
title: ${printWord(title)}
level: senior                   # as candidates read it: senior, junior, intern, …
stack: []
states:
  - on: ${today}
    is: draft                   # draft | open | paused | closed; add a line for each change
    because: Being written
headcount: 1
pipeline: ${pipeline}
with: []                        # ${optional.length === 0 ? 'this process has no optional stages' : `optional stages to switch on: ${optional.join(', ')}`}
manager: ${manager}
panel: []                       # people who may be asked to score
# pay: €70,000–80,000           candidates read it
---
What the work is, in a few lines.

## What you would do

## What you bring

## What we offer
`, [`To open it, add a state with is: open and name the panel.`]);
};

function first(words: readonly string[]): { fallback?: string } {
  return words.length === 1 && words[0] !== undefined ? { fallback: words[0] } : {};
}
