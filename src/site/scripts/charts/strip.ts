import type { StripData } from '../../components/charts.ts';
import { drawing, figure, middle, place, upright, type Drawing } from './drawing.ts';
import type { Theme } from './theme.ts';

/** Every value as a dot, beyond the promise in alarm, with how many kept it at the right. */
export function strip({ rows, unit }: StripData, theme: Theme): Drawing {
  const longest = Math.max(1, ...rows.flatMap(({ values, promise }) => [...values, promise ?? 0]));
  const step = [1, 2, 5, 10, 20, 50, 100].find((each) => longest / each <= 6) ?? 200;
  return drawing(
    {
      names: rows.map(({ name }) => name),
      datasets: [{ data: rows.map(() => null) }],
      x: { min: 0, max: Math.ceil(longest / step) * step, step, tick: (value) => (value === 0 ? '0' : `${value} ${unit}`) },
      right: 72,
      over: (chart) => {
        rows.forEach(({ values, promise }, row) => {
          const y = middle(chart, row);
          if (promise !== undefined) {
            upright(chart, { x: place(chart, promise), from: y - 12, to: y + 12, colour: theme.ink, width: 1.5, dashed: true });
            const kept = values.filter((value) => value <= promise).length;
            figure(chart, theme, { strong: String(kept), rest: ` of ${values.length}`, x: chart.width, y, end: true });
          }
          chart.ctx.save();
          chart.ctx.globalAlpha = 0.6;
          for (const value of values) {
            chart.ctx.fillStyle = promise !== undefined && value > promise ? theme.alarm : theme.blue;
            chart.ctx.beginPath();
            chart.ctx.arc(place(chart, value), y, 4, 0, Math.PI * 2);
            chart.ctx.fill();
          }
          chart.ctx.restore();
        });
      },
    },
    theme,
  );
}
