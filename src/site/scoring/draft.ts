import { emptyAnswers, isBegun, type Answers, type ScoringForm } from './form.ts';

/** A form that was kept on the device, and when. */
export interface Draft {
  readonly saved: string;
  readonly answers: Answers;
}

/** What keeps drafts; a browser may have none, or refuse. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Under this key the device remembers who sits at it. */
const ME = 'hire-reviewer';

/** One draft per visit and person: two reviewers at one device do not read each other. */
function keyOf(form: ScoringForm, person: string): string {
  return `hire-score/${form.role}/${form.candidate}/${form.visit}/${person}`;
}

/** Keeps the form. @returns whether the device kept it */
export function keepDraft(shelf: Shelf | undefined, form: ScoringForm, answers: Answers, saved: string): boolean {
  try {
    if (!shelf) return false;
    if (isBegun(answers)) shelf.setItem(keyOf(form, answers.person), JSON.stringify({ saved, reference: form.reference, answers }));
    else shelf.removeItem(keyOf(form, answers.person));
    return true;
  } catch {
    return false;
  }
}

/** The draft of a person; undefined where there is none, it cannot be read, or it is for another version of the rubric. */
export function draftOf(shelf: Shelf | undefined, form: ScoringForm, person: string): Draft | undefined {
  try {
    const kept = JSON.parse(shelf?.getItem(keyOf(form, person)) ?? 'null') as { saved?: unknown; reference?: unknown; answers?: unknown } | null;
    if (kept === null || typeof kept.saved !== 'string' || kept.reference !== form.reference || typeof kept.answers !== 'object') return undefined;
    return { saved: kept.saved, answers: { ...sound(form, kept.answers as Partial<Answers>), person } };
  } catch {
    return undefined;
  }
}

/** Takes the draft away. */
export function dropDraft(shelf: Shelf | undefined, form: ScoringForm, person: string): void {
  try {
    shelf?.removeItem(keyOf(form, person));
  } catch {
    // What cannot be kept cannot be taken away either.
  }
}

/** Milliseconds after which a draft is nobody's any more: a visit is decided long before. */
const FORGOTTEN = 60 * 24 * 3_600_000;

/** Takes away drafts that nobody came back to, so that no candidate's marks lie on a device for ever. */
export function forgetOldDrafts(shelf: Storage | undefined, now: number): void {
  try {
    for (const key of Object.keys(shelf ?? {}).filter((each) => each.startsWith('hire-score/'))) {
      const { saved } = JSON.parse(shelf?.getItem(key) ?? '{}') as { saved?: string };
      if (!(now - Date.parse(saved ?? '') < FORGOTTEN)) shelf?.removeItem(key);
    }
  } catch {
    // What cannot be read is left to the browser.
  }
}

/** Who sat here last, if they are one of those who may score. */
export function rememberedPerson(shelf: Shelf | undefined, form: ScoringForm): string {
  try {
    const person = shelf?.getItem(ME) ?? '';
    return form.people.some((each) => each.person === person) ? person : '';
  } catch {
    return '';
  }
}

/** Keeps who sits here. */
export function rememberPerson(shelf: Shelf | undefined, person: string): void {
  try {
    shelf?.setItem(ME, person);
  } catch {
    // Then it is asked again.
  }
}

/** An older page may have kept less, or something else. */
function sound(form: ScoringForm, kept: Partial<Answers>): Answers {
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  const empty = emptyAnswers(form);
  return {
    person: text(kept.person),
    marks: Object.fromEntries(Object.keys(empty.marks).map((id) => [id, { mark: text(kept.marks?.[id]?.mark), words: text(kept.marks?.[id]?.words) }])),
    recommendation: text(kept.recommendation), bar: text(kept.bar), summary: text(kept.summary), minutes: text(kept.minutes), free: kept.free === true,
  };
}
