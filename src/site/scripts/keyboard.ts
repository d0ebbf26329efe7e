/** `/` search, `j` and `k` rows, `?` help. Never while the person is typing or holding a modifier. */
export function keyboard(): void {
  const help = document.querySelector<HTMLDialogElement>('dialog.help');
  const button = document.querySelector<HTMLElement>('[data-help]');
  if (help && button) {
    button.hidden = false;
    button.addEventListener('click', () => help.showModal());
  }
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (typing(event.target) || help?.open) return;
    const act = { '/': search, j: () => step(1), k: () => step(-1), '?': () => help?.showModal() }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
}

function typing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null;
}

function search(): void {
  const field = document.querySelector<HTMLInputElement>('input[type="search"]');
  if (field) field.focus();
  else document.querySelector<HTMLAnchorElement>('[data-search]')?.click();
}

/** Moves to the row after or before the one that holds the focus; a row is entered by its first link or control. */
function step(by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('main [data-row]')].filter((row) => row.offsetParent !== null);
  const entries = rows.map((row) => ({ row, into: row.querySelector<HTMLElement>('summary, a, button, input') })).filter(({ into }) => into !== null);
  const here = entries.findLastIndex(({ row }) => row.contains(document.activeElement));
  const next = here < 0 ? (by > 0 ? 0 : entries.length - 1) : Math.min(entries.length - 1, Math.max(0, here + by));
  entries[next]?.into?.focus();
}
