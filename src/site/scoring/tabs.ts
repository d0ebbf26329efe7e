/** Turns the parts of the submission into tabs; without script they stand one below the other. */
export function makeTabs(): void {
  const list = document.querySelector<HTMLElement>('[data-tabs]');
  const tabs = [...(list?.querySelectorAll<HTMLElement>('[role="tab"]') ?? [])];
  if (!list || tabs.length < 2) return;
  const panelOf = (tab: HTMLElement): HTMLElement | null => document.getElementById(tab.getAttribute('aria-controls') ?? '');
  const show = (shown: HTMLElement): void => {
    for (const tab of tabs) {
      tab.setAttribute('aria-selected', String(tab === shown));
      tab.tabIndex = tab === shown ? 0 : -1;
      const panel = panelOf(tab);
      if (panel) panel.dataset['shown'] = String(tab === shown);
    }
  };
  for (const tab of tabs) {
    const panel = panelOf(tab);
    panel?.setAttribute('role', 'tabpanel');
    panel?.setAttribute('aria-labelledby', tab.id);
    tab.addEventListener('click', () => show(tab));
  }
  list.addEventListener('keydown', (event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const here = tabs.indexOf(document.activeElement as HTMLElement);
    if (by === undefined || here < 0) return;
    event.preventDefault();
    const next = tabs[(here + by + tabs.length) % tabs.length];
    if (!next) return;
    show(next);
    next.focus();
  });
  list.hidden = false;
  const first = tabs[0];
  if (first) show(first);
}
