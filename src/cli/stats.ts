import { closest } from '../model/words.ts';
import { flag, Mistake, type Command } from './command.ts';
import type { StatMethod } from './stats/method.ts';
import { STAT_METHODS } from './stats/methods.ts';
import { readInput } from './stats/read-input.ts';
import { resultTable } from './stats/table.ts';

/** `hire stats <method>`: the formulas of the site on numbers of one's own, so that anybody can check a figure. */
export const stats: Command = {
  name: 'stats',
  summary: 'check a number: any formula of the site on numbers of your own',
  usage: '[<method>]',
  help: `
Reads one JSON object on standard input, or from a file, and prints what the formula makes of it. Where there is no answer it says why.

hire stats                                                       every method in one line
hire stats wilson_interval --example                             a small input
echo '{ "x": 12, "n": 30 }' | hire stats wilson_interval         a table and a sentence
hire stats kaplan_meier --input times.json --json                all digits, for programs`,
  options: { input: { type: 'string' }, example: { type: 'boolean' } },
  means: { example: ['print a small input that is valid', ''], input: ['a file with the input, instead of standard input', 'file'] },
  words: [0, 1],
  async run(context, input) {
    const [name] = input.words;
    const json = flag(input, 'json');
    if (name === undefined) {
      context.stdout(json ? `${JSON.stringify(STAT_METHODS.map((method) => ({ method: method.name, about: method.about, example: method.example })), null, 2)}\n` : list());
      return 0;
    }
    const method = methodCalled(name);
    if (flag(input, 'example')) {
      context.stdout(`${JSON.stringify(method.example)}\n`);
      return 0;
    }
    const data = await readInput(context, input, method);
    const result = method.compute(data);
    context.stdout(json ? `${JSON.stringify(result)}\n` : resultTable(method, data, result));
    return 0;
  },
};

function list(): string {
  const width = Math.max(...STAT_METHODS.map((method) => method.name.length));
  return `${STAT_METHODS.map((method) => `${method.name.padEnd(width)}  ${method.about}`).join('\n')}\n`;
}

function methodCalled(name: string): StatMethod {
  const found = STAT_METHODS.find((method) => method.name === name);
  if (found) return found;
  const guess = closest(name, STAT_METHODS.map((method) => method.name));
  throw new Mistake(`There is no method “${name}”.${guess ? ` Did you mean “${guess}”?` : ''} “hire stats” lists them all.`);
}
