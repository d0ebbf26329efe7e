import type { IntervalsData } from '../../components/charts.ts';
import { drawing, figure, middle, place, upright, type Drawing } from './drawing.ts';
import type { Theme } from './theme.ts';

/** A dot and its interval per row; a dashed line to compare with; words where there is no figure yet. */
export function intervals({ rows, min, max, unit, reference }: IntervalsData, theme: Theme): Drawing {
  const colours = rows.map(({ beyond }) => (beyond === true ? theme.alarm : theme.blue));
  const decimals = max - min <= 4 ? 2 : 0;
  const words = (value: number): string => `${value.toFixed(decimals).replace('-', '−')}${unit === '' ? '' : ` ${unit}`}`;
  return drawing(
    {
      names: rows.map(({ name }) => name),
      datasets: [{ barThickness: 2, data: rows.map(({ from, to }) => (from === undefined || to === undefined ? null : [from, to])), backgroundColor: colours }],
      x: { min, max, step: (max - min) / 4, tick: words },
      right: 60,
      under: (chart) => {
        if (reference) upright(chart, { x: place(chart, reference.at), from: chart.chartArea.top, to: chart.chartArea.bottom, colour: theme.ink, width: 1.5, dashed: true });
      },
      over: (chart) => {
        rows.forEach(({ value, few }, row) => {
          const y = middle(chart, row);
          if (value === undefined) {
            figure(chart, theme, { strong: '', rest: few ?? '', x: place(chart, min) + 4, y });
            return;
          }
          const colour = colours[row] ?? theme.blue;
          chart.ctx.fillStyle = colour;
          chart.ctx.beginPath();
          chart.ctx.arc(place(chart, value), y, 5, 0, Math.PI * 2);
          chart.ctx.fill();
          figure(chart, theme, { strong: words(value), colour, x: chart.width, y, end: true });
        });
      },
    },
    theme,
  );
}
