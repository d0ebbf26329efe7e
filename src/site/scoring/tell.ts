import { NOT_OBSERVED } from '../../model/score.ts';
import { faultList } from '../scripts/fault-list.ts';
import { lengthOf, stateOf, type Fault } from './faults.ts';
import { entryOf } from './fields.ts';
import type { Answers, ScoringForm } from './form.ts';

/** Says at a field what is wrong with it, above it and to its controls; undefined takes it away. */
export function tellField(element: HTMLFormElement, field: string, message: string | undefined): void {
  const box = element.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`);
  if (!box) return;
  const id = `fault-${field}`;
  const line = box.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
  box.classList.toggle('wrong', message !== undefined);
  for (const control of box.querySelectorAll<HTMLElement>('select, textarea, input')) {
    // The words of a mark are a field of their own inside it.
    if (control.closest('[data-field]') !== box) continue;
    const others = (control.getAttribute('aria-describedby') ?? '').split(' ').filter((each) => each !== '' && each !== id);
    const described = message === undefined ? others : [...others, id];
    if (described.length > 0) control.setAttribute('aria-describedby', described.join(' '));
    else control.removeAttribute('aria-describedby');
    if (message === undefined) control.removeAttribute('aria-invalid');
    else if (control.getAttribute('type') !== 'radio') control.setAttribute('aria-invalid', 'true');
  }
  if (message === undefined) return line?.remove();
  if (line?.textContent === message) return;
  const said = line ?? document.createElement('p');
  said.className = 'fault';
  said.id = id;
  said.textContent = message;
  if (!line) (box.querySelector('[data-fault-before]') ?? box.lastElementChild)?.before(said);
}

/** Lists every fault above the rubric, each leading to its field, and moves there; nothing to say takes the list away. */
export function tellAll(element: HTMLFormElement, summary: HTMLElement, faults: readonly Fault[]): void {
  summary.hidden = faults.length === 0;
  summary.replaceChildren();
  if (faults.length === 0) return;
  const title = document.createElement('h2');
  title.textContent = faults.length === 1 ? 'One thing is missing' : `${faults.length} things are missing`;
  const list = faultList(faults.map(({ field, name, message }) => ({ target: entryOf(element, field) ?? undefined, words: `${name}: ${message.charAt(0).toLowerCase()}${message.slice(1)}` })));
  summary.append(title, list);
  summary.focus();
}

/** Progress, counters and what a textarea asks for, after every change. Criteria are counted, marks never. */
export function tellState(element: HTMLFormElement, form: ScoringForm, answers: Answers): void {
  const states = form.criteria.map(({ id }) => stateOf(form, answers, id));
  const progress = document.querySelector<HTMLElement>('[data-progress]');
  if (progress) progress.textContent = `${states.filter((state) => state === 'done').length} of ${form.criteria.length}`;
  document.querySelectorAll<SVGElement>('[data-part]').forEach((part, index) => part.setAttribute('data-part', states[index] ?? 'open'));
  for (const { id } of form.criteria) {
    const { mark = '', words = '' } = answers.marks[id] ?? {};
    const box = element.querySelector<HTMLElement>(`[data-field="${CSS.escape(`words.${id}`)}"]`);
    if (!box) continue;
    const [asked, more, counter] = ['[data-asked]', '[data-more]', '[data-counter]'].map((each) => box.querySelector<HTMLElement>(each));
    const absent = mark === NOT_OBSERVED;
    if (asked) asked.textContent = absent ? 'Because' : 'Evidence';
    if (more) more.textContent = absent ? 'why nothing could be observed' : 'what you saw, and where';
    if (counter) counter.textContent = counterWords(lengthOf(words), absent ? 1 : form.evidenceMin);
  }
}

function counterWords(length: number, least: number): string {
  return length < least && least > 1 ? `${length} of at least ${least}` : `${length} ${length === 1 ? 'character' : 'characters'}`;
}
