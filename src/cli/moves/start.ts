import type { Command } from '../command.ts';
import { Mistake, textOption } from '../command.ts';
import { start } from '../start.ts';
import { moveCommand } from './command.ts';
import { FILTER_OPTIONS } from './chosen.ts';

const move = moveCommand('start');

/** `hire start`: the site; `hire start teal-otter-7f`: that candidate's window begins. One word for two beginnings, told apart by the name. */
export const startCommand: Command = {
  ...move,
  summary: 'check, build and show the site; of a candidate: their window begins',
  usage: '[<candidate>…]',
  help: `${start.help.trim()}

Of a candidate: they begin their window.
${move.help.trim()}`,
  options: { ...move.options, ...start.options },
  async run(context, input) {
    const ofCandidate = input.words.length > 0 || Object.keys(FILTER_OPTIONS).some((option) => textOption(input, option) !== undefined);
    if (!ofCandidate) return start.run(context, input);
    const [wrong] = ['at', 'port'].filter((option) => textOption(input, option) !== undefined);
    if (wrong !== undefined) throw new Mistake(`--${wrong} is for the site; a candidate’s window begins in the repository as it lies there.`);
    return move.run(context, input);
  },
};
