import { Mistake, type Input } from './command.ts';

/** The values of an option that may be given several times; empty when it was not given. */
export function manyOption(input: Input, name: string): readonly string[] {
  const value: unknown = input.options[name];
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : typeof value === 'string' ? [value] : [];
}

/**
 * Options written as `what=value`; the last sign of equality divides, since names of columns may hold one.
 * @throws Mistake when there is none
 */
export function pairsOf(input: Input, name: string): readonly (readonly [what: string, value: string])[] {
  return manyOption(input, name).map((written) => {
    const at = written.lastIndexOf('=');
    if (at < 1) throw new Mistake(`--${name} takes two words with = between them, found “${written}”.`);
    return [written.slice(0, at).trim(), written.slice(at + 1).trim()];
  });
}
