import type { Stage } from '../../model/pipeline.ts';
import type { Question } from '../../intake/field.ts';
import { stagesOf } from '../../model/stages.ts';
import type { Workspace } from '../../model/workspace.ts';
import { answer, oneOfThese } from '../ask.ts';
import { Mistake, type Context, type Input } from '../command.ts';

/** An opening that takes applications, and the stage they begin in. */
export interface Opening {
  readonly role: string;
  readonly stage: Stage;
  /** What the first stage asks; empty where it asks nothing. */
  readonly questions: readonly Question[];
}

/**
 * The opening of `--role`, or the one that somebody names.
 * @param today a day in the organisation's zone
 * @throws Mistake when there is none, it is a draft, or its process has no stage to enter
 */
export async function openingFor(context: Context, input: Input, workspace: Workspace, today: string): Promise<Opening> {
  const stateOf = (id: string): string | undefined => [...workspace.roles.get(id)?.value.states ?? []].findLast((state) => state.on <= today)?.is;
  const open = [...workspace.roles.keys()].filter((id) => stateOf(id) === 'open');
  const only = open.length === 1 ? open[0] : undefined;
  const role = await answer(context, input, {
    option: 'role', ask: open.length === 0 ? 'For which role?' : `For which role (open: ${open.join(', ')})?`, ...(only === undefined ? {} : { fallback: only }), wrong: oneOfThese('role', workspace.roles.keys()),
  });
  const state = stateOf(role) ?? 'draft';
  if (state === 'draft') throw new Mistake(`“${role}” is a draft: nobody can apply. Open it first, by a state with is: open.`);
  if (state !== 'open') context.stderr(`“${role}” is ${state}; the application is recorded all the same.\n`);
  const value = workspace.roles.get(role)?.value;
  const pipeline = value && workspace.pipelines.get(value.pipeline)?.value;
  const stage = pipeline && stagesOf(pipeline, value.with).find((each) => each.retired === undefined || each.retired > today);
  if (!stage) throw new Mistake(`The process of “${role}” has no stage to enter; “hire check” says what is wrong with it.`);
  return { role, stage, questions: workspace.questions.get(stage.questions ?? '')?.value.questions ?? [] };
}
