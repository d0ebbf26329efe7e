import { weekdayDay } from '../published/words.ts';
import { answer } from './answer.ts';
import { clockAt, leftWords, waitingWords, type DueState, type OfficeCalendar } from './clock.ts';

/**
 * Puts the days of the page right for a moment: what is due or late, how long a score was waited for, what is left of
 * a window, and the sentence in the title. Dates and lists stay as they were built.
 */
export function recount(page: Document, calendar: OfficeCalendar, epoch: number): void {
  const clock = clockAt(epoch, calendar);
  const states = all(page, '[data-due]').map((place) => {
    const state = clock.due(place.dataset['due'] ?? '');
    show(page, place, state, state.words);
    return { place, state };
  });
  for (const place of all(page, '[data-since]')) {
    const { since = '', until } = place.dataset;
    const late = until !== undefined && clock.due(until).is === 'late';
    const words = waitingWords(since, clock.today);
    if (late) show(page, place, { is: 'late' }, words);
    else place.textContent = words;
  }
  for (const place of all(page, '[data-ends]')) place.textContent = leftWords((Date.parse(place.dataset['ends'] ?? '') - epoch) / 3_600_000);

  const title = page.querySelector('[data-answer]');
  if (title) title.textContent = answer(waiting(states));
  const built = page.querySelector<HTMLElement>('[data-built]');
  if (built) built.textContent = built.dataset['built'] === clock.today ? '' : ` Days are counted for today, ${weekdayDay(clock.today)}.`;
}

function waiting(states: readonly { place: HTMLElement; state: DueState }[]): Parameters<typeof answer>[0] {
  const inside = (id: string): DueState[] => states.filter(({ place }) => place.closest(`#${id}`)).map(({ state }) => state);
  const decisions = inside('decide');
  const late = inside('promises').filter(({ is }) => is === 'late');
  return {
    decisions: decisions.length,
    decisionsLate: decisions.filter(({ is }) => is === 'late').length,
    answersLate: late.length,
    latestBy: Math.max(0, ...late.map(({ lateBy }) => lateBy)),
  };
}

/** Shape and words as State.astro draws them, taken from the page's own template. */
function show(page: Document, place: HTMLElement, { is }: Pick<DueState, 'is'>, words: string): void {
  const shape = page.querySelector<HTMLTemplateElement>('#shapes')?.content.querySelector(`.state-${is}`)?.cloneNode(true);
  if (!shape) return;
  shape.appendChild(page.createTextNode(words));
  place.replaceChildren(shape);
}

function all(page: Document, selector: string): HTMLElement[] {
  return [...page.querySelectorAll<HTMLElement>(selector)];
}
