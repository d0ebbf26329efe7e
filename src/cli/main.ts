import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { closest } from '../model/words.ts';
import { NotWritten } from '../store/write.ts';
import { Mistake, type Command, type Context, type Input } from './command.ts';
import { COMMANDS } from './commands.ts';
import { commandHelp, generalHelp } from './help.ts';
import { GLOBAL_OPTIONS } from './options.ts';
import { systemWords } from './system-words.ts';
import { VERSION } from './version.ts';

/**
 * Runs one `hire` command. Never throws.
 * @param words what stands after `hire`
 * @returns the exit code: 0 fine, 1 problems found, 2 wrong usage, 70 a bug
 */
export async function main(context: Context, words: readonly string[]): Promise<number> {
  try {
    return await dispatch(context, words);
  } catch (error) {
    // What was not written, or what GitHub refused, for a reason that the message names is for the person to mend, not for us.
    if (error instanceof Mistake || error instanceof NotWritten || isForgeError(error)) {
      context.stderr(`${error.message}\n`);
      return 2;
    }
    if (context.interrupted.aborted) return 130;
    const refused = systemWords(error);
    if (refused !== undefined) {
      context.stderr(`${refused}\n`);
      return 2;
    }
    return reportBug(context, error, words);
  }
}

/** What GitHub refused, known by its name: the class would bring its room along for every command. */
function isForgeError(error: unknown): error is Error {
  return error instanceof Error && error.name === 'ForgeError';
}

async function dispatch(context: Context, words: readonly string[]): Promise<number> {
  const [name, ...rest] = words;
  if (name === undefined || name === '--help' || name === '-h' || (name === 'help' && rest.length === 0)) {
    context.stdout(generalHelp(COMMANDS));
    return 0;
  }
  if (name === '--version' || name === '-v') {
    context.stdout(`${VERSION}\n`);
    return 0;
  }
  const wanted = name === 'help' ? (rest[0] ?? '') : name;
  const entry = COMMANDS.find((each) => each.name === wanted);
  if (!entry) {
    const guess = closest(wanted, COMMANDS.map((each) => each.name));
    throw new Mistake(`hire has no command “${wanted}”.${guess ? ` Did you mean “hire ${guess}”?` : ''} “hire --help” lists them.`);
  }
  const command = await entry.load();
  if (name === 'help') {
    context.stdout(commandHelp(command));
    return 0;
  }
  const input = read(command, rest);
  if (input.options['help'] === true) {
    context.stdout(commandHelp(command));
    return 0;
  }
  return command.run(context, input);
}

/** Said again by whoever wraps the command in a script of their own. */
const REPEATABLE: ReadonlySet<string> = new Set(['root', 'now', 'today', 'at']);

function read(command: Command, rest: readonly string[]): Input {
  const options = { ...GLOBAL_OPTIONS, ...command.options };
  let parsed: ReturnType<typeof parseArgs>;
  try {
    parsed = parseArgs({ args: [...rest], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new Mistake(`${parseMistake(error, Object.keys(options))}\n“hire ${command.name} --help” says what it takes.`);
  }
  const twice = givenTwice(rest, options);
  if (twice !== undefined) throw new Mistake(`--${twice} is given twice, and takes one value.\n“hire ${command.name} --help” says what it takes.`);
  const [least, most] = command.words;
  const given = parsed.positionals.length;
  if (parsed.values['help'] !== true && (given < least || given > most)) {
    throw new Mistake(`hire ${command.name} takes ${command.usage === '' ? 'nothing after it' : `“${command.usage}”`}, found ${given === 0 ? 'nothing' : `“${parsed.positionals.join(' ')}”`}.\n“hire ${command.name} --help” says more.`);
  }
  return { options: parsed.values as Input['options'], words: parsed.positionals };
}

/** An option whose first value would be lost without a word. Which tree and which moment is asked of may be said again: the last word counts. */
function givenTwice(args: readonly string[], options: ParseArgsOptionsConfig): string | undefined {
  const seen = new Set<string>();
  for (const token of parseArgs({ args: [...args], options, allowPositionals: true, strict: true, tokens: true }).tokens) {
    if (token.kind !== 'option' || options[token.name]?.type !== 'string' || options[token.name]?.multiple === true || REPEATABLE.has(token.name)) continue;
    if (seen.has(token.name)) return token.name;
    seen.add(token.name);
  }
  return undefined;
}

function parseMistake(error: unknown, known: readonly string[]): string {
  const message = error instanceof Error ? error.message : String(error);
  const unknown = /Unknown option '(--?[^']+)'/.exec(message)?.[1];
  const valueless = /'(?:-\w, )?(--[^ ]+) <value>' argument (?:missing|is ambiguous)/.exec(message)?.[1];
  if (valueless !== undefined) return `${valueless} needs a value after it.`;
  if (unknown === undefined) return `${message.split('. ')[0] ?? message}.`;
  const guess = closest(unknown.replace(/^-+/, ''), known);
  return `There is no option ${unknown}.${guess ? ` Did you mean --${guess}?` : ''}`;
}

function reportBug(context: Context, error: unknown, words: readonly string[]): number {
  const message = error instanceof Error ? error.message : String(error);
  context.stderr(`Unexpected: ${message}\nThis is a fault of hire ${VERSION}, not of your files.`);
  if (words.includes('--debug')) context.stderr(`\n\n${error instanceof Error ? (error.stack ?? '') : ''}\n`);
  else context.stderr(' “--debug” shows where it happened.\n');
  return 70;
}
