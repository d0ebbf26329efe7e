/** On every page: the colour scheme switch, the keyboard, and sections that open where a link or a printout needs them. */
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

// Neither a link nor a printout may end at a closed section.
const openTarget = (): void => {
  const target = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
  target?.closest('details')?.setAttribute('open', '');
};
addEventListener('hashchange', openTarget);
openTarget();

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
