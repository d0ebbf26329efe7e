import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readable, type Run } from './runs.ts';

const same = (text: string): Run => ({ kind: 'same', text });
const removed = (text: string): Run => ({ kind: 'removed', text });
const added = (text: string): Run => ({ kind: 'added', text });
const text = (runs: readonly Run[], other: Run['kind']): string => runs.filter(({ kind }) => kind !== other).map((run) => run.text).join('');

describe('changed words', () => {
  it('stay where they are in a text that stayed', () => {
    const runs = [same('Weighs the choices and says '), added('plainly '), same('what was left out')];
    expect(readable(runs)).toEqual(runs);
  });

  it('are joined over the few words between them', () => {
    expect(readable([same('You can tell from it '), removed('how'), added('why'), same(' it '), removed('is'), added('was'), same(' done so, and for whom')])).toEqual([
      same('You can tell from it '), removed('how it is'), added('why it was'), same(' done so, and for whom'),
    ]);
  });

  it('are struck as a whole where little stayed', () => {
    expect(readable([removed('A'), added('The'), same(' '), removed('few tests'), added('central path'), same(', all')])).toEqual([removed('A few tests'), added('The central path'), same(', all')]);
  });

  it('lose nothing of either text', () => {
    const run = fc.record({ kind: fc.constantFrom('same' as const, 'removed' as const, 'added' as const), text: fc.stringMatching(/^[a-c ,]{1,12}$/) });
    fc.assert(fc.property(fc.array(run, { maxLength: 9 }), (runs) => {
      expect(text(readable(runs), 'added')).toBe(text(runs, 'added'));
      expect(text(readable(runs), 'removed')).toBe(text(runs, 'removed'));
    }));
  });
});
