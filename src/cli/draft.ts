import { flag, Mistake, textOption, type Command, type Context, type Input } from './command.ts';
import { draftDue } from './draft/due.ts';
import { draftNamed } from './draft/named.ts';
import { FILTER_OPTIONS } from './moves/chosen.ts';
import { openTree } from './open.ts';

const text = { type: 'string' } as const;
const given = { type: 'boolean' } as const;

/** What only a draft by name takes. */
const NAMED = ['reason', 'extra', 'for', 'link', 'feedback'] as const;

/** `hire draft`: any message for any candidate, or every message that time calls for. */
export const draft: Command = {
  name: 'draft',
  summary: 'draft a message for a candidate, or every message that is due',
  usage: '<message> <candidate>… | --due',
  help: `
Leaves the message in .hire/outbox, where “hire send” finds it. Nothing of the record changes.
A draft that somebody edited stays as it is.

hire draft take-home-invite teal-otter-7f
hire draft --due                   whoever is silent or was kept waiting, windows about to close, surveys, accommodations
hire draft --due --dry-run         only says what is due`,
  options: { due: given, ...FILTER_OPTIONS, ...Object.fromEntries(NAMED.map((option) => [option, text])), by: text, yes: given, now: text, today: text, 'no-cache': given },
  means: {
    due: ['every message that time calls for and that was not sent or drafted yet'], role: ['those of this opening; with a name, which of its applications'], source: ['those who came from here'],
    reason: ['a word of the settings’ list; the letter has its words'], extra: ['how much time was added, 24h', 'duration'], for: ['when both sides meet, 2026-11-26T14:00', 'time'],
    link: ['https address of the challenge for this candidate', 'address'], feedback: ['words for {{feedback}}', 'words'], by: ['who signs where the message does not say', 'person'], yes: ['draft for many without being asked'],
  },
  words: [0, 1000],
  run,
};

async function run(context: Context, input: Input): Promise<number> {
  const [message] = input.words;
  if (!flag(input, 'due')) {
    if (message === undefined) throw new Mistake('Which message? hire draft take-home-invite teal-otter-7f, or hire draft --due.');
    return draftNamed(context, input, await openTree(context, input), message);
  }
  if (message !== undefined) throw new Mistake('Give a message and candidates, or --due, not both.');
  const other = [...NAMED, ...Object.keys(FILTER_OPTIONS).filter((option) => option !== 'role')].find((option) => textOption(input, option) !== undefined);
  if (other !== undefined) throw new Mistake(`--${other} does not go with --due; only --role narrows it.`);
  return draftDue(context, input, await openTree(context, input));
}
