import { candidateFacts } from '../../analysis/candidate.ts';
import type { VisitFacts } from '../../analysis/facts.ts';
import type { Debrief } from '../../report/comment-debrief.ts';
import { matchPath } from '../../store/match.ts';
import type { Range } from '../../store/range.ts';
import { runGit } from '../../store/git-command.ts';
import { mayShowScores } from '../../view/boundary.ts';
import type { Opened } from '../open.ts';
import { anchorLine } from './anchor-line.ts';

/** A panel that a change made complete, with the files of its scores. */
export interface Completed {
  readonly debrief: Debrief;
  readonly files: readonly string[];
}

/** Panels of two and more that were waited for at the base and are complete at the head, by a score and not because the visit ended. */
export function completedPanels({ whole }: Range, before: Opened, after: Opened, anchor: (rubric: string, line: number) => string | undefined): Completed[] {
  const scored = whole.flatMap(({ path, after: there }) => {
    const match = there === undefined ? undefined : matchPath(path);
    return match?.kind.name === 'score' ? [match.names] : [];
  });
  const visits = new Map(scored.map((names) => [`${names['role']}/${names['candidate']}/${names['visit']}`, names]));
  return [...visits.values()].flatMap(({ role = '', candidate = '', visit = '' }): Completed[] => {
    const [was, is] = [visitOf(before, role, candidate, visit), visitOf(after, role, candidate, visit)];
    const counted = is?.scores.filter((score) => score.counted) ?? [];
    if (!is?.rubric || !is.panel?.complete || was?.panel?.complete || counted.length < 2 || !mayShowScores(is.panel, after.workspace.settings.value)) return [];
    const { rubric, rubricId = '' } = is;
    const text = after.text(`rubrics/${rubricId}.md`);
    const criteria = rubric.criteria.map(({ id, name }) => {
      const sayings = counted.map(({ person, effective: { value } }) => {
        const given = value.marks[id];
        return { person, mark: typeof given?.mark === 'number' ? given.mark : undefined, words: (given?.evidence ?? given?.because ?? '').trim() };
      });
      return { name, sayings, anchor: anchor(rubricId, anchorLine(text, name, sayings.flatMap(({ mark }) => mark ?? []))) };
    });
    return [{ debrief: { role, candidate, visit, criteria }, files: counted.map(({ versions }) => versions[0]?.path ?? '') }];
  });
}

function visitOf({ workspace, clock }: Opened, role: string, candidate: string, visit: string): VisitFacts | undefined {
  const folder = workspace.candidates.get(role)?.get(candidate);
  return folder && candidateFacts(workspace, folder, clock.now).visits.find(({ name }) => name === visit);
}

/**
 * The number of the pull request that brought a file: as GitHub notes it in the commit that added it, or in the merge that took it in.
 * @returns undefined where nothing says it, such as a commit straight to the branch
 */
export async function pullOf(root: string, head: string, path: string): Promise<number | undefined> {
  const [commit = '', subject = ''] = await oneLine(root, ['log', '-1', '--diff-filter=A', '--format=%H%x00%s', head, '--', path]);
  const squashed = /\(#(\d{1,9})\)$/.exec(subject)?.[1];
  if (squashed !== undefined || commit === '') return squashed === undefined ? undefined : Number(squashed);
  const merges = (await runGit(root, ['log', '--merges', '--ancestry-path', '--reverse', '--format=%s', `${commit}..${head}`]))?.toString('utf8').split('\n') ?? [];
  const merged = /^Merge pull request #(\d{1,9}) /.exec(merges[0] ?? '')?.[1];
  return merged === undefined ? undefined : Number(merged);
}

async function oneLine(root: string, words: readonly string[]): Promise<string[]> {
  return ((await runGit(root, words))?.toString('utf8') ?? '').trimEnd().split('\0');
}
