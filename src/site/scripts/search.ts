/** The search page: finds as one types, in the index that stands in the page. `#words` opens it with an answer. */
import { find, type Found } from './found.ts';

const SHOWN = 50;
const field = document.querySelector<HTMLInputElement>('#search');
const results = document.querySelector<HTMLElement>('#results');
const said = document.querySelector<HTMLElement>('#said');
const data = document.querySelector('#index')?.textContent;

if (field && results && said && data) {
  const index = JSON.parse(data) as Found[];
  const show = (): void => {
    const found = find(index, field.value);
    results.replaceChildren(...found.slice(0, SHOWN).map(row));
    said.textContent = field.value.trim() === '' ? '' : sentence(found.length);
  };
  field.addEventListener('input', show);
  document.querySelector('form')?.addEventListener('submit', (event) => {
    event.preventDefault();
    results.querySelector('a')?.focus();
  });
  field.value = decodeURIComponent(location.hash.slice(1));
  field.focus();
  show();
}

function sentence(count: number): string {
  if (count === 0) return 'Nothing has all these words.';
  if (count > SHOWN) return `${count} found, the first ${SHOWN} are shown. Another word narrows it.`;
  return `${count} found.`;
}

function row([kind, href, title, note]: Found): HTMLElement {
  const link = document.createElement('a');
  link.href = href;
  link.textContent = title;
  const cells = [cell('what', kind), cell('name', link), cell('detail', note)];
  const item = document.createElement('li');
  item.className = 'row';
  item.dataset['row'] = '';
  item.append(...cells);
  return item;
}

function cell(at: string, content: string | Node): HTMLElement {
  const element = document.createElement('div');
  element.className = `cell-${at}`;
  element.append(content);
  return element;
}
