import type { Candidate } from './candidate.ts';
import type { Challenge, Key } from './challenge.ts';
import type { Session } from './calibration.ts';
import type { Conflict } from './conflict.ts';
import type { Decision } from './decision.ts';
import type { Fairness } from './fairness.ts';
import type { FileEntry } from './files.ts';
import type { Message } from './message.ts';
import type { Outcome } from './outcome.ts';
import type { GuidePage, Page } from './page.ts';
import type { Panel } from './panel.ts';
import type { Person } from './person.ts';
import type { Pipeline } from './pipeline.ts';
import type { Questions } from './questions.ts';
import type { Role } from './role.ts';
import type { Rubric } from './rubric.ts';
import type { Reference, SampleScore, Score } from './score.ts';
import type { SentMessages } from './sent-message.ts';
import type { Settings } from './settings.ts';
import type { Submission } from './submission.ts';
import type { Survey } from './survey.ts';
import type { Tombstone } from './tombstone.ts';
import type { TrialLog } from './trial-log.ts';

/** A record with the file it came from. */
export interface Stored<T> {
  readonly path: string;
  readonly value: T;
}

/** A markdown file: its front matter and the text after it. */
export interface Document<T> extends Stored<T> {
  readonly body: string;
  /** Line of the file on which the body begins, from 1. */
  readonly bodyLine: number;
}

/** A challenge with its key and the files a candidate starts from. */
export interface ChallengeFolder {
  readonly page: Document<Challenge>;
  readonly key: Stored<Key> | undefined;
  /** Starter files by path relative to `starter/`, with their text (undefined when binary or over the limit). */
  readonly starter: ReadonlyMap<string, string | undefined>;
}

/** A score file: whose it is, and which amendment (1 is the score itself). */
export interface StoredScore extends Stored<Score> {
  readonly person: string;
  readonly amendment: number;
}

/** One application: everything in one candidate folder, by visit where it belongs to a visit. */
export interface CandidateFolder {
  readonly role: string;
  readonly id: string;
  /** `content/candidates/<role>/<candidate>`. */
  readonly path: string;
  /** Absent when the file is missing or broken, or the candidate was erased. */
  readonly record: Stored<Candidate> | undefined;
  readonly messages: Stored<SentMessages> | undefined;
  readonly panels: ReadonlyMap<string, Stored<Panel>>;
  readonly submissions: ReadonlyMap<string, Stored<Submission>>;
  readonly submissionTexts: ReadonlyMap<string, Stored<string>>;
  /** By visit, then in the order of file names. */
  readonly scores: ReadonlyMap<string, readonly StoredScore[]>;
  readonly conflicts: ReadonlyMap<string, Stored<Conflict>>;
  /** Logs of paid trials, by visit. */
  readonly logs: ReadonlyMap<string, Stored<TrialLog>>;
  /** In the order of their revisions. */
  readonly decisions: readonly Stored<Decision>[];
  readonly erased: Stored<Tombstone> | undefined;
  /** Files stored encrypted (`….age`), by the path they would have in the open. */
  readonly sealed: ReadonlySet<string>;
}

/** A calibration session with its samples. */
export interface CalibrationFolder {
  readonly session: Stored<Session>;
  readonly samples: ReadonlyMap<string, Stored<string>>;
  /** By sample, then by person. */
  readonly scores: ReadonlyMap<string, ReadonlyMap<string, Stored<SampleScore>>>;
  readonly references: ReadonlyMap<string, Stored<Reference>>;
}

/** A rubric: its current text and every frozen version. */
export interface RubricHistory {
  readonly current: Stored<Rubric> | undefined;
  /** By version number, ascending. */
  readonly versions: ReadonlyMap<number, Stored<Rubric>>;
}

/** Which days are no business days, resolved once when the workspace is loaded. */
export interface Calendar {
  readonly timezone: string;
  /** Days of the week on which people work; 1 is Monday, 7 is Sunday. */
  readonly workdays: ReadonlySet<number>;
  /** Public holidays and own closing days, `2026-12-25` → what it is. */
  readonly closed: ReadonlyMap<string, string>;
  /** First and last year that `closed` covers. */
  readonly years: readonly [number, number];
}

/** The whole tree, parsed. Immutable; ids are the keys of the maps, in ascending order. */
export interface Workspace {
  readonly settings: Stored<Settings>;
  readonly calendar: Calendar;
  readonly people: ReadonlyMap<string, Stored<Person>>;
  readonly pipelines: ReadonlyMap<string, Stored<Pipeline>>;
  readonly roles: ReadonlyMap<string, Document<Role>>;
  readonly challenges: ReadonlyMap<string, ChallengeFolder>;
  readonly questions: ReadonlyMap<string, Stored<Questions>>;
  /** By message, then by language. */
  readonly messages: ReadonlyMap<string, ReadonlyMap<string, Document<Message>>>;
  readonly guide: ReadonlyMap<string, Document<GuidePage>>;
  readonly policies: ReadonlyMap<string, Document<Page>>;
  readonly rubrics: ReadonlyMap<string, RubricHistory>;
  /** By role, then by candidate. */
  readonly candidates: ReadonlyMap<string, ReadonlyMap<string, CandidateFolder>>;
  readonly calibrations: ReadonlyMap<string, CalibrationFolder>;
  /** By role, then by token. */
  readonly surveys: ReadonlyMap<string, ReadonlyMap<string, Stored<Survey>>>;
  /** By role, then by candidate. */
  readonly outcomes: ReadonlyMap<string, ReadonlyMap<string, Stored<Outcome>>>;
  /** By role, then `period/dimension`. */
  readonly fairness: ReadonlyMap<string, ReadonlyMap<string, Stored<Fairness>>>;
  /** Every entry of the tree below `content/` and `rubrics/`. */
  readonly entries: readonly FileEntry[];
  /** Paths whose content has problems of its own and that were left out. */
  readonly broken: ReadonlySet<string>;
}
