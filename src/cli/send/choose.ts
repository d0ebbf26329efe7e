import { closest } from '../../model/words.ts';
import { list, type Waiting } from '../../outbox/outbox.ts';
import { flag, Mistake, textOption, type Input } from '../command.ts';

/**
 * The drafts that are meant: those of the candidates that are named, or with `--all` every one; `--message` narrows it to one template.
 * @param verb how they leave; undefined where they are only listed, and nobody has to be named
 * @throws Mistake when nobody is named, or nothing waits for somebody
 */
export function chosenDrafts(root: string, input: Input, verb: string | undefined): readonly Waiting[] {
  const waiting = list(root);
  const message = textOption(input, 'message');
  const all = flag(input, 'all') || (verb === undefined && input.words.length === 0);
  if (all && input.words.length > 0) throw new Mistake('Name candidates or say --all, not both.');
  if (!all && input.words.length === 0) throw new Mistake(`Which? Name candidates (hire send ${verb ?? ''} teal-otter-7f), or say --all. “hire send” lists what waits.`);
  for (const word of input.words) {
    if (waiting.some((draft) => draft.candidate === word)) continue;
    const guess = closest(word, waiting.map((draft) => draft.candidate));
    throw new Mistake(`Nothing waits for “${word}”.${guess === undefined ? ' “hire send” lists what does.' : ` Did you mean “${guess}”?`}`);
  }
  const chosen = waiting.filter((draft) => (all || input.words.includes(draft.candidate)) && (message === undefined || draft.message === message));
  if (message !== undefined && chosen.length === 0 && verb !== undefined) throw new Mistake(`No draft of “${message}” waits${all ? '' : ` for ${input.words.join(', ')}`}.`);
  return chosen;
}
