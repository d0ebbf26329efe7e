import type { DurationsData } from '../../components/charts.ts';
import { drawing, figure, middle, place, upright, type Drawing } from './drawing.ts';
import type { Theme } from './theme.ts';

/** Middle half as a soft bar, median as a line, promise as a dashed one. A median over its promise is an alarm. */
export function durations({ rows }: DurationsData, theme: Theme): Drawing {
  const over = rows.map(({ median, promise }) => median !== undefined && promise !== undefined && median > promise);
  const longest = Math.max(1, ...rows.flatMap(({ to, promise }) => [to ?? 0, promise ?? 0]));
  const step = [1, 2, 3, 5, 10, 20, 30].find((each) => longest / each <= 5) ?? 60;
  return drawing(
    {
      names: rows.map(({ name }) => name),
      datasets: [
        {
          barThickness: 16,
          data: rows.map(({ from, to }) => (from === undefined || to === undefined ? null : [from, to])),
          backgroundColor: over.map((late) => (late ? theme.alarmSoft : theme.blueSoft)),
        },
      ],
      x: { min: 0, max: Math.ceil(longest / step) * step, step, tick: (value) => (value === 0 ? '0' : `${value} d`) },
      right: 72,
      over: (chart) => {
        rows.forEach(({ median, promise, few }, row) => {
          const y = middle(chart, row);
          const colour = over[row] ? theme.alarm : theme.blue;
          if (promise !== undefined && few === undefined) {
            upright(chart, { x: place(chart, promise), from: y - 12, to: y + 12, colour: theme.ink, width: 1.5, dashed: true });
          }
          if (few !== undefined) {
            figure(chart, { ...theme, ink2: theme.ink3 }, { strong: '', rest: few, x: place(chart, 0) + 5, y });
          } else if (median !== undefined) {
            upright(chart, { x: place(chart, median), from: y - 8, to: y + 8, colour, width: 3 });
            figure(chart, theme, {
              strong: median.toFixed(1),
              rest: promise === undefined ? '' : ` of ${promise}`,
              colour: over[row] ? theme.alarm : theme.ink,
              x: chart.width,
              y,
              end: true,
            });
          }
        });
      },
    },
    theme,
  );
}
