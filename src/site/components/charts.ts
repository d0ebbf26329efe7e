/** What a chart draws: plain values, the same object its table is made from. */
export type ChartData = FunnelData | DurationsData | SeverityData | StripData | IntervalsData;

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
  readonly rows: readonly {
    readonly name: string;
    readonly effect: number;
    readonly from: number;
    readonly to: number;
    /** Drawn as the one alarm; where nobody says, when the interval leaves zero. */
    readonly told?: boolean | undefined;
  }[];
}

/** Every single value as a dot, with a line at the promise. */
export interface StripData {
  readonly kind: 'strip';
  readonly unit: string;
  readonly rows: readonly { readonly name: string; readonly values: readonly number[]; readonly promise?: number }[];
}

/** Shares or other figures as a dot with its interval, one row each, on one axis. `few` stands instead of a dot that would say more than is known. */
export interface IntervalsData {
  readonly kind: 'intervals';
  /** After every number of the axis: `%`, `days`; empty for a coefficient. */
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  /** A line to compare with, such as four fifths of the highest rate. */
  readonly reference?: { readonly at: number; readonly words: string } | undefined;
  readonly rows: readonly {
    readonly name: string;
    readonly value?: number | undefined;
    readonly from?: number | undefined;
    readonly to?: number | undefined;
    readonly few?: string | undefined;
    /** Drawn as the one alarm: the interval lies beyond the line. */
    readonly beyond?: boolean | undefined;
  }[];
}
