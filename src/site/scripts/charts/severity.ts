import type { SeverityData } from '../../components/charts.ts';
import { signed } from '../../components/signed.ts';
import { drawing, figure, middle, place, upright, type Drawing } from './drawing.ts';
import type { Theme } from './theme.ts';

/** A dot and its interval around the panel; alarm only when the interval leaves zero. */
export function severity({ rows }: SeverityData, theme: Theme): Drawing {
  const colours = rows.map(({ from, to, told = from > 0 || to < 0 }) => (told ? theme.alarm : theme.blue));
  const reach = Math.max(0.5, ...rows.flatMap(({ from, to }) => [Math.abs(from), Math.abs(to)]));
  const bound = Math.ceil(reach * 2) / 2;
  return drawing(
    {
      names: rows.map(({ name }) => name),
      datasets: [{ barThickness: 2, data: rows.map(({ from, to }) => [from, to]), backgroundColor: colours }],
      x: { min: -bound, max: bound, step: bound / 2, tick: (value) => (value === 0 ? 'panel' : signed(value, bound > 1 ? 1 : 2).replace(/0$/, '')) },
      right: 56,
      under: (chart) => upright(chart, { x: place(chart, 0), from: chart.chartArea.top, to: chart.chartArea.bottom, colour: theme.ink, width: 1 }),
      over: (chart) => {
        rows.forEach(({ effect }, row) => {
          const y = middle(chart, row);
          const colour = colours[row] ?? theme.blue;
          chart.ctx.fillStyle = colour;
          chart.ctx.beginPath();
          chart.ctx.arc(place(chart, effect), y, 5, 0, Math.PI * 2);
          chart.ctx.fill();
          figure(chart, theme, { strong: signed(effect, 2), colour, x: chart.width, y, end: true });
        });
      },
    },
    theme,
  );
}
