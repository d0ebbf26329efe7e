import { expect, test } from 'vitest';
import { previewTable, refusedWords, type PlanRow } from './preview.ts';

const row = (candidate: string, more: Partial<PlanRow> = {}): PlanRow => ({
  candidate, identity: undefined, letter: undefined, notes: [], cells: { stage: 'task → talk', days: '7', score: '63 %', event: 'advanced' }, done: '', data: {}, ...more,
});
const named = (name: string) => ({ identity: { name, links: [], handles: [] } });

test('figures stand to the right, names of any script take their columns, and what is true of all is said once', () => {
  const rows = [
    row('teal-otter-7f', { ...named('Zoë O’Sample'), notes: ['1 of 2 scores missing', 'skips “talk”'] }),
    row('amber-ox-2a', { ...named('見本 花子'), notes: ['1 of 2 scores missing'], cells: { stage: 'task', days: '12', score: '–', event: 'declined, below-bar' } }),
    row('plum-heron-2k', { notes: ['1 of 2 scores missing'] }),
  ];
  expect(previewTable(rows)).toMatchInlineSnapshot(`
    "candidate      name          stage        days  score  event                message
    teal-otter-7f  Zoë O’Sample  task → talk     7   63 %  advanced             none
      skips “talk”
    amber-ox-2a    見本 花子     task           12      –  declined, below-bar  none
    plum-heron-2k  –             task → talk     7   63 %  advanced             none
    all of them: 1 of 2 scores missing
    "
  `);
});

test('without a single name there is no column for them, and of two rows each says its own', () => {
  const table = previewTable([row('a', { notes: ['late'] }), row('b', { notes: ['late'] })]);
  expect(table.split('\n')[0]).toBe('candidate  stage        days  score  event     message');
  expect(table.match(/late/g)).toHaveLength(2);
});

test('nobody refused is nothing said', () => {
  expect(refusedWords([])).toBe('');
  expect(refusedWords([{ role: 'r', candidate: 'c', message: 'It is closed.', hint: 'Possible now: hire reopen.' }])).toBe('Not possible for 1 candidate:\n  It is closed. Possible now: hire reopen.\n\n');
});
