/**
 * Filters and sorts lists that are complete without script. A form `data-filter="<id> <id>"` holds the controls:
 * one named `words` searches the row's text, every other compares with the row's `data-<name>`.
 * Column heads with `data-sort` become buttons. What is chosen stays in the address, so that it can be linked.
 */
import { plain } from './found.ts';
import { sortable } from './sortable.ts';

type Control = HTMLInputElement | HTMLSelectElement;

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-filter]')) {
  const bodies = (form.dataset['filter'] ?? '').split(' ').flatMap((id) => document.getElementById(id) ?? []);
  if (bodies.length > 0) enhance(form, bodies);
}

function enhance(form: HTMLFormElement, bodies: readonly HTMLElement[]): void {
  const rowsOf = (body: HTMLElement): HTMLElement[] => [...body.children].filter((row) => row instanceof HTMLElement);
  const rows = bodies.flatMap(rowsOf);
  const texts = new Map(rows.map((row) => [row, plain(row.textContent)]));
  const controls = [...form.elements].filter((element): element is Control => element instanceof HTMLInputElement || element instanceof HTMLSelectElement);
  const output = form.querySelector('output');

  const apply = (): void => {
    const words = plain(controls.find(({ name }) => name === 'words')?.value ?? '').split(/\s+/);
    const others = controls.filter(({ name, value }) => name !== 'words' && value !== '');
    let shown = 0;
    for (const row of rows) {
      const fits = others.every(({ name, value }) => row.dataset[name] === value) && words.every((word) => texts.get(row)?.includes(word));
      row.hidden = !fits;
      if (fits) shown += 1;
    }
    if (output) output.textContent = shown === rows.length ? `${shown} in all` : `${shown} of ${rows.length}`;
  };

  const asked = new URLSearchParams(location.hash.slice(1));
  for (const control of controls) {
    const value = asked.get(control.name);
    if (value !== null) control.value = value;
    control.addEventListener('input', () => {
      apply();
      remember(controls);
    });
  }
  form.addEventListener('submit', (event) => event.preventDefault());
  for (const body of bodies) {
    const own = rowsOf(body);
    sortable(body, (column, kind, down) => {
      const keyed = own.map((row) => ({ row, key: keyOf(row.children[column]) }));
      keyed.sort((a, b) => compare(a.key, b.key, kind === 'number') * (down ? -1 : 1));
      body.append(...keyed.map(({ row }) => row));
    });
  }
  form.hidden = false;
  apply();
}

/** Only the part after `#` may change over file://. */
function remember(controls: readonly Control[]): void {
  const chosen = controls.filter(({ value }) => value !== '').map(({ name, value }): [string, string] => [name, value]);
  history.replaceState(null, '', `#${new URLSearchParams(chosen).toString()}`);
}

function keyOf(cell: Element | undefined): string {
  return (cell instanceof HTMLElement ? cell.dataset['value'] ?? cell.textContent : '').trim();
}

function compare(a: string, b: string, numbers: boolean): number {
  if (!numbers) return a.localeCompare(b, 'en');
  // A dash counts as the lowest figure.
  return (Number.parseFloat(a) || 0) - (Number.parseFloat(b) || 0);
}
