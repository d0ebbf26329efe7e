import { ID_PATTERN } from '../../model/scalar.ts';
import { slug } from '../../text/slug.ts';
import { mayAsk } from '../ask.ts';
import { Mistake } from '../command.ts';
import type { Making } from './maker.ts';

/**
 * The id that was given, or is asked for.
 * @param what the thing with its article: "a role"
 * @throws Mistake when it is none, or nobody can be asked
 */
export async function idOf(making: Making, what: string): Promise<string> {
  const { context, input, word } = making;
  if (word !== undefined) {
    const wrong = wrongId(word);
    if (wrong !== undefined) throw new Mistake(wrong);
    return word;
  }
  if (!mayAsk(context, input)) throw new Mistake(`The id of ${what} is missing: a name in lower-case letters, digits and single hyphens, which is also the name of its file.`);
  for (;;) {
    const said = await context.ask(`Id of ${what} (lower-case words joined by hyphens): `);
    const wrong = wrongId(said);
    if (wrong === undefined) return said;
    context.stderr(`${wrong}\n`);
  }
}

/** Files of these names cannot be checked out on Windows; the loader refuses them. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** What is wrong with an id, with the one that was probably meant. */
export function wrongId(said: string): string | undefined {
  if (said === 'constructor') return '“constructor” is a word to which JavaScript gives a meaning; choose another.';
  if (DEVICES.test(said)) return `“${said}” is a name that Windows keeps for itself; choose another.`;
  if (ID_PATTERN.test(said) && said.length <= 64) return undefined;
  const likely = slug(said);
  return `“${said}” is no id: lower-case letters, digits and single hyphens, at most 64 characters.${!ID_PATTERN.test(likely) ? '' : ` Did you mean “${likely}”?`}`;
}

/** An id spelled out, as a first title: `data-model` → "Data model". */
export function titleOf(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
