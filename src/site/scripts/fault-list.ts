/** One thing that is wrong with a form: where it leads, and its words. */
export interface ListedFault {
  readonly target: HTMLElement | undefined;
  readonly words: string;
}

/** The list of what is wrong with a form, each entry leading to its control. */
export function faultList(faults: readonly ListedFault[]): HTMLUListElement {
  const list = document.createElement('ul');
  // Without bullets a list is no list to some screen readers unless it says so.
  list.setAttribute('role', 'list');
  for (const { target, words } of faults) {
    const link = document.createElement('a');
    link.href = `#${target?.id ?? ''}`;
    link.textContent = words;
    link.addEventListener('click', (event) => {
      event.preventDefault();
      target?.focus();
    });
    const item = document.createElement('li');
    item.append(link);
    list.append(item);
  }
  return list;
}
