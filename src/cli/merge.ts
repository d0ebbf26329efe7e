import { appendFileSync } from 'node:fs';
import { flag, Mistake, textOption, type Command, type Context, type Input } from './command.ts';
import { bringHead } from './comment.ts';
import { pullRequestOf } from './comment/pull-request.ts';
import { readTrees } from './comment/trees.ts';
import { connectionOf } from './forge.ts';
import { eligible } from './merge/eligible.ts';
import { rootOf } from './root.ts';

/** How long required checks may take before a person has to merge, in minutes, and how often they are looked at, in milliseconds. */
const PATIENCE = 5;
const PAUSE = 10_000;

/** `hire merge`: scores that need nobody's eyes. */
export const merge: Command = {
  name: 'merge',
  summary: 'merge a valid pull request of scores alone, where the settings allow it',
  usage: '',
  help: `
Merges a pull request by squash when content/settings.yml says scores.merge: when-valid, it holds nothing but scores and conflicts of the
person who proposes it, nothing stands in its way, and nothing it rests on has changed since. Anything else is left to people, and said;
that is no error. The merge names the commit that was judged: what is pushed meanwhile is never merged with it.

hire merge                                on a runner, for the pull request of its event
hire merge --event event.json --dry-run   says whether it would`,
  options: { base: { type: 'string' }, head: { type: 'string' }, event: { type: 'string' }, now: { type: 'string' }, wait: { type: 'string' } },
  means: { wait: ['minutes to wait for checks that still run (default: 5)', 'number'] },
  words: [0, 0],
  async run(context, input) {
    const root = rootOf(context, input);
    const minutes = minutesOf(input);
    const event = pullRequestOf(context, input);
    if (event.number === undefined) throw new Mistake('The event says no number of its pull request, so nothing can be merged.');
    const dryRun = flag(input, 'dry-run');
    if (!dryRun) await bringHead(context, root, event);
    const trees = await readTrees(context, input, root, event);
    const verdict = 'range' in trees ? await eligible(root, trees, event) : { because: 'its commits cannot be compared' };
    if ('because' in verdict) return tell(context, input, { merged: false, because: verdict.because });
    const title = `Scores of ${verdict.person}: ${[...new Set(verdict.visits)].slice(0, 3).join(', ')}${verdict.visits.length > 3 ? ' …' : ''} (#${event.number})`;
    if (dryRun) {
      context.stdout(flag(input, 'json') ? `${JSON.stringify({ merged: false, would: title })}\n` : `Would merge: ${title}\n`);
      return 0;
    }
    const connection = await connectionOf(context, root);
    // Loaded only now: it takes longer than most commands.
    const { squash } = await import('../github/merges.ts');
    return tell(context, input, await squash(connection, { number: event.number, head: event.head, title, patience: minutes * 60_000, pause: PAUSE }));
  },
};

function tell(context: Context, input: Input, result: { readonly merged: boolean; readonly because?: string; readonly commit?: string }): number {
  const output = context.env['GITHUB_OUTPUT'];
  // What follows in the same run, such as the site, asks for this.
  if (output) appendFileSync(output, `merged=${result.merged}\n`);
  if (flag(input, 'json')) context.stdout(`${JSON.stringify(result)}\n`);
  else context.stdout(result.merged ? `Merged as ${result.commit ?? ''}.\n` : `Left to people: ${result.because ?? ''}.\n`);
  return 0;
}

function minutesOf(input: Input): number {
  const said = textOption(input, 'wait');
  if (said === undefined) return PATIENCE;
  if (!/^\d{1,2}$/.test(said)) throw new Mistake(`--wait takes a whole number of minutes, found “${said}”.`);
  return Number(said);
}
