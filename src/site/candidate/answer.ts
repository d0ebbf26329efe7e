/** What the form needs to know of the survey; it stands in the page as data. */
export interface SurveyForm {
  readonly set: string;
  readonly questions: readonly { readonly id: string; readonly kind: 'scale' | 'choice' | 'text'; readonly words: number | null; readonly required: boolean }[];
  /** Challenges by role. */
  readonly roles: Readonly<Record<string, readonly string[]>>;
}

/** One anonymous answer, as it is handed over. */
export interface SurveyAnswer {
  readonly role: string;
  readonly questions: string;
  readonly month: string;
  readonly outcome: string;
  readonly recommend?: number;
  readonly answers: Readonly<Record<string, string | number>>;
  readonly minutes: Readonly<Record<string, number>>;
  /** Random, so that the same answer sent twice is known as one; it says nothing and is not kept. */
  readonly id: string;
}

/** What is wrong with one field, as its name and a sentence. */
export interface FieldFault {
  readonly field: string;
  readonly message: string;
}

/** More minutes than this are a slip: a hundred hours. */
const MOST_MINUTES = 6000;

const MISSING: Readonly<Record<string, string>> = { role: 'Choose the role you applied for.', outcome: 'Choose how it ended.' };

/** What is wrong with one field; undefined when nothing is. Empty is wrong only where an answer is needed. */
export function faultOf(form: SurveyForm, field: string, value: string): string | undefined {
  const question = form.questions.find(({ id }) => id === field);
  if (value.trim() === '') {
    if (question?.required === true) return question.kind === 'text' ? 'A few words are needed here.' : 'Choose one.';
    return MISSING[field];
  }
  if (field.startsWith('minutes.')) {
    if (!/^\d{1,6}$/.test(value.trim())) return 'Minutes as a whole number, such as 240.';
    return Number(value) > MOST_MINUTES ? 'That is more than a hundred hours. Minutes, please.' : undefined;
  }
  if (question?.kind !== 'text') return undefined;
  if (/\S@\S+\.\S/.test(value)) return 'There is an e-mail address in it. Please take it out: nobody is to know who you are.';
  const over = question.words === null ? 0 : wordsIn(value) - question.words;
  return over > 0 ? `${over} ${over === 1 ? 'word' : 'words'} too many; at most ${question.words}.` : undefined;
}

/** The answer that the fields make, or everything that is wrong with them in the order of the form. */
export function answerOf(form: SurveyForm, fields: ReadonlyMap<string, string>, drawn: { month: string; id: string }): SurveyAnswer | readonly FieldFault[] {
  const asked = ['role', 'outcome', ...form.questions.map(({ id }) => id), ...(form.roles[fields.get('role') ?? ''] ?? []).map((challenge) => `minutes.${challenge}`)];
  const faults = asked.flatMap((field) => {
    const message = faultOf(form, field, fields.get(field) ?? '');
    return message === undefined ? [] : [{ field, message }];
  });
  if (faults.length > 0) return faults;
  const role = fields.get('role') ?? '';
  const given = (field: string): string => (fields.get(field) ?? '').trim();
  const recommend = given('recommend');
  return {
    role, questions: form.set, month: drawn.month, outcome: given('outcome'),
    ...(recommend === '' ? {} : { recommend: Number(recommend) }),
    answers: Object.fromEntries(form.questions.flatMap(({ id, kind }) => (given(id) === '' ? [] : [[id, kind === 'scale' ? Number(given(id)) : given(id)]]))),
    minutes: Object.fromEntries((form.roles[role] ?? []).flatMap((challenge) => (given(`minutes.${challenge}`) === '' ? [] : [[challenge, Number(given(`minutes.${challenge}`))]]))),
    id: drawn.id,
  };
}

/** The answer as the text that is copied, saved or sent. */
export function printedAnswer(answer: SurveyAnswer): string {
  return `${JSON.stringify(answer, null, 2)}\n`;
}

/** Words as people count them. */
export function wordsIn(text: string): number {
  return text.trim() === '' ? 0 : text.trim().split(/\s+/).length;
}
