/** Puts the candidates of one role side by side: who is chosen stands in the address, so that a comparison can be linked and kept. */
import type { CompareData } from '../components/compare/data.ts';
import { comparison } from '../components/compare/markup.ts';
import { FEWEST, MOST, choiceWords, choose } from '../components/compare/side.ts';
import { spokenName } from './found.ts';

const source = document.querySelector('#compare-data')?.textContent;
const side = document.querySelector<HTMLElement>('#side');
const said = document.querySelector<HTMLElement>('#said');
const picker = document.querySelector<HTMLDetailsElement>('#choose');

if (source && side && said && picker) {
  const data = JSON.parse(source) as CompareData;
  const boxes = [...picker.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')];
  const count = picker.querySelector<HTMLElement>('.section-scope');
  let order: string[] = [];

  const show = (asked: readonly string[]): void => {
    const choice = choose(asked, data.candidates);
    order = choice.chosen.map(({ id }) => id);
    for (const box of boxes) box.checked = order.includes(box.value);
    said.textContent = choiceWords(choice, ({ id }) => spokenName(id));
    if (count) count.textContent = `${order.length} of ${MOST} chosen`;
    side.innerHTML = order.length < FEWEST ? '' : comparison(choice.chosen, data);
    document.body.toggleAttribute('data-compared', order.length >= FEWEST);
  };
  const fromAddress = (): readonly string[] => decodeURIComponent(location.hash.slice(1)).split(',');

  for (const box of boxes) {
    box.addEventListener('change', () => {
      if (box.checked && order.length >= MOST) {
        box.checked = false;
        said.textContent = `Four fit side by side. Take one away first, then ${spokenName(box.value)} fits.`;
        return;
      }
      show(box.checked ? [...order, box.value] : order.filter((id) => id !== box.value));
      history.replaceState(null, '', `#${order.join(',')}`);
    });
  }
  // An address typed or followed on the page itself.
  addEventListener('hashchange', () => show(fromAddress()));
  document.body.setAttribute('data-choosing', '');
  show(fromAddress());
  if (order.length >= FEWEST) picker.open = false;
}
