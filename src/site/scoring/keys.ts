import { entryOf, named } from './fields.ts';
import type { ScoringForm } from './form.ts';

/**
 * The keyboard: a digit marks the criterion that has the focus, `n` says not observed, `e` goes to its words, `j` and `k` to the next and
 * the previous question, Escape out of the words. Letters are letters wherever somebody types, and Tab goes everywhere as it always does.
 */
export function listenToKeys(element: HTMLFormElement, form: ScoringForm): void {
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !(event.target instanceof HTMLTextAreaElement)) return;
    const criterion = criterionAt(event.target);
    if (criterion === undefined) return;
    event.preventDefault();
    entryOf(element, `mark.${criterion}`)?.focus();
  });
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return;
    const criterion = criterionAt(document.activeElement);
    const level = /^[1-9]$/.test(event.key) ? event.key : event.key === 'n' ? 'not-observed' : undefined;
    if (level !== undefined && criterion !== undefined) {
      const choice = named(element, `mark.${criterion}`).find((each) => each instanceof HTMLInputElement && each.value === level);
      if (!choice) return;
      event.preventDefault();
      choice.focus();
      choice.click();
    } else if (event.key === 'e' && criterion !== undefined) {
      event.preventDefault();
      entryOf(element, `words.${criterion}`)?.focus();
    } else if (event.key === 'j' || event.key === 'k') {
      event.preventDefault();
      step(element, form, event.key === 'j' ? 1 : -1);
    }
  });
}

/** To the question after or before the one with the focus; at either end it stays. */
function step(element: HTMLFormElement, form: ScoringForm, by: 1 | -1): void {
  const fields = ['who', ...form.criteria.map(({ id }) => `mark.${id}`), 'recommendation', 'bar', 'summary'];
  const stops = fields.flatMap((field) => entryOf(element, field) ?? []);
  const here = document.activeElement;
  const inside = stops.findIndex((stop) => stop.closest('[data-stop]')?.contains(here));
  // From elsewhere: into the first criterion, past whoever scores.
  const next = inside < 0 ? Math.min(1, stops.length - 1) : Math.min(stops.length - 1, Math.max(0, inside + by));
  const stop = stops[next];
  stop?.focus({ preventScroll: true });
  stop?.closest('[data-stop]')?.scrollIntoView({ block: 'start' });
}

function criterionAt(place: Element | null): string | undefined {
  return place?.closest<HTMLElement>('[data-criterion]')?.dataset['criterion'];
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('textarea, select, input:not([type="radio"], [type="checkbox"])') !== null;
}
