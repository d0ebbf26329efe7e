import { shareOf, shareSays, type Share } from './share.ts';
import type { ErasedVisit, TaskVisit } from './visits.ts';

/** How many go on from a stage that sets a challenge, in visits. */
export interface StageFlow {
  readonly pipeline: string;
  readonly stage: string;
  readonly reached: number;
  readonly waiting: number;
  /** Went on or hired, of all that were decided: advanced, hired, declined, withdrew or expired. */
  readonly wentOn: Share;
  readonly says: string;
}

/** Who left by themselves, and when. */
export interface Leaving {
  readonly withdrew: number;
  readonly expired: number;
  /** Of the two: before anything had begun. */
  readonly before: number;
  readonly share: Share;
  /** Of those who withdrew, by reason, the most frequent first. */
  readonly reasons: readonly { readonly reason: string; readonly count: number }[];
  readonly says: string;
}

type Ended = { readonly pipeline: string; readonly stage: string; readonly how: TaskVisit['visit']['how'] };

/** By stage of a pipeline, in the order in which pipelines and stages are met. Erased candidates are in with how their visit ended. */
export function stageFlows(visits: readonly TaskVisit[], erased: readonly ErasedVisit[]): StageFlow[] {
  const ended: readonly (Ended & { readonly waits: boolean })[] = [
    ...visits.map(({ pipeline, visit: { stage, how } }) => ({ pipeline, stage, how, waits: how === undefined })),
    ...erased.map((visit) => ({ ...visit, waits: false })),
  ];
  return [...Map.groupBy(ended, ({ pipeline, stage }) => `${pipeline}/${stage}`)].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, those]) => {
    const [first] = those;
    if (!first) return [];
    const wentOn = shareOf(count(those, 'advanced', 'hired'), count(those, 'advanced', 'hired', 'declined', 'withdrew', 'expired'));
    return [{
      pipeline: first.pipeline, stage: first.stage, reached: those.length, waiting: those.filter(({ waits }) => waits).length, wentOn,
      says: wentOn.n === 0 ? 'No visit was decided yet.' : shareSays(wentOn, 'decided visits went on'),
    }];
  });
}

/** Withdrawals and windows that passed, over every stage that sets the challenge. */
export function leaving(visits: readonly TaskVisit[], erased: readonly ErasedVisit[]): Leaving {
  const all: readonly { readonly how: Ended['how'] }[] = [...visits.map(({ visit }) => visit), ...erased];
  const [withdrew, expired] = [count(all, 'withdrew'), count(all, 'expired')];
  const share = shareOf(withdrew + expired, count(all, 'advanced', 'hired', 'declined', 'withdrew', 'expired'));
  const reasons = new Map<string, number>();
  for (const { visit: { how, reason } } of visits) if (how === 'withdrew' && reason !== undefined) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  return {
    withdrew, expired, share,
    before: visits.filter(({ visit }) => (visit.how === 'withdrew' || visit.how === 'expired') && !began(visit)).length,
    reasons: [...reasons].map(([reason, times]) => ({ reason, count: times })).sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1)),
    says: share.n === 0 ? 'No visit was decided yet.' : shareSays(share, 'decided visits ended with a withdrawal or a time that ran out'),
  };
}

/** Whether somebody has the task before them: the window was started, the work handed in, or both sides met. */
export function began({ started, submitted, held }: Pick<TaskVisit['visit'], 'started' | 'submitted' | 'held'>): boolean {
  return (started ?? submitted ?? held) !== undefined;
}

function count(visits: readonly { readonly how: Ended['how'] }[], ...ways: readonly NonNullable<Ended['how']>[]): number {
  return visits.reduce((total, { how }) => total + (how !== undefined && ways.includes(how) ? 1 : 0), 0);
}
