import type { FunnelData } from '../../components/charts.ts';
import { drawing, figure, middle, place, type Drawing } from './drawing.ts';
import type { Theme } from './theme.ts';

/** Bars from one left edge; who still waits is the outlined end. Counts only: a ratio would count the waiting as lost. */
export function funnel({ rows }: FunnelData, theme: Theme): Drawing {
  const bar = { barThickness: 16, borderColor: theme.blue, borderWidth: 1, borderSkipped: false as const };
  return drawing(
    {
      names: rows.map(({ name }) => name),
      datasets: [
        { ...bar, data: rows.map(({ reached, waiting }) => reached - waiting), backgroundColor: theme.blue },
        { ...bar, data: rows.map(({ waiting }) => (waiting === 0 ? null : waiting)), backgroundColor: theme.blueSoft },
      ],
      x: { min: 0, max: Math.max(1, ...rows.map(({ reached }) => reached)) },
      right: 72,
      over: (chart) => {
        rows.forEach(({ reached }, row) => {
          // A stage that few are asked to take is no base for the one after it: the nearest that was wide enough is.
          const before = rows.slice(0, row).findLast((earlier) => earlier.reached >= reached);
          // Where nobody came to the stage before, there is nothing to count.
          const nobody = before?.reached === 0;
          const rest = before === undefined ? '' : nobody ? '–' : ` of ${before.reached}`;
          figure(chart, theme, { strong: nobody ? '' : String(reached), rest, x: place(chart, reached) + 8, y: middle(chart, row) });
        });
      },
    },
    theme,
  );
}
