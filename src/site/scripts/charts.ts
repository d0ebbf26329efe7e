/** Draws every chart of the page, again when the colour scheme changes, and in light ink for print. */
import { BarController, BarElement, CategoryScale, Chart, LinearScale } from 'chart.js';
import type { ChartData } from '../components/charts.ts';
import { durations } from './charts/durations.ts';
import { funnel } from './charts/funnel.ts';
import { BELOW, ROW, type Drawing } from './charts/drawing.ts';
import { intervals } from './charts/intervals.ts';
import { severity } from './charts/severity.ts';
import { strip } from './charts/strip.ts';
import { readTheme } from './charts/theme.ts';

Chart.register(BarController, BarElement, CategoryScale, LinearScale);

const figures = [...document.querySelectorAll<HTMLElement>('[data-chart]')];
let drawn: Chart[] = [];

function draw(): void {
  for (const chart of drawn) chart.destroy();
  const theme = readTheme();
  drawn = figures.flatMap((figure) => {
    const box = figure.querySelector<HTMLElement>('.chart-box');
    const canvas = figure.querySelector('canvas');
    const text = figure.querySelector('script[type="application/json"]')?.textContent;
    if (!box || !canvas || !text) return [];
    const data = JSON.parse(text) as ChartData;
    box.style.height = `${data.rows.length * ROW + BELOW}px`;
    box.hidden = false;
    const { configuration } = drawingOf(data, theme);
    return [new Chart(canvas, configuration)];
  });
}

function drawingOf(data: ChartData, theme: ReturnType<typeof readTheme>): Drawing {
  switch (data.kind) {
    case 'funnel':
      return funnel(data, theme);
    case 'durations':
      return durations(data, theme);
    case 'intervals':
      return intervals(data, theme);
    case 'severity':
      return severity(data, theme);
    case 'strip':
      return strip(data, theme);
  }
}

draw();
document.addEventListener('scheme', draw);
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
addEventListener('beforeprint', () => {
  document.documentElement.dataset.printing = '';
  draw();
});
addEventListener('afterprint', () => {
  delete document.documentElement.dataset.printing;
  draw();
});
