import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stageOf, type Stage } from '../fixtures/git-stage.ts';
import { changedLines, distanceTo } from './changed-lines.ts';

let stage: Stage;
beforeEach(() => void (stage = stageOf(join(import.meta.dirname, '../fixtures/healthy'))));
afterEach(() => stage.dispose());

describe('changed lines', () => {
  it('are those of the newer state, whatever the text looks like', async () => {
    stage.write('rubrics/a.md', 'one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\n');
    stage.commit();
    stage.write('rubrics/a.md', 'one\n+++ b/evil.md\n@@ -1 +1 @@\nthree\nfour\nfive\nsix\neight\nnine');
    stage.write('rubrics/ü "b".md', '--- a/x\n');
    stage.remove('rubrics/call.md');
    stage.commit();
    const changed = await changedLines(stage.root, 'HEAD^1', 'HEAD');
    expect([...changed]).toEqual([['rubrics/a.md', [[2, 3], [7, 7], [9, 9]]], ['rubrics/ü "b".md', [[1, 1]]]]);
    expect((await changedLines(stage.root, 'HEAD^1', 'HEAD', 3)).get('rubrics/a.md')).toEqual([[1, 9]]);
  });

  it('are none where git cannot tell', async () => {
    expect((await changedLines(stage.root, 'nowhere', 'HEAD')).size).toBe(0);
    expect((await changedLines(stage.root, '--output=x', 'HEAD')).size).toBe(0);
  });

  it('have a distance to every other', () => {
    expect([distanceTo([[3, 5], [9, 9]], 4), distanceTo([[3, 5], [9, 9]], 1), distanceTo([[3, 5], [9, 9]], 7), distanceTo(undefined, 1)]).toEqual([0, 2, 2, Infinity]);
  });
});
