/** The survey page: says what is missing, then hands the answer over. Nothing is kept, here or on the way. */
import { answerOf, faultOf, printedAnswer, type FieldFault, type SurveyAnswer, type SurveyForm } from '../candidate/answer.ts';
import { faultList } from './fault-list.ts';

const element = document.querySelector<HTMLFormElement>('form.survey');
const data = document.getElementById('survey-form')?.textContent ?? '';
if (element !== null && data !== '') start(element, JSON.parse(data) as SurveyForm);

function start(form: HTMLFormElement, survey: SurveyForm): void {
  form.classList.add('scripted');
  form.noValidate = true;
  for (const each of form.querySelectorAll<HTMLElement>('[data-with-script]')) each.hidden = false;
  const role = form.querySelector<HTMLSelectElement>('select[name="role"]');
  const showOwn = (): void => {
    const own = new Set(survey.roles[role?.value ?? ''] ?? []);
    for (const box of form.querySelectorAll<HTMLElement>('[data-roles]')) box.hidden = !own.has((box.dataset['field'] ?? '').replace(/^minutes\./, ''));
    const minutes = form.querySelector<HTMLElement>('.minutes');
    if (minutes) minutes.hidden = own.size === 0;
  };
  showOwn();
  role?.addEventListener('change', showOwn);
  // One random word per visit: the same answer handed over twice is known as one.
  const id = [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const read = (): SurveyAnswer | readonly FieldFault[] => answerOf(survey, fieldsOf(form), { month: new Date().toISOString().slice(0, 7), id });

  // A line that comes or goes moves what is below it: not between pressing and letting go, or the click would miss.
  let pressed = false;
  const onceReleased = (act: () => void): void => (pressed ? addEventListener('pointerup', () => setTimeout(act), { once: true }) : act());
  addEventListener('pointerdown', () => void (pressed = true), true);
  addEventListener('pointerup', () => void (pressed = false), true);
  addEventListener('pointercancel', () => void (pressed = false), true);

  form.addEventListener('focusout', (event) => {
    const box = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-field]') : null;
    const to = event.relatedTarget;
    if (box === null || (to instanceof Node && box.contains(to))) return;
    onceReleased(() => {
      const field = box.dataset['field'] ?? '';
      const value = fieldsOf(form).get(field) ?? '';
      // Nobody is blamed for a question they have only passed by.
      tell(box, value.trim() === '' && !box.classList.contains('wrong') ? undefined : faultOf(survey, field, value));
    });
  });
  form.addEventListener('submit', (event) => {
    const answer = read();
    if ('id' in answer) return;
    event.preventDefault();
    tellAll(form, answer);
  });
  form.addEventListener('click', (event) => {
    const act = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-do]')?.dataset['do'] : undefined;
    if (act === undefined) return;
    const answer = read();
    if (!('id' in answer)) return tellAll(form, answer);
    tellAll(form, []);
    void handOver(form, act, printedAnswer(answer));
  });
}

async function handOver(form: HTMLFormElement, act: string, text: string): Promise<void> {
  show(form, text);
  if (act === 'download') {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    link.download = 'answer.json';
    link.click();
    return say(form, 'Saved as answer.json.');
  }
  if (act === 'mail') {
    const link = document.createElement('a');
    link.href = `${form.action}&body=${encodeURIComponent(text)}`;
    link.click();
    return say(form, 'Your mail program has the answer. It is sent when you send it.');
  }
  try {
    await navigator.clipboard.writeText(text);
    say(form, 'Copied.');
  } catch {
    say(form, 'Your browser does not let a page copy. Here is the text:');
    form.querySelector<HTMLDetailsElement>('.shown')?.setAttribute('open', '');
  }
}

function show(form: HTMLFormElement, text: string): void {
  const shown = form.querySelector<HTMLDetailsElement>('.shown');
  const pre = shown?.querySelector('pre');
  if (!shown || !pre) return;
  pre.textContent = text;
  shown.hidden = false;
}

function say(form: HTMLFormElement, words: string): void {
  const done = form.querySelector('.done');
  if (done) done.textContent = words;
}

function fieldsOf(form: HTMLFormElement): Map<string, string> {
  return new Map([...new FormData(form)].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : [])));
}

/** Every fault above its field, and all of them above the form, each leading to its field. */
function tellAll(form: HTMLFormElement, faults: readonly FieldFault[]): void {
  for (const box of form.querySelectorAll<HTMLElement>('[data-field]')) tell(box, faults.find(({ field }) => field === box.dataset['field'])?.message);
  const summary = form.querySelector<HTMLElement>('.faults');
  if (!summary) return;
  summary.hidden = faults.length === 0;
  summary.replaceChildren();
  if (faults.length === 0) return;
  say(form, '');
  const title = document.createElement('b');
  title.textContent = faults.length === 1 ? 'One answer is missing or wrong:' : `${faults.length} answers are missing or wrong:`;
  const list = faultList(faults.map(({ field, message }) => {
    const box = form.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`);
    const target = box?.querySelector<HTMLElement>('select, textarea, input') ?? undefined;
    if (target?.id === '') target.id = `at-${field}`;
    return { target, words: `${(box?.querySelector('legend, label')?.firstChild?.textContent ?? '').trim().replace(/[.:]$/, '')}: ${message}` };
  }));
  summary.append(title, list);
  summary.focus();
}

function tell(box: HTMLElement, message: string | undefined): void {
  const fields = box.querySelectorAll<HTMLElement>('select, textarea, input');
  const id = `fault-${box.dataset['field'] ?? ''}`;
  let line = box.querySelector<HTMLElement>('.fault');
  box.classList.toggle('wrong', message !== undefined);
  for (const field of fields) {
    const others = (field.getAttribute('aria-describedby') ?? '').split(' ').filter((each) => each !== '' && each !== id);
    const described = message === undefined ? others : [...others, id];
    if (described.length > 0) field.setAttribute('aria-describedby', described.join(' '));
    else field.removeAttribute('aria-describedby');
    if (message === undefined) field.removeAttribute('aria-invalid');
    else if (field.getAttribute('type') !== 'radio') field.setAttribute('aria-invalid', 'true');
  }
  if (message === undefined) return void line?.remove();
  if (!line) {
    line = document.createElement('p');
    line.className = 'fault';
    line.id = id;
    const head = box.querySelector('.hint') ?? box.querySelector('legend, label');
    head?.after(line);
  }
  line.textContent = message;
}
