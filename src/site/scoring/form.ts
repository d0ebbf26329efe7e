import type { PublishedBuild } from '../../view/published/reference.ts';
import type { PublishedScoring } from '../../view/published/scoring.ts';

/** What the page hands its script: the sheet without what only stands on the page. */
export interface ScoringForm {
  readonly role: string;
  readonly candidate: string;
  readonly visit: string;
  /** "Teal Otter, technical challenge", for titles. */
  readonly spoken: string;
  readonly folder: string;
  readonly reference: string;
  readonly min: number;
  readonly max: number;
  readonly criteria: readonly { readonly id: string; readonly name: string }[];
  readonly evidenceMin: number;
  readonly people: readonly { readonly person: string; readonly name: string }[];
  readonly repository: PublishedBuild['repository'];
  /** The example's moment stands for now, so that its scores are not from its future; null: the clock of the device. */
  readonly clock: string | null;
  /** The organisation's, in which instants are written. */
  readonly timezone: string;
}

/** The form as it is filled in; '' is not answered. */
export interface Answers {
  readonly person: string;
  /** By criterion: a level in digits or `not-observed`, and the evidence or the reason. */
  readonly marks: Readonly<Record<string, { readonly mark: string; readonly words: string }>>;
  readonly recommendation: string;
  readonly bar: string;
  readonly summary: string;
  readonly minutes: string;
  /** Attested that there is no conflict of interest. */
  readonly free: boolean;
}

/** The part of a published sheet that the script works with. */
export function formOf(sheet: PublishedScoring, { repository, clock, timezone }: Pick<ScoringForm, 'repository' | 'clock' | 'timezone'>): ScoringForm {
  return {
    role: sheet.role, candidate: sheet.candidate, visit: sheet.visit, spoken: `${sheet.spoken}, ${sheet.visitTitle.charAt(0).toLowerCase()}${sheet.visitTitle.slice(1)}`,
    folder: sheet.folder, reference: sheet.rubric.reference, min: sheet.rubric.min, max: sheet.rubric.max,
    criteria: sheet.rubric.criteria.map(({ id, name }) => ({ id, name })),
    evidenceMin: sheet.evidenceMin,
    people: sheet.people.filter((each) => !each.in).map(({ person, name }) => ({ person, name })),
    repository, clock, timezone,
  };
}

/** Nothing answered. */
export function emptyAnswers(form: ScoringForm): Answers {
  return { person: '', marks: Object.fromEntries(form.criteria.map(({ id }) => [id, { mark: '', words: '' }])), recommendation: '', bar: '', summary: '', minutes: '', free: false };
}

/** Whether anything but the person was answered. */
export function isBegun(answers: Answers): boolean {
  return answers.free || [answers.recommendation, answers.bar, answers.summary, answers.minutes].some((text) => text !== '')
    || Object.values(answers.marks).some(({ mark, words }) => mark !== '' || words !== '');
}
