import type { StatMethod, StatResult } from './method.ts';

/** Digits of a number for people; `--json` has them all. */
const DIGITS = 6;

/** A result for people: a sentence, then one line for each value. */
export function resultTable(method: StatMethod, input: unknown, result: StatResult): string {
  if (typeof result['reason'] === 'string') return `${result['reason']}\n`;
  const rows = flattened(result, []);
  const width = Math.max(...rows.map(([key]) => key.length));
  return `${method.says?.(input) ?? sentence(method.about)}\n\n${rows.map(([key, value]) => `  ${key.padEnd(width)}  ${value}`.trimEnd()).join('\n')}\n`;
}

function sentence(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`;
}

function flattened(value: object, path: readonly string[]): [key: string, value: string][] {
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]): [string, string][] => {
    const own = [...path, key];
    if (Array.isArray(inner) && !inner.some((each) => typeof each === 'object' && each !== null)) return [[own.join('.'), inner.map(cell).join('  ')]];
    return typeof inner === 'object' && inner !== null ? flattened(inner, own) : [[own.join('.'), cell(inner)]];
  });
}

function cell(value: unknown): string {
  if (value === null) return '–';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'number' ? String(Number(value.toPrecision(DIGITS))) : String(value);
}
