/** Today and the promises count from the reader's day: the page may have been built last night. The example keeps its own clock and brings no script. */
import { recount } from '../today/recount.ts';
import type { OfficeCalendar } from '../today/clock.ts';

const data = document.querySelector('#calendar')?.textContent;
if (data) {
  const calendar = JSON.parse(data) as OfficeCalendar;
  const count = (): void => recount(document, calendar, Date.now());
  count();
  // A page left open overnight is right in the morning.
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) count();
  });
}
