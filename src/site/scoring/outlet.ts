import type { ScoringForm } from './form.ts';
import type { Outlet } from './out.ts';

/** The line under the buttons, the file as it will be, and the field for the token. */
export function outletOf(form: ScoringForm): Outlet {
  const find = <T extends HTMLElement>(selector: string): T | null => document.querySelector<T>(selector);
  return {
    form,
    say: (words, link, isWrong = false) => {
      const line = find('[data-said]');
      if (!line) return;
      line.replaceChildren(words);
      line.classList.toggle('alarm', isWrong);
      if (link === undefined) return;
      const to = document.createElement('a');
      Object.assign(to, { href: link.href, textContent: link.words, rel: 'noopener noreferrer', target: '_blank' });
      line.append(' ', to);
    },
    show: ({ path, text }) => {
      const box = find('[data-file]');
      const pre = box?.querySelector('pre');
      if (!box || !pre) return;
      pre.textContent = text;
      box.querySelector('summary')?.replaceChildren(`The file: ${path}`);
      box.hidden = false;
    },
    askToken: () => {
      const box = find('[data-token]');
      if (box) box.hidden = false;
      find('#token')?.focus();
    },
  };
}
