import type { Adjustment } from '../model/candidate.ts';
import type { Decision } from '../model/decision.ts';
import type { Duration } from '../model/duration.ts';
import type { Phase } from '../model/event-rules.ts';
import type { Exit, Fault } from '../model/replay.ts';
import type { Rubric } from '../model/rubric.ts';
import type { BarAnswer, Recommendation } from '../model/score.ts';
import type { StageKind } from '../model/stage-kind.ts';
import type { CandidateFolder, Stored, StoredScore } from '../model/workspace.ts';
import type { RubricScore } from './rubric-score.ts';

/** The last moment that is still in time: an epoch in milliseconds, and the organisation's day it falls on. */
export interface Due {
  readonly at: number;
  readonly day: string;
}

/** Until when a window may be started or a meeting booked. */
export interface StartBy extends Due {
  /** Whether a message named it; otherwise it follows from the stage. */
  readonly promised: boolean;
}

/** Until when work is to be handed in, or an offer answered. */
export interface Deadline extends Due {
  /** The latest date a message named, as an epoch in milliseconds. */
  readonly promised: number | undefined;
  /** Extra time that is inside, in the order it was granted. */
  readonly extra: readonly Adjustment[];
  /** Handed in after it, or not at all and it has passed. */
  readonly missed: boolean;
}

/** Kept and late were answered; open and overdue wait. */
export type ReplyState = 'kept' | 'late' | 'open' | 'overdue';

/** The answer we owe for one visit. */
export interface Reply {
  readonly state: ReplyState;
  /** The event that started the clock, as written and as an epoch in milliseconds. */
  readonly since: string;
  readonly sinceAt: number;
  readonly due: Due;
  /** The promise in words, where it was a duration; a named day has none. */
  readonly promised: Duration | undefined;
  readonly promisedBy: 'message' | 'stage' | 'role' | 'settings';
  /** When the first answering message was sent, as written. */
  readonly answered: string | undefined;
  readonly answeredAt: number | undefined;
  /** Who sent it: a person, or `hire` for the tool. */
  readonly answeredBy: string | undefined;
  /** Business days from the start of the clock to the answer, or to now. */
  readonly days: number;
  /** Decided, and the candidate does not know. */
  readonly decidedNotTold: boolean;
}

/** Why a score is shown and not counted. */
export type LeftOut = 'shadow' | 'conflict' | 'late' | 'version' | 'released' | 'unasked';

/** One reviewer's score of a visit. */
export interface ScoreFact {
  readonly person: string;
  /** The score and its amendments, oldest first. */
  readonly versions: readonly StoredScore[];
  /** The version that holds. */
  readonly effective: StoredScore;
  /** When the first version was submitted, epoch in milliseconds. */
  readonly submittedAt: number;
  readonly counted: boolean;
  readonly leftOut: LeftOut | undefined;
}

/** Somebody who was asked to score. */
export interface AskedFact {
  readonly person: string;
  readonly asked: string;
  readonly due: string | undefined;
  readonly released: string | undefined;
  readonly reason: 'left' | 'conflict' | 'unavailable' | undefined;
  readonly shadow: boolean;
  readonly in: boolean;
}

/** A score that somebody was asked for by name and has not given. */
export interface MissingScore {
  readonly person: string;
  readonly asked: string | undefined;
  readonly due: string | undefined;
}

/** Who is to score a visit, who has, and whether that is everybody. */
export interface PanelFact {
  /** Whether a panel file names people. */
  readonly named: boolean;
  /** Rubric and version, `technical-challenge@3`. */
  readonly reference: string | undefined;
  readonly asked: readonly AskedFact[];
  /** Who may take it where nobody was asked by name; empty otherwise. */
  readonly pool: readonly string[];
  readonly scoresIn: number;
  readonly scoresWanted: number;
  readonly missing: readonly MissingScore[];
  /** Everyone asked by then had scored, or the visit has ended. */
  readonly complete: boolean;
  /** From which moment, epoch in milliseconds. */
  readonly completeAt: number | undefined;
}

/** A stretch of time that one side held. */
export interface Segment {
  readonly by: 'ours' | 'theirs';
  readonly visit: string;
  readonly from: number;
  readonly to: number;
  readonly businessDays: number;
  readonly calendarDays: number;
}

/** A criterion on which counted reviewers stand apart. */
export interface Disagreement {
  readonly visit: string;
  readonly criterion: string;
  readonly weight: number;
  readonly min: number;
  readonly max: number;
  readonly spread: number;
}

/** One entry into a stage and everything that follows from the record. Instants are as written, `…At` are epochs in milliseconds. */
export interface VisitFacts {
  readonly name: string;
  readonly stage: string;
  readonly number: number;
  readonly kind: StageKind;
  readonly phase: Phase;
  readonly entered: string;
  readonly enteredAt: number;
  readonly started: string | undefined;
  readonly submitted: string | undefined;
  readonly bookedFor: string | undefined;
  /** When a booked meeting, or a trial, is over. */
  readonly meetsUntil: Due | undefined;
  readonly held: string | undefined;
  readonly offered: string | undefined;
  readonly left: string | undefined;
  readonly leftAt: number | undefined;
  readonly how: Exit | undefined;
  readonly reason: string | undefined;
  readonly by: string | undefined;
  readonly startBy: StartBy | undefined;
  readonly deadline: Deadline | undefined;
  readonly reply: Reply | undefined;
  /** Undefined for a stage that nobody scores. */
  readonly panel: PanelFact | undefined;
  readonly scores: readonly ScoreFact[];
  /** The rubric in the version this visit keeps. */
  readonly rubric: Rubric | undefined;
  readonly rubricId: string | undefined;
  /** Of the counted scores, whether complete or not: only `view` decides what may be shown. */
  readonly score: RubricScore | undefined;
  /** Widest spread first. */
  readonly disagreements: readonly Disagreement[];
  /** Criteria without a mark of any counted reviewer, once there is a counted score; in the rubric's order. */
  readonly notAssessed: readonly string[];
  /** Whole business days that each side held, and whole calendar days. */
  readonly time: HeldTime;
}

/** How long each side held the time. */
export interface HeldTime {
  readonly ours: number;
  readonly theirs: number;
  readonly oursCalendar: number;
  readonly theirsCalendar: number;
}

/** Whose move it is. */
export type Side = 'manager' | 'reviewers' | 'candidate' | 'nobody';
export type Owes = 'decide' | 'answer' | 'score' | 'invite' | 'offer' | 'hand-in' | 'start' | 'book' | 'meet' | 'attend' | 'record' | 'answer-offer' | 'nothing';

/** Who must act, what they owe, and by when. */
export interface Move {
  readonly on: Side;
  /** The people, where it is us; where nobody was asked by name, everyone who may take it. */
  readonly people: readonly string[];
  readonly owes: Owes;
  /** Since when, epoch in milliseconds. */
  readonly sinceAt: number | undefined;
  readonly due: Due | undefined;
  /** Business days past the due day, at least 1 when it has passed; 0 when not late. */
  readonly lateBy: number;
}

/** The weighted percent over the complete stages that have a weight. It decides nothing. */
export interface Overall {
  readonly percent: number;
  /** Share of the weights that stand behind it, 0 to 1. */
  readonly coverage: number;
  /** Weighted percents of the lowest and of the highest reviewer total per stage. */
  readonly spread: readonly [number, number];
  /** Whether a stage inside lacks coverage or a must-have. */
  readonly incomplete: boolean;
  readonly stages: readonly { readonly visit: string; readonly stage: string; readonly percent: number; readonly weight: number }[];
}

/** One person's answer to the pipeline's question. */
export interface BarFact {
  readonly person: string;
  readonly visit: string;
  readonly bar: BarAnswer;
  readonly recommendation: Recommendation;
  readonly counted: boolean;
}

/** Everything that follows from one application at one moment. */
export interface CandidateFacts {
  readonly role: string;
  readonly id: string;
  readonly folder: CandidateFolder;
  readonly manager: string | undefined;
  readonly visits: readonly VisitFacts[];
  readonly current: VisitFacts | undefined;
  readonly closed: boolean;
  /** How the application ended. */
  readonly how: 'hired' | 'declined' | 'withdrew' | 'expired' | 'erased' | undefined;
  readonly reason: string | undefined;
  readonly appliedAt: number | undefined;
  /** When anything last happened: event, message, score or decision. */
  readonly lastAt: number | undefined;
  /** Business days in the current stage, or in the last one until it ended; time between a close and a reopening is nobody's. */
  readonly daysInStage: number;
  readonly move: Move;
  readonly segments: readonly Segment[];
  readonly held: HeldTime;
  readonly overall: Overall | undefined;
  /** Over every complete visit, widest spread first. */
  readonly disagreements: readonly Disagreement[];
  /** The visit whose answers to the bar stand beside the decision: the last complete one with a counted score. */
  readonly deciding: string | undefined;
  readonly bar: readonly BarFact[];
  /** Those that had been made by then, first to last. */
  readonly decisions: readonly Stored<Decision>[];
  readonly faults: readonly Fault[];
  /** Facts after now, left out of everything above. */
  readonly ignored: number;
}
