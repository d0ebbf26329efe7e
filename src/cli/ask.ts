import { closest } from '../model/words.ts';
import { flag, Mistake, textOption, type Context, type Input } from './command.ts';

/** One thing a command needs to know: from an option, or from a person who is there to answer. */
export interface Question {
  /** Name of the option, without dashes. */
  readonly option: string;
  readonly ask: string;
  /** What holds when nothing is said: offered to a person, taken where nobody can be asked. */
  readonly fallback?: string;
  /** What is wrong with an answer; undefined when it is fine. */
  readonly wrong?: (answer: string) => string | undefined;
}

/** Whether questions may be asked: somebody sits at a terminal and has not said `--no-input`. */
export function mayAsk(context: Context, input: Input): boolean {
  return context.terminal.input && context.terminal.errors && !flag(input, 'no-input') && !flag(input, 'json');
}

/**
 * The option where it was given; else the answer of the person, asked again until it is fine; else the fallback.
 * @throws Mistake when the option is wrong, or nothing was given and nobody can be asked
 */
export async function answer(context: Context, input: Input, question: Question): Promise<string> {
  const given = textOption(input, question.option);
  if (given !== undefined) {
    const wrong = question.wrong?.(given);
    if (wrong !== undefined) throw new Mistake(`--${question.option}: ${wrong}`);
    return given;
  }
  if (!mayAsk(context, input)) {
    if (question.fallback !== undefined) return question.fallback;
    throw new Mistake(`--${question.option} is missing. ${question.ask}`);
  }
  for (;;) {
    const typed = await context.ask(`${question.ask}${question.fallback === undefined || question.fallback === '' ? '' : ` [${question.fallback}]`} `);
    const said = typed === '' && question.fallback !== undefined ? question.fallback : typed;
    const wrong = question.wrong?.(said) ?? (said === '' && question.fallback !== '' ? 'An answer is needed.' : undefined);
    if (wrong === undefined) return said;
    context.stderr(`${wrong}\n`);
  }
}

/** Asks for a yes; anything else is a no. Where nobody can be asked the command line itself was the yes. */
export async function confirmed(context: Context, input: Input, question: string): Promise<boolean> {
  if (!mayAsk(context, input)) return true;
  return /^y(es)?$/i.test(await context.ask(`${question} [y/N] `));
}

/** For {@link Question.wrong}: the answer must be one of a list. */
export function oneOfThese(what: string, known: Iterable<string>): (answer: string) => string | undefined {
  const all = [...known];
  return (said) => {
    if (all.includes(said)) return undefined;
    const guess = closest(said, all);
    if (guess !== undefined) return `There is no ${what} “${said}”. Did you mean “${guess}”?`;
    return all.length === 0 ? `There is no ${what} “${said}”, and none at all yet.` : `There is no ${what} “${said}”. There are: ${all.join(', ')}.`;
  };
}
