import { z } from 'zod';
import { count, key, nullable } from './common.ts';

const share = () => z.number().min(0).max(1);
const interval = () => z.tuple([share(), share()]).describe('95 %, lower and upper.');

/** How many of those who enter a stage go on from it. */
export const goingSchema = z.strictObject({
  /** Days after entry the share is about; less than `asked` where nobody could be followed for so long. */
  day: count(), asked: count(),
  /** Cumulative incidence of going on (Aalen–Johansen), 0 to 1; null below five decided. */
  share: nullable(share()), interval: nullable(interval()),
  /** Went on of decided: Wilson interval; null below five decided. */
  went: count(), decided: count(), ofDecided: nullable(interval()),
  /** Not decided: still in the stage, or gone with an erasure. */
  unknown: count(),
  /** Shares of every way to leave by that day; what is missing to 1 is still in the stage. */
  ways: nullable(z.strictObject({ went: share(), declined: share(), withdrew: share(), expired: share(), returned: share() })),
  says: z.string(),
});
export type PublishedGoing = z.output<typeof goingSchema>;

const middle = () => nullable(z.strictObject({
  /** In days; null where half have not left yet, and where a limit is not known. */
  median: nullable(z.number()), lower: nullable(z.number()), upper: nullable(z.number()),
  /** The days by which a quarter and three quarters have left. */
  quartiles: z.tuple([nullable(z.number()), nullable(z.number())]),
}));

/** How long a stage takes until it is left; null below five exits. */
export const stageTimeSchema = z.strictObject({
  business: middle(), calendar: middle(),
  exits: count(), waiting: count(), longest: nullable(z.strictObject({ business: count(), calendar: count() })),
  /** Entries of erased candidates, which are known by the week only. */
  leftOut: count(),
  /** What it is planned to take at most, in business days; `promise`: the promised answer alone. */
  planned: nullable(z.strictObject({ days: count(), promise: z.boolean() })),
  /** The whole interval lies over what is planned. */
  over: z.boolean(),
  says: z.string(),
});
export type PublishedStageTime = z.output<typeof stageTimeSchema>;

const reasons = () => z.array(z.strictObject({ reason: key(), words: z.string(), count: count() }));

/** Why people left a stage without going on. */
export const leftSchema = z.strictObject({
  /** The most frequent first. */
  declined: reasons(), withdrew: reasons(),
  expired: count(),
  /** Declined or withdrew, the reason erased with the record. */
  unknown: count(),
  says: z.string(),
});

/** From application to hire: the whole way of a role. */
export const wholeWaySchema = z.strictObject({
  applied: count(), hired: count(), ended: count(),
  /** Days after applying the share is about; less than `asked` where nobody could be followed for so long. */
  day: count(), asked: count(),
  /** Cumulative incidence of being hired (Aalen–Johansen), 0 to 1; null below five ended. */
  share: nullable(share()), interval: nullable(interval()),
  /** Calendar days until an application ends, whichever way; null below five ends. */
  time: middle(),
  /** Erased applications, which the days leave out. */
  leftOut: count(),
  says: z.string(),
});
export type PublishedWholeWay = z.output<typeof wholeWaySchema>;

/** Where candidates wait, and for whom. */
export const waitsSchema = z.strictObject({
  stages: z.array(z.strictObject({
    stage: key(), title: z.string(),
    /** By whose move it is. */
    manager: count(), reviewers: count(), candidate: count(), late: count(),
    /** Business days of whoever has been in the stage for longest. */
    longest: count(),
    /** Business days that visits of the stage have taken so far, by who held them. */
    ours: count(), theirs: count(),
  })),
  /** Answers owed to whose application has ended: in no stage above. */
  untold: count(),
  people: z.array(z.strictObject({
    /** `anybody`: of the count, scores for which nobody was asked by name; they are not in `late`. */
    person: key(), side: z.enum(['manager', 'reviewers']), count: count(), anybody: count(), late: count(),
    owes: z.array(z.strictObject({ owes: z.string(), count: count() })),
  })),
  says: z.string(),
});
export type PublishedWaits = z.output<typeof waitsSchema>;

/** An entry into a stage: the rows behind the figures of a role. */
export const entrySchema = z.strictObject({
  stage: key(), candidate: key(), visit: key(),
  /** Day of entry. */
  entered: z.string(),
  how: nullable(z.string()), reason: nullable(z.string()),
  source: nullable(key()),
  /** Days in the stage, until the exit or until now. */
  business: nullable(count()), calendar: count(),
});
export type PublishedEntry = z.output<typeof entrySchema>;

const side = () => z.strictObject({ went: count(), of: count() });

/** One group of entries into a stage. */
export const segmentRowSchema = z.strictObject({
  key: z.string(), words: z.string(),
  entries: count(), declined: count(), withdrew: count(), expired: count(), returned: count(),
  going: goingSchema,
});
export type PublishedSegmentRow = z.output<typeof segmentRowSchema>;

/** `funnel.json`: entries by source, period, role, level and pipeline, side by side. */
export const funnelSchema = z.strictObject({
  /** Whether a page has more to say than that there are too few. */
  shown: z.boolean(),
  /** The one clear finding, or that there is none; where `shown` is false, what is missing. */
  says: z.string(),
  /** What so many comparisons bring about by chance; empty for fewer than two. */
  chance: z.string(),
  /** Comparisons made in all. */
  comparisons: count(),
  /** Cohorts: by what people brought with them, or when they entered. */
  segments: z.array(z.strictObject({
    dimension: z.enum(['source', 'period', 'role', 'level', 'pipeline']), title: z.string(),
    /** Given where the groups are the same as those of another dimension. */
    sameAs: nullable(z.string()),
    stages: z.array(z.strictObject({
      /** Null where stages of several pipelines that share a name stand together. */
      pipeline: nullable(key()), pipelineTitle: nullable(z.string()), stage: key(), title: z.string(),
      /** In calendar days after entry. */
      horizon: count(),
      rows: z.array(segmentRowSchema),
      comparisons: z.array(z.strictObject({
        of: z.string(), against: nullable(z.string()), first: side(), second: side(),
        difference: z.number(), interval: z.tuple([z.number(), z.number()]),
        /** The interval leaves out zero, which among many comparisons some do by chance. */
        apart: z.boolean(),
        says: z.string(),
      })),
      /** Entries left out of the groups, their source erased or their month no fair sample. */
      leftOut: count(),
      /** Who is not compared yet, or left out, and why. */
      notes: z.array(z.string()),
      /** What the groups show, as the title of their chart. */
      says: z.string(),
    })),
  })),
  /** Today's board: who waits in which stage. Never divided by a cohort. */
  snapshot: z.array(z.strictObject({
    role: key(), title: z.string(), waiting: count(),
    stages: z.array(z.strictObject({ stage: key(), title: z.string(), waiting: count() })),
  })),
});
export type PublishedFunnel = z.output<typeof funnelSchema>;
