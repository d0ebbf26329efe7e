/** What a chart draws: plain values, the same object its table is made from. */
export type ChartData = FunnelData | DurationsData | SeverityData | StripData;

/** People who reached each stage; those still waiting in it are drawn apart. Counts only. */
export interface FunnelData {
  readonly kind: 'funnel';
  readonly rows: readonly { readonly name: string; readonly reached: number; readonly waiting: number }[];
}

/** Days in each stage: middle half, median and promise. `few` stands instead of a bar too uncertain to draw. */
export interface DurationsData {
  readonly kind: 'durations';
  readonly rows: readonly {
    readonly name: string;
    readonly from?: number | undefined;
    readonly median?: number | undefined;
    readonly to?: number | undefined;
    readonly promise?: number | undefined;
    readonly few?: string | undefined;
  }[];
}

/** A reviewer's shift against the panel, in marks, with its interval. */
export interface SeverityData {
  readonly kind: 'severity';
  readonly rows: readonly { readonly name: string; readonly effect: number; readonly from: number; readonly to: number }[];
}

/** Every single value as a dot, with a line at the promise. */
export interface StripData {
  readonly kind: 'strip';
  readonly unit: string;
  readonly rows: readonly { readonly name: string; readonly values: readonly number[]; readonly promise?: number }[];
}
