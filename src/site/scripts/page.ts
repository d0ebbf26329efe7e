/** On every page: the colour scheme switch, the keyboard, and opening every section for print. */
import { keyboard } from './keyboard.ts';
import { setScheme, storedScheme, type Scheme } from './scheme.ts';

const switcher = document.querySelector<HTMLElement>('.schemes');
if (switcher) {
  const buttons = [...switcher.querySelectorAll('button')];
  const show = (): void => {
    for (const button of buttons) button.setAttribute('aria-pressed', String(button.dataset.set === storedScheme()));
  };
  for (const button of buttons) {
    button.addEventListener('click', () => {
      setScheme(button.dataset.set as Scheme);
      show();
    });
  }
  show();
  switcher.hidden = false;
}

keyboard();

// A link or a printout must not end at a closed section.
addEventListener('beforeprint', () => {
  for (const closed of document.querySelectorAll('main details:not([open])')) {
    closed.setAttribute('open', '');
    closed.setAttribute('data-closed', '');
  }
});
addEventListener('afterprint', () => {
  for (const opened of document.querySelectorAll('details[data-closed]')) {
    opened.removeAttribute('open');
    opened.removeAttribute('data-closed');
  }
});
