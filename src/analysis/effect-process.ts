import type { Challenge } from '../model/challenge.ts';
import type { Stage } from '../model/pipeline.ts';
import { stagesOf, stageTitle } from '../model/stages.ts';
import type { Workspace } from '../model/workspace.ts';
import type { CandidateFacts } from './facts.ts';
import { roleCost } from './process-cost.ts';
import { differencesOf, type Difference } from './effect-values.ts';

/** What happens to one stage of a role. */
export interface StageChange {
  readonly stage: string;
  readonly title: string;
  readonly how: 'added' | 'removed' | 'moved' | 'changed';
  readonly what: readonly Difference[];
}

/** What a change of the process means for one opening. */
export interface RoleEffect {
  readonly role: string;
  readonly title: string;
  /** Unpaid hours and calendar days a candidate gives; undefined where the opening is new or gone. */
  readonly before: { readonly hours: number; readonly days: number } | undefined;
  readonly after: { readonly hours: number; readonly days: number } | undefined;
  readonly stages: readonly StageChange[];
  /** Candidates under way. */
  readonly open: number;
  /** Those of them who are in a stage that changes or goes away, in the order of pseudonyms. */
  readonly touched: readonly string[];
}

/** Openings whose stages or costs a change alters, in the order of their ids; those that stay as they are are left out. */
export function processEffect(before: Workspace, after: Workspace, all: readonly CandidateFacts[], today: string): RoleEffect[] {
  return [...new Set([...before.roles.keys(), ...after.roles.keys()])].sort().flatMap((role): RoleEffect[] => {
    const [was, is] = [roleCost(before, role, today), roleCost(after, role, today)];
    const stages = stageChanges(before, after, role);
    if (stages.length === 0 && was?.hours === is?.hours && was?.days === is?.days) return [];
    const open = all.filter((facts) => facts.role === role && !facts.closed);
    const concerned = new Set(stages.filter(({ how }) => how !== 'added' && how !== 'moved').map(({ stage }) => stage));
    return [{
      role, title: (after.roles.get(role) ?? before.roles.get(role))?.value.title ?? role, before: was, after: is, stages,
      open: open.length, touched: open.filter(({ current }) => current !== undefined && concerned.has(current.stage)).map(({ id }) => id).sort(),
    }];
  });
}

function stageChanges(before: Workspace, after: Workspace, role: string): StageChange[] {
  const [was, is] = [stagesOfRole(before, role), stagesOfRole(after, role)];
  const [old, fresh] = [new Map(was.map((stage) => [stage.id, stage])), new Map(is.map((stage) => [stage.id, stage]))];
  // Order is compared among those that both have: one that comes in between moves nobody.
  const common = was.filter(({ id }) => fresh.has(id)).map(({ id }) => id);
  const order = is.filter(({ id }) => old.has(id)).map(({ id }) => id);
  const change = (stage: Stage, how: StageChange['how'], what: readonly Difference[] = []): StageChange => ({ stage: stage.id, title: stageTitle(stage), how, what });
  return [
    ...is.flatMap((stage): StageChange[] => {
      const earlier = old.get(stage.id);
      if (!earlier) return [change(stage, 'added')];
      const what = differencesOf(termsOf(before, earlier), termsOf(after, stage));
      const moved = common.indexOf(stage.id) !== order.indexOf(stage.id);
      return what.length > 0 ? [change(stage, 'changed', what)] : moved ? [change(stage, 'moved')] : [];
    }),
    ...was.filter(({ id }) => !fresh.has(id)).map((stage) => change(stage, 'removed')),
  ];
}

function stagesOfRole(workspace: Workspace, role: string): Stage[] {
  const opening = workspace.roles.get(role)?.value;
  const pipeline = opening === undefined ? undefined : workspace.pipelines.get(opening.pipeline)?.value;
  return pipeline && opening ? stagesOf(pipeline, opening.with) : [];
}

/** A stage with what its challenge asks of a candidate, which they feel as the stage’s own. */
function termsOf(workspace: Workspace, stage: Stage): Readonly<Record<string, unknown>> {
  const challenge: Challenge | undefined = stage.challenge === undefined ? undefined : workspace.challenges.get(stage.challenge)?.page.value;
  if (!challenge) return stage;
  const { effort, window, length, compensation, deliverables, ai } = challenge;
  return { ...stage, effort, window, ...(stage.length === undefined && { length }), compensation, deliverables, ai };
}
