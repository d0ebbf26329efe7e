import type { Chart, ChartConfiguration, ScaleOptionsByType } from 'chart.js';
import type { Theme } from './theme.ts';

/** Height of a row in px: funnel and durations stand side by side, so they share it. */
export const ROW = 31;
/** Room for the axis under the rows, kept also where there is none. */
export const BELOW = 28;

type Value = [number, number] | number | null;

/** A chart ready for `new Chart`. */
export interface Drawing {
  readonly configuration: ChartConfiguration<'bar', Value[], string>;
}

/** What a chart adds to the common form: rows from top to bottom, no motion, no hover, names in ink at the left. */
interface Parts {
  readonly names: readonly string[];
  readonly datasets: ChartConfiguration<'bar', Value[], string>['data']['datasets'];
  readonly x: { min: number; max: number; step?: number; tick?: (value: number) => string };
  /** Room for the figures at the right, in px. */
  readonly right: number;
  /** Lines under the bars. */
  readonly under?: (chart: Chart) => void;
  /** Marks and figures over them. */
  readonly over: (chart: Chart) => void;
}

/** Puts the parts into Chart.js's form. A drawing function goes into a plugin: in options it would be called as a value. */
export function drawing(parts: Parts, theme: Theme): Drawing {
  const { names, datasets, x, right, under, over } = parts;
  const font = { family: theme.family, size: 13 };
  const ticks: Partial<ScaleOptionsByType<'linear'>['ticks']> = {
    color: theme.ink3,
    font: { family: theme.family, size: 12 },
    maxRotation: 0,
    autoSkip: false,
    ...(x.step === undefined ? {} : { stepSize: x.step }),
    callback: (value) => x.tick?.(Number(value)) ?? '',
  };
  return {
    configuration: {
      type: 'bar',
      data: { labels: [...names], datasets },
      options: {
        indexAxis: 'y',
        animation: false,
        events: [],
        responsive: true,
        maintainAspectRatio: false,
        layout: { padding: { right } },
        scales: {
          x: {
            type: 'linear',
            display: x.tick !== undefined,
            min: x.min,
            max: x.max,
            stacked: datasets.length > 1,
            afterFit: (scale) => {
              scale.height = BELOW;
            },
            grid: { color: theme.line, drawTicks: false },
            border: { display: false },
            ticks: { ...ticks, padding: 6 },
          },
          y: {
            type: 'category',
            stacked: datasets.length > 1,
            // Two charts side by side share their rows, so nothing is added for what the labels would need.
            afterFit: (scale) => {
              scale.paddingTop = 0;
              scale.paddingBottom = 0;
            },
            grid: { display: false },
            border: { display: false },
            ticks: { color: theme.ink, font, crossAlign: 'far', padding: 12, autoSkip: false },
          },
        },
      },
      plugins: [
        { id: 'under', beforeDatasetsDraw: (chart) => under?.(chart) },
        { id: 'over', afterDatasetsDraw: (chart) => over(chart) },
      ],
    },
  };
}

/** Middle of a row, in px from the top. */
export function middle(chart: Chart, row: number): number {
  return chart.scales['y']?.getPixelForValue(row) ?? 0;
}

/** Where a value stands, in px from the left. */
export function place(chart: Chart, value: number): number {
  return chart.scales['x']?.getPixelForValue(value) ?? 0;
}

/** A figure in 600 and the rest beside it, e.g. **51** of 92. `end` puts the whole against x from the left. */
export function figure(
  chart: Chart,
  theme: Theme,
  words: { strong: string; rest?: string; colour?: string; x: number; y: number; end?: boolean },
): void {
  const { ctx } = chart;
  const { strong, rest = '', colour = theme.ink, x, y, end = false } = words;
  const bold = `600 13px ${theme.family}`;
  const plain = `400 13px ${theme.family}`;
  ctx.save();
  ctx.textBaseline = 'middle';
  ctx.font = bold;
  const width = ctx.measureText(strong).width;
  ctx.font = plain;
  const from = end ? x - width - ctx.measureText(rest).width : x;
  ctx.fillStyle = theme.ink2;
  ctx.fillText(rest, from + width, y);
  ctx.font = bold;
  ctx.fillStyle = colour;
  ctx.fillText(strong, from, y);
  ctx.restore();
}

/** An upright line, dashed for a promise. */
export function upright(chart: Chart, style: { x: number; from: number; to: number; colour: string; width: number; dashed?: boolean }): void {
  const { ctx } = chart;
  ctx.save();
  ctx.strokeStyle = style.colour;
  ctx.lineWidth = style.width;
  if (style.dashed) ctx.setLineDash([3, 2]);
  ctx.beginPath();
  ctx.moveTo(style.x, style.from);
  ctx.lineTo(style.x, style.to);
  ctx.stroke();
  ctx.restore();
}
