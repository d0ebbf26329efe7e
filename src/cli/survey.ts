import { APPLY_OPTIONS, readyToWrite } from './apply.ts';
import { flag, Mistake, type Command } from './command.ts';
import { openTree } from './open.ts';
import { READ_OPTIONS } from './options.ts';
import { rootOf } from './root.ts';
import { addAnswers } from './survey/add.ts';
import { publishBatches, showStatus } from './survey/publish.ts';

const { now, today, 'no-cache': noCache } = READ_OPTIONS;

/** `hire survey`: anonymous answers of candidates, held back until there are enough of them. */
export const survey: Command = {
  name: 'survey',
  summary: 'take in candidates’ answers, and publish them in batches',
  usage: 'add <file or folder> | status | publish',
  help: `
Answers come from the survey page of the public guide, or as the table of a form service. They wait in .hire/survey, which git
ignores, until a role has five; then they go into content/surveys together, under random names, in shuffled order, with the month of
the latest. An answer that names somebody, or holds an address or a number, is refused with the words that do.

hire survey add answer.json     one answer, or several with lines of --- between them
hire survey add inbox/          every file of a folder
hire survey add export.csv      columns named like the questions: role, outcome, recommend, minutes task-api, clear …
hire survey status              how many wait, by role
hire survey publish             every role with a whole batch, as one commit`,
  options: { now, today, 'no-cache': noCache, ...APPLY_OPTIONS },
  words: [1, 2],
  async run(context, input) {
    const [verb = '', path, ...more] = input.words;
    if (verb === 'add') {
      if (path === undefined || more.length > 0) throw new Mistake('hire survey add takes one file or folder.');
      return addAnswers(context, input, await openTree(context, input), path);
    }
    if (path !== undefined) throw new Mistake(`hire survey ${verb} takes nothing after it, found “${path}”.`);
    if (verb === 'status') return showStatus(context, input, rootOf(context, input));
    if (verb !== 'publish') throw new Mistake(`hire survey takes add, status or publish, found “${verb}”.`);
    await readyToWrite(context, rootOf(context, input), { dryRun: flag(input, 'dry-run') });
    return publishBatches(context, input, await openTree(context, input));
  },
};
