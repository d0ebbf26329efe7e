/** The search page: finds as one types, in the index that stands in the page. `#words` opens it with an answer. */
import { excerpt, find, grouped, searchable, unpack, type Found, type SearchIndex } from './found.ts';

/** Answers of one kind shown before the rest is asked for. */
const FIRST = 6;
/** More than this of one kind is never drawn: another word narrows it. */
const MOST = 100;

const field = document.querySelector<HTMLInputElement>('#search');
const results = document.querySelector<HTMLElement>('#results');
const said = document.querySelector<HTMLElement>('#said');
const data = document.querySelector('#index')?.textContent;

if (field && results && said && data) {
  const index = searchable(unpack(JSON.parse(data) as SearchIndex));
  const show = (): void => {
    const found = find(index, field.value);
    results.replaceChildren(...grouped(found).map((group) => section(group, field.value)));
    said.textContent = field.value.trim() === '' ? '' : sentence(found.length);
  };
  field.addEventListener('input', () => {
    show();
    history.replaceState(null, '', `#${encodeURIComponent(field.value)}`);
  });
  document.querySelector('form')?.addEventListener('submit', (event) => {
    event.preventDefault();
    results.querySelector('a')?.click();
  });
  document.addEventListener('keydown', (event) => arrows(event, field, results));
  field.value = decodeURIComponent(location.hash.slice(1));
  field.focus();
  show();
}

/** Down from the field into the answers, up and down through them, back up into the field; Escape empties it. */
function arrows(event: KeyboardEvent, field: HTMLInputElement, results: HTMLElement): void {
  if (event.key === 'Escape' && document.activeElement !== field && results.contains(document.activeElement)) field.focus();
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const stops = [...results.querySelectorAll<HTMLElement>('a, button')];
  const here = stops.findIndex((stop) => stop === document.activeElement);
  if (here < 0 && document.activeElement !== field) return;
  event.preventDefault();
  const next = here + (event.key === 'ArrowDown' ? 1 : -1);
  if (next < 0) field.focus();
  else stops[Math.min(next, stops.length - 1)]?.focus();
}

function sentence(count: number): string {
  return count === 0 ? 'Nothing has all these words.' : `${count} found. Enter opens the first, the arrow keys lead through them.`;
}

function section({ kind, found }: { kind: string; found: readonly Found[] }, asked: string): HTMLElement {
  const group = element('section', 'found');
  const head = element('div', 'found-head', element('h2', '', kind), element('span', 'third', String(found.length)));
  const list = element('ul', 'rows results', ...found.slice(0, FIRST).map((each) => row(each, asked)));
  list.setAttribute('role', 'list');
  group.append(head, list);
  if (found.length > FIRST) group.append(more(list, found.slice(FIRST, MOST), asked, found.length));
  return group;
}

function more(list: HTMLElement, rest: readonly Found[], asked: string, total: number): HTMLElement {
  const button = element('button', 'plain more', total > MOST ? `Show the first ${MOST} of ${total}` : `Show ${rest.length} more`);
  button.setAttribute('type', 'button');
  button.addEventListener('click', () => {
    const rows = rest.map((each) => row(each, asked));
    list.append(...rows);
    button.remove();
    rows[0]?.querySelector('a')?.focus();
  });
  return button;
}

function row(found: Found, asked: string): HTMLElement {
  const [, href, title, note] = found;
  const link = element('a', '', title);
  link.setAttribute('href', href);
  const item = element('li', 'row', element('div', 'cell-name', link), element('div', 'cell-detail', excerpt(found, asked) ?? note));
  item.dataset['row'] = '';
  return item;
}

function element(name: string, className: string, ...content: (string | Node)[]): HTMLElement {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  made.append(...content);
  return made;
}
