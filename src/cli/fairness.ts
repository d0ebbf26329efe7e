import { oneOfThese } from './ask.ts';
import { flag, Mistake, type Command } from './command.ts';
import { fairnessText, readCounts, rearranged } from './fairness/counts.ts';
import { aboveRecord } from './fairness/above-record.ts';
import { tooFew, waysOut } from './fairness/refusal.ts';
import { sheetFile } from './import/sheet-file.ts';
import { manyOption, pairsOf } from './many.ts';
import { modeline } from './new-files.ts';
import { carryOutChecked } from './one-record.ts';
import { openTree } from './open.ts';
import { READ_OPTIONS } from './options.ts';
import { APPLY_OPTIONS, readyToWrite } from './apply.ts';
import { rootOf } from './root.ts';
import { ID_PATTERN } from '../model/scalar.ts';

const { now, today, 'no-cache': noCache } = READ_OPTIONS;
const text = { type: 'string' } as const;
const several = { type: 'string', multiple: true } as const;

/** `hire fairness add`: voluntary counts by group and stage, taken in as counts and as nothing else. */
export const fairness: Command = {
  name: 'fairness',
  summary: 'take in voluntary counts by group and stage',
  usage: 'add <role> <period> <dimension> <table.csv>',
  help: `
Takes a table with the columns group, stage, reached and advanced, one row for each group at each stage, and writes it as
content/fairness/<role>/<period>/<dimension>.yml. Ask voluntarily, apart from the application, and count elsewhere: answers of single people
never enter the repository. A count of one to four people is refused, also of those who did not go on.

hire fairness add senior-backend-2026 2026 gender counts.csv
hire fairness add senior-backend-2026 2026 gender counts.csv --merge "non-binary,unsaid=another"
hire fairness add senior-backend-2026 2026 gender counts.csv --without offer`,
  options: { now, today, 'no-cache': noCache, merge: several, without: several, delimiter: text, encoding: text, ...APPLY_OPTIONS },
  means: {
    merge: ['put groups together under one name, at every stage; may be given several times', 'groups=name'],
    without: ['leave out a stage, for all groups; may be given several times', 'stage'],
  },
  words: [5, 5],
  async run(context, input) {
    const [verb = '', role = '', period = '', dimension = '', file = ''] = input.words;
    if (verb !== 'add') throw new Mistake(`hire fairness takes add, found “${verb}”.`);
    await readyToWrite(context, rootOf(context, input), { dryRun: flag(input, 'dry-run') });
    const opened = await openTree(context, input);
    const wrong = oneOfThese('role', opened.workspace.roles.keys())(role);
    if (wrong !== undefined) throw new Mistake(wrong);
    for (const [what, name] of [['period, such as 2026 or 2026-h1', period], ['dimension, such as gender', dimension]] as const) {
      if (!ID_PATTERN.test(name)) throw new Mistake(`“${name}” is no ${what}.`);
    }
    const path = `content/fairness/${role}/${period}/${dimension}.yml`;
    const before = opened.text(path);
    const table = readCounts(sheetFile(context, input, file).sheet);
    const given = { merges: pairsOf(input, 'merge'), without: manyOption(input, 'without') };
    const stages = rearranged(table, given.merges, given.without);
    if (stages.size === 0) throw new Mistake('No stage is left to write down.');
    // A stage of another name is a slip of the pen, and what its counts would need is nobody's question.
    const known = opened.workspace.pipelines.get(opened.workspace.roles.get(role)?.value.pipeline ?? '')?.value.stages.map((stage) => stage.id);
    const misspelt = known && [...stages.keys()].map(oneOfThese('stage', known)).filter((said) => said !== undefined);
    if (misspelt !== undefined && misspelt.length > 0) throw new Mistake(misspelt.join('\n'));
    const few = tooFew(stages);
    if (few.length > 0) {
      context.stderr(`${few.join('\n')}\n${waysOut(table, given)}\n`);
      return 1;
    }
    const after = `${modeline(path, 'fairness')}\n${fairnessText(stages)}`;
    if (before === after) {
      context.stderr(`${path} says so already.\n`);
      return 0;
    }
    if (before !== undefined) throw new Mistake(`${path} is there already. Whoever sees both versions can subtract one from the other: correct it by hand if it was wrong, or choose a period of its own.`);
    for (const said of aboveRecord(opened.workspace, opened.clock.now, role, stages)) context.stderr(`${said}\n`);
    const code = await carryOutChecked(context, input, opened, [], [{ path, before, after }], {
      commitment: { message: `Count ${dimension} of ${role}, ${period}\n`, branch: `hire/fairness-${role}-${period}-${dimension}` },
      next: ['The table itself is needed no more: delete it, wherever it lies.'],
    });
    if (code === 0 && !flag(input, 'json')) context.stdout(`${path}\n`);
    return code;
  },
};
