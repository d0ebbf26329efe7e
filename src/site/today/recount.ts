import { weekdayDay } from '../published/words.ts';
import { answer, owing, restWords, type Owing, type Waiting } from './answer.ts';
import { agoWords, clockAt, leftWords, quietWords, waitingWords, type Clock, type DueState, type OfficeCalendar } from './clock.ts';

/**
 * Puts the days of the page right for a moment: what is due or late, how long a score was waited for, how long somebody has heard
 * from no person, what is left of a window, the sentence in the title, and how old the page is. Dates and lists stay as they were built.
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
  for (const place of all(page, '[data-quiet]')) place.textContent = quietWords(place.dataset['quiet'] ?? '', clock.today);
  for (const place of all(page, '[data-quiet-business]')) place.textContent = String(clock.businessSince(place.dataset['quietBusiness'] ?? ''));
  for (const place of all(page, '[data-ends]')) place.textContent = leftWords((Date.parse(place.dataset['ends'] ?? '') - epoch) / 3_600_000);

  const inside = (id: string): DueState[] => [...states.filter(({ place }) => place.closest(`#${id}`)).map(({ state }) => state), ...unseen(page, id, clock)];
  const title = page.querySelector('[data-answer]');
  if (title) title.textContent = answer(waiting(inside('decide'), inside('promises')));
  const owed = page.querySelector('[data-owing]');
  if (owed) owed.textContent = owing(owes(inside('owed')));
  const built = page.querySelector<HTMLElement>('[data-built]');
  if (built) built.textContent = builtWords(built.dataset['built'] ?? '', built.dataset['day'] ?? '', clock, epoch);
}

/** Rows that are not on the page are late as well: their days stand beside the line that counts them. */
function unseen(page: Document, id: string, clock: Clock): DueState[] {
  const line = page.querySelector<HTMLElement>(`#${id} [data-later]`);
  if (!line) return [];
  const later = JSON.parse(line.dataset['later'] ?? '{}') as Record<string, number>;
  const states = Object.entries(later).flatMap(([day, count]) => Array.from({ length: count }, () => clock.due(day)));
  line.textContent = restWords(states.length, line.dataset['words'] ?? '', states.filter(({ is }) => is === 'late').length);
  return states;
}

function waiting(decisions: readonly DueState[], promises: readonly DueState[]): Waiting {
  const late = promises.filter(({ is }) => is === 'late');
  return {
    decisions: decisions.length,
    decisionsLate: decisions.filter(({ is }) => is === 'late').length,
    answersLate: late.length,
    latestBy: Math.max(0, ...late.map(({ lateBy }) => lateBy)),
  };
}

function owes(states: readonly DueState[]): Owing {
  const count = (kind: DueState['is']): number => states.filter(({ is }) => is === kind).length;
  return { overdue: count('late'), today: count('due'), all: states.length };
}

function builtWords(built: string, day: string, { today }: Clock, epoch: number): string {
  const ago = agoWords(epoch - Date.parse(built));
  return day === today ? `Built ${ago}.` : `Built ${ago}; days are counted for today, ${weekdayDay(today)}.`;
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
