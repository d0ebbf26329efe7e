import { closest } from '../model/words.ts';
import { flag, Mistake, type Command } from './command.ts';
import { ALL_EXPLANATIONS } from './explanations.ts';

/** `hire explain <code>`: why a problem matters, with a wrong and a right example. */
export const explain: Command = {
  name: 'explain',
  summary: 'why a problem matters, with a wrong and a right example',
  usage: '[<code>]',
  help: `
hire explain rubric/weights-sum     one code
hire explain                        every code in one line`,
  options: {},
  words: [0, 1],
  run(context, input) {
    const [code] = input.words;
    if (code === undefined) {
      const width = Math.max(...[...ALL_EXPLANATIONS.keys()].map((each) => each.length));
      if (flag(input, 'json')) context.stdout(`${JSON.stringify([...ALL_EXPLANATIONS.values()], null, 2)}\n`);
      else for (const each of ALL_EXPLANATIONS.values()) context.stdout(`${each.code.padEnd(width)}  ${each.severity.padEnd(7)}  ${each.title}\n`);
      return Promise.resolve(0);
    }
    const explanation = ALL_EXPLANATIONS.get(code);
    if (!explanation) {
      const guess = closest(code, ALL_EXPLANATIONS.keys());
      throw new Mistake(`There is no problem “${code}”.${guess ? ` Did you mean “${guess}”?` : ''} “hire explain” lists them all.`);
    }
    if (flag(input, 'json')) context.stdout(`${JSON.stringify(explanation, null, 2)}\n`);
    else context.stdout(`${explanation.code} (${explanation.severity}): ${explanation.title}\n\n${explanation.why}\n\nWrong:\n${indent(explanation.wrong)}\n\nRight:\n${indent(explanation.right)}\n`);
    return Promise.resolve(0);
  },
};

function indent(text: string): string {
  return text.trimEnd().split('\n').map((line) => `    ${line}`.trimEnd()).join('\n');
}
