/** Words for a coefficient of agreement. They come from its interval, never from the point: where it spans two bands or more, the outer two are named. */

/** Krippendorff: from here on reliable; below `TENTATIVE` not reliable; between the two only tentative conclusions. */
export const RELIABLE = 0.8;
export const TENTATIVE = 0.667;

/** A word, and from which value on it holds; lowest first. */
type Bands = readonly (readonly [from: number, word: string])[];

/** Krippendorff, Content Analysis, 3rd edition (2013), chapter 12. */
const ALPHA: Bands = [[-Infinity, 'unreliable'], [TENTATIVE, 'tentative'], [RELIABLE, 'reliable']];

/** Koo and Li, Journal of Chiropractic Medicine 15 (2016) 155–163. */
const ICC: Bands = [[-Infinity, 'poor'], [0.5, 'moderate'], [0.75, 'good'], [0.9, 'excellent']];

/** Landis and Koch, Biometrics 33 (1977) 159–174; they leave hundredths between bands, which belong to the lower one here. */
const KAPPA: Bands = [[-Infinity, 'poor'], [0, 'slight'], [0.21, 'fair'], [0.41, 'moderate'], [0.61, 'substantial'], [0.81, 'almost perfect']];

/** `unreliable`, `unreliable to tentative`, …: of an interval of Krippendorff's alpha, or of Gwet's coefficient beside it. */
export function alphaWords(interval: readonly [number, number]): string {
  return spanned(ALPHA, interval);
}

/** `poor to good`: of an interval of an intraclass correlation. */
export function iccWords(interval: readonly [number, number]): string {
  return spanned(ICC, interval);
}

/** `fair to substantial`: of an interval of a kappa. */
export function kappaWords(interval: readonly [number, number]): string {
  return spanned(KAPPA, interval);
}

function spanned(bands: Bands, [low, high]: readonly [number, number]): string {
  const [from, to] = [wordOf(bands, low), wordOf(bands, high)];
  return from === to ? from : `${from} to ${to}`;
}

function wordOf(bands: Bands, value: number): string {
  // A value that prints as a limit has reached it, whatever rounding left of it.
  return bands.findLast(([from]) => value >= from - 1e-9)?.[1] ?? bands[0]?.[1] ?? '';
}
