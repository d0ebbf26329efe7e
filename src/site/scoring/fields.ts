import type { Answers, ScoringForm } from './form.ts';

/** Reads the form as it stands. */
export function readAnswers(element: HTMLFormElement, form: ScoringForm): Answers {
  const data = new FormData(element);
  const text = (name: string): string => {
    const value = data.get(name);
    return typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : '';
  };
  return {
    person: text('who'),
    marks: Object.fromEntries(form.criteria.map(({ id }) => [id, { mark: text(`mark.${id}`), words: text(`words.${id}`) }])),
    recommendation: text('recommendation'), bar: text('bar'), summary: text('summary'), minutes: text('minutes'),
    free: data.has('free'),
  };
}

/** Puts answers into the form; the person stays who they are. */
export function fillAnswers(element: HTMLFormElement, answers: Answers): void {
  for (const [id, { mark, words }] of Object.entries(answers.marks)) {
    choose(element, `mark.${id}`, mark);
    write(element, `words.${id}`, words);
  }
  choose(element, 'recommendation', answers.recommendation);
  choose(element, 'bar', answers.bar);
  write(element, 'summary', answers.summary);
  write(element, 'minutes', answers.minutes);
  const free = named(element, 'free')[0];
  if (free instanceof HTMLInputElement) free.checked = answers.free;
}

/** The controls of a name. */
export function named(element: HTMLFormElement, name: string): HTMLElement[] {
  return [...element.querySelectorAll<HTMLElement>(`[name="${CSS.escape(name)}"]`)];
}

/** Where the focus goes for a field: the chosen answer of a group, or its first. */
export function entryOf(element: HTMLFormElement, field: string): HTMLElement | undefined {
  const controls = named(element, field);
  return controls.find((each) => each instanceof HTMLInputElement && each.checked) ?? controls[0];
}

function choose(element: HTMLFormElement, name: string, value: string): void {
  for (const each of named(element, name)) if (each instanceof HTMLInputElement) each.checked = each.value === value;
}

function write(element: HTMLFormElement, name: string, value: string): void {
  const field = named(element, name)[0];
  if (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) field.value = value;
}
