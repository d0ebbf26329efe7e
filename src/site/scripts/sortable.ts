/**
 * Makes buttons of the column heads with `data-sort` and says which one holds.
 * @param sort called with the index of the column among all heads, the kind its head names, and the direction
 */
export function sortable(body: HTMLElement, sort: (column: number, kind: string, down: boolean) => void): void {
  const heads = [...(body.closest('table')?.querySelectorAll<HTMLElement>('thead th') ?? [])];
  heads.forEach((head, column) => {
    const kind = head.dataset['sort'];
    if (kind === undefined) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      const down = head.ariaSort === 'ascending';
      for (const other of heads) other.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      sort(column, kind, down);
    });
  });
}
