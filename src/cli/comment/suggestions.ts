import { ForgeError } from '../../github/forge.ts';
import type { Connection } from '../../github/client.ts';
import { mendsOf, mendText, type Mend } from '../../report/comment-mends.ts';
import { changedLines, distanceTo } from '../../store/changed-lines.ts';
import type { Context } from '../command.ts';
import type { Trees } from './trees.ts';

/** More remarks than that are noise; the next ones come when these are done. */
const MOST = 10;
/** Lines around a change that GitHub shows, and on which it takes suggestions. */
const SHOWN = 3;

/** The mends of a pull request that one click can commit. */
export async function mendsOfTrees(root: string, { range, after, problems }: Trees): Promise<Mend[]> {
  const [changed, shown] = await Promise.all([changedLines(root, range.from, range.head), changedLines(root, range.from, range.head, SHOWN)]);
  return mendsOf(problems.map(({ problem }) => problem), {
    text: after.text,
    isChanged: (path, line) => distanceTo(changed.get(path), line) === 0,
    isShown: (path, line) => distanceTo(shown.get(path), line) === 0,
  }).slice(0, MOST);
}

/** Posts them; a refusal is said and stops nothing, since the comment names the same problems. */
export async function suggest(context: Context, connection: Connection, number: number, head: string, mends: readonly Mend[]): Promise<void> {
  const { remark } = await import('../../github/reviews.ts');
  const remarks = mends.map((mend) => ({ key: `${mend.code} ${mend.path} ${mend.after}`.slice(0, 300).toWellFormed(), path: mend.path, line: mend.line, body: mendText(mend) }));
  try {
    const count = await remark(connection, { number, head, remarks });
    if (count > 0) context.stderr(count === 1 ? 'One mend was suggested.\n' : `${count} mends were suggested.\n`);
  } catch (error) {
    if (!(error instanceof ForgeError && error.fault === 'refused')) throw error;
    context.stderr(`No mend could be suggested. ${error.message}\n`);
  }
}
