import { judgeChange } from '../gate/gate.ts';
import { instant } from '../model/scalar.ts';
import { printProblems } from '../report/problems.ts';
import { commitFiles } from '../store/commit.ts';
import { flag, Mistake, textOption, type Command, type Context, type Input } from './command.ts';
import { eventPayload } from './event-payload.ts';
import { rootOf } from './root.ts';

/** `hire gate`: who may change what, for one pull request. */
export const gate: Command = {
  name: 'gate',
  summary: 'judge whether an account may make a change',
  usage: '',
  help: `
Reads two commits and a pull request’s event, and says whether its author may change what it changes: a score only by the person it
names, events and decisions by hiring managers, rubrics by process owners, nothing that was opened or kept. Every commit is judged,
and the whole. Nothing is checked out; people and rights are those of the base. Exit code 1 when something is forbidden.

hire gate --base origin/main --head HEAD --event event.json
hire gate --base a1b2c3d --head 9f8e7d6 --event "$GITHUB_EVENT_PATH" --json`,
  options: { base: { type: 'string' }, head: { type: 'string' }, event: { type: 'string' }, now: { type: 'string' } },
  words: [0, 0],
  async run(context, input) {
    const root = rootOf(context, input);
    const base = needed(input, 'base', 'the commit the change is compared with');
    const head = needed(input, 'head', 'the newest commit of the change');
    const { ok, problems } = await judgeChange({ root, base, head, proposal: eventPayload(context, input).proposal, now: nowOf(context, input) });
    if (flag(input, 'json')) {
      context.stdout(`${JSON.stringify({ ok, problems })}\n`);
      return ok ? 0 : 1;
    }
    if (problems.length === 0) {
      context.stdout('Nothing forbids this change.\n');
      return 0;
    }
    const texts = await textsOf(root, head, problems.map(({ path }) => path));
    context.stdout(printProblems(problems, { format: 'terminal', readText: (path) => texts.get(path) }));
    return ok ? 0 : 1;
  },
};

function needed(input: Input, option: string, what: string): string {
  const given = textOption(input, option);
  if (given === undefined || given === '') throw new Mistake(`--${option} is missing: ${what}.`);
  return given;
}

function nowOf(context: Context, input: Input): number {
  const said = textOption(input, 'now');
  if (said === undefined) return context.machineNow();
  if (!instant().safeParse(said).success) throw new Mistake(`--now takes an instant such as 2026-11-22T09:00Z, found “${said}”.`);
  return Date.parse(said);
}

/** Texts of files at the head, for frames around what is wrong. */
async function textsOf(root: string, head: string, paths: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  const { history } = await import('../store/history.ts');
  const commit = await (await history(root)).resolve(head);
  if (!commit) return texts;
  const files = await commitFiles(root, commit.id);
  for (const path of new Set(paths)) {
    const bytes = await files.read(path).catch(() => undefined);
    if (bytes) texts.set(path, new TextDecoder().decode(bytes));
  }
  return texts;
}
