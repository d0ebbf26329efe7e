import type { StageKind } from '../../model/stage-kind.ts';
import type { Workspace } from '../../model/workspace.ts';
import { fileMade, yaml } from './made.ts';
import { idOf, titleOf } from './id.ts';
import type { Maker } from './maker.ts';

/** A process with the fewest stages that make one; more are added by hand. */
export const pipeline: Maker = async (making) => {
  const id = await idOf(making, 'a pipeline');
  const { workspace } = making.opened;
  const set = [...workspace.questions].find(([, { value }]) => value.for === 'candidates')?.[0];
  return fileMade(making, id, `content/pipelines/${id}.yml`, (path) => yaml(path, 'pipeline', `
title: ${titleOf(id)}
about: |
  When to use this process.
bar: Would this person make our team measurably better?
stages:
  - id: application
    kind: screening               # screening | call | take-home | code-review | written-design | interview | trial | final | offer
    why: |
      What this stage shows; candidates read it.
    questions: ${set ?? 'application'}
    rubric: ${rubricFor(workspace, 'screening') ?? 'application'}
    reviewers: 1
    reply_within: 3 business days
  - id: conversation
    kind: interview
    why: |
      What this stage shows; candidates read it.
    length: 60 min
    rubric: ${rubricFor(workspace, 'interview') ?? 'conversation'}
    reviewers: 2
    weight: 100 %                 # weights of all stages add up to 100
    reply_within: 3 business days
  - id: decision
    kind: final
    why: |
      The bar gets its answer.
    reply_within: 3 business days
  - id: offer
    kind: offer
    why: |
      The yes in writing.
    reply_within: 3 business days
`), ['“hire check” prints what the process costs a candidate.']);
};

/** A live rubric for stages of a kind, where there is one. */
export function rubricFor(workspace: Workspace, kind: StageKind): string | undefined {
  const fitting = [...workspace.rubrics].filter(([, { current }]) => current?.value.kind === kind);
  return (fitting.find(([, { current }]) => current?.value.status === 'live') ?? fitting[0])?.[0];
}
