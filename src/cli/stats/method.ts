import type { z } from 'zod';

/** What a method finds: plain values only, `null` for what is not defined, never NaN; `{ reason }` where there is no answer at all. */
export type StatResult = Readonly<Record<string, unknown>>;

/**
 * One method of `hire stats`: what it takes on standard input and what it prints. Input and result have the keys of the reference cases
 * in `src/fixtures/oracles`, so that anybody can check a number against another program.
 */
export interface StatMethod<Input extends z.ZodType = z.ZodType> {
  /** As the reference cases call it: `wilson_interval`. */
  readonly name: string;
  /** One line: what it says. */
  readonly about: string;
  /** What standard input must hold; a strict object. */
  readonly input: Input;
  /** A small valid input, printed by `hire stats <method> --example`. */
  readonly example: z.input<Input>;
  /** The result, plain values only: `null` for what is not defined, never NaN; `{ reason }` where there is no answer at all. */
  compute(input: z.output<Input>): StatResult;
  /** The result as a sentence for people; without one, `about` stands there. */
  says?(input: z.output<Input>): string | undefined;
}

/** Keeps the type of a method's own input. */
export function statMethod<Input extends z.ZodType>(method: StatMethod<Input>): StatMethod {
  return method as unknown as StatMethod;
}
