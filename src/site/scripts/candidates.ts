/**
 * The list of candidates over all of its pages. The first page carries an index of everybody: what is chosen there is found in all, a
 * hundred at a time. On the others a choice leads to the first, which reads it from the address. Without script the pages are the list.
 */
import { pseudonymParts } from '../components/colours.ts';
import type { ListRow } from '../components/candidates/list.ts';
import { rowOf, sorted, textOf } from './candidate-rows.ts';
import { plain } from './found.ts';
import { unpacked, type Packed } from './packed.ts';
import { sortable } from './sortable.ts';

type Control = HTMLInputElement | HTMLSelectElement;
/** Rows drawn at once. */
const STEP = 100;

const form = document.querySelector<HTMLFormElement>('form[data-filter="candidates"]');
const body = document.querySelector<HTMLElement>('#candidates');
const data = document.querySelector('#index')?.textContent;

if (form && body) {
  const controls = [...form.elements].filter((element): element is Control => element instanceof HTMLInputElement || element instanceof HTMLSelectElement);
  form.hidden = false;
  if (data) enhance(form, body, controls, unpacked(JSON.parse(data) as Packed).map(rowOf));
  else leadToFirst(form, controls);
}

function enhance(form: HTMLFormElement, body: HTMLElement, controls: readonly Control[], all: readonly ListRow[]): void {
  const template = document.querySelector<HTMLTemplateElement>('#candidate-row');
  const more = document.querySelector<HTMLButtonElement>('#more');
  const pager = document.querySelector<HTMLElement>('[data-pager]');
  const output = form.querySelector('output');
  if (!template || !more) return;
  const asBuilt = [...body.children];
  const texts = new Map(all.map((row) => [row, plain(textOf(row))]));
  let order: readonly ListRow[] = all;
  let found: readonly ListRow[] = all;
  let drawn = 0;

  const drawMore = (): void => {
    body.append(...found.slice(drawn, drawn + STEP).map((row) => drawnRow(template, row)));
    drawn = Math.min(found.length, drawn + STEP);
    const left = found.length - drawn;
    more.textContent = `Show ${Math.min(STEP, left)} more`;
    if (more.parentElement) more.parentElement.hidden = left === 0;
  };
  const apply = (): void => {
    const words = plain(controls.find(({ name }) => name === 'words')?.value ?? '').split(/\s+/);
    const others = controls.filter(({ name, value }) => name !== 'words' && value !== '');
    found = order.filter((row) => others.every(({ name, value }) => row[name as 'role' | 'state' | 'move' | 'stage'] === value) && words.every((word) => texts.get(row)?.includes(word)));
    const untouched = order === all && found.length === all.length;
    if (pager) pager.hidden = !untouched;
    if (output) output.textContent = found.length === all.length ? `${all.length} in all` : `${found.length} of ${all.length}`;
    drawn = 0;
    body.replaceChildren();
    if (!untouched) return drawMore();
    body.append(...asBuilt);
    if (more.parentElement) more.parentElement.hidden = true;
  };

  const asked = new URLSearchParams(location.hash.slice(1));
  for (const control of controls) {
    control.value = asked.get(control.name) ?? control.value;
    control.addEventListener('input', () => {
      apply();
      history.replaceState(null, '', `#${chosen(controls)}`);
    });
  }
  form.addEventListener('submit', (event) => event.preventDefault());
  more.addEventListener('click', () => {
    const first = drawn;
    drawMore();
    // The keyboard goes on where the rows do.
    body.children[first]?.querySelector('a')?.focus();
  });
  sortable(body, (column, _kind, down) => {
    order = sorted(all, column, down);
    apply();
  });
  apply();
}

/** Chooses here and looks there: a list may be narrowed at once, words when they are complete. */
function leadToFirst(form: HTMLFormElement, controls: readonly Control[]): void {
  const go = (): void => {
    const first = document.querySelector<HTMLAnchorElement>('a[data-first]')?.href;
    if (first !== undefined && chosen(controls) !== '') location.href = `${first}#${chosen(controls)}`;
  };
  for (const control of controls) {
    // A browser that goes back keeps what was chosen, which is no new choice.
    control.value = '';
    if (control instanceof HTMLSelectElement) control.addEventListener('change', go);
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    go();
  });
}

/** Only the part after `#` may change over file://. */
function chosen(controls: readonly Control[]): string {
  return new URLSearchParams(controls.filter(({ value }) => value !== '').map(({ name, value }): [string, string] => [name, value])).toString();
}

/** The row of the template, filled: the markup stands in one place. */
function drawnRow(template: HTMLTemplateElement, row: ListRow): Element {
  const made = template.content.firstElementChild?.cloneNode(true) as HTMLElement;
  const cells = [...made.children];
  const { colour, words } = pseudonymParts(row.id);
  made.querySelector('.pseudonym rect')?.setAttribute('fill', colour);
  const link = made.querySelector('a');
  link?.setAttribute('href', `candidates/${encodeURIComponent(row.role)}/${encodeURIComponent(row.id)}.html`);
  link?.append(words);
  if (row.name !== '') cells[0]?.append(span('given', row.name));
  for (const state of made.querySelectorAll('.state')) {
    if (state.classList.contains(`state-${row.is}`)) state.append(row.words);
    else state.remove();
  }
  const dash = (): HTMLElement => span('dash', '–');
  cells[2]?.append(row.next === '' ? dash() : row.quiet ? span('third', row.next) : row.next);
  cells[3]?.append(row.stageTitle === '' ? dash() : row.stageTitle);
  cells[4]?.append(row.roleTitle);
  cells[5]?.append(row.days === null ? dash() : String(row.days));
  cells[6]?.append(row.percent === null ? dash() : `${row.percent}\u00a0%`);
  return made;
}

function span(className: string, text: string): HTMLElement {
  const made = document.createElement('span');
  made.className = className;
  made.append(text);
  return made;
}
