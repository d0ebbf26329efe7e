import type { PublishedRubric } from '../../../view/published/process.ts';

export type Run = PublishedRubric['changes'][number]['rows'][number]['words'][number];

/** Words kept between two changes that are too few to be read as kept. */
const SHORT = 3;
/** Below this share of kept words a sentence counts as written anew. */
const KEPT = 0.4;

/**
 * Runs of a word difference as a reader takes them in: what changed stands together, first the old words, then
 * the new. A few kept words between changes join them, and a text mostly changed is struck as a whole.
 * The old and the new text stay exactly what they were.
 */
export function readable(runs: readonly Run[]): Run[] {
  const kept = words(runs.filter(({ kind }) => kind === 'same'));
  const longest = Math.max(words(runs.filter(({ kind }) => kind !== 'added')), words(runs.filter(({ kind }) => kind !== 'removed')));
  if (kept < longest * KEPT) return apart(runs);
  const out: Run[] = [];
  let changed: Run[] = [];
  runs.forEach((run, index) => {
    const inside = index > 0 && index < runs.length - 1;
    if (run.kind !== 'same' || (inside && changed.length > 0 && words([run]) < SHORT)) changed.push(run);
    else {
      out.push(...apart(changed), run);
      changed = [];
    }
  });
  return [...out, ...apart(changed)];
}

/** The old text, then the new. Kept words at the end stay outside, so that no mark ends in them. */
function apart(runs: readonly Run[]): Run[] {
  const last = runs.findLastIndex(({ kind }) => kind !== 'same');
  const within = runs.slice(0, last + 1);
  const side = (other: Run['kind']): string => within.filter(({ kind }) => kind !== other).map(({ text }) => text).join('');
  const both: Run[] = [{ kind: 'removed', text: side('added') }, { kind: 'added', text: side('removed') }];
  return [...both.filter(({ text }) => text !== ''), ...runs.slice(last + 1)];
}

function words(runs: readonly Run[]): number {
  return runs.reduce((sum, { text }) => sum + text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length, 0);
}
