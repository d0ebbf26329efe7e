import { expect, it } from 'vitest';
import type { PublishedGoing } from '../../../view/published/funnel.ts';
import { decidedCell, goingCell, goingHead, goingRow, horizonWords, shorterWords } from './going.ts';

const few: PublishedGoing = { day: 30, asked: 30, share: null, interval: null, went: 2, decided: 4, ofDecided: null, unknown: 1, ways: null, says: '' };
const told: PublishedGoing = { ...few, share: 0.4, interval: [0.25, 0.58], went: 12, decided: 30, ofDecided: [0.246, 0.577] };

it('draws and prints a share with its interval, and counts where there are too few', () => {
  expect(goingRow('Task', told)).toEqual({ name: 'Task', value: 40, from: 25, to: 57.99999999999999 });
  expect([goingRow('Task', few), goingRow('Task', { ...few, went: 0, decided: 0 })]).toEqual([{ name: 'Task', few: '2 of 4 decided' }, { name: 'Task', few: 'nobody decided' }]);
  expect([goingCell(told, [told, few]), goingCell(few, [told, few]), goingCell({ ...told, day: 22 }, [told, { ...told, day: 22 }])]).toEqual([{ value: '40\u00a0%', aside: '(25–58\u00a0%)' }, null, { value: '40\u00a0%', aside: '(25–58\u00a0%) by day 22' }]);
  expect([decidedCell(told), decidedCell(few), decidedCell({ ...few, decided: 0 })]).toEqual([{ value: '12 of 30', aside: '(25–58\u00a0%)' }, '2 of 4', null]);
});

it('names the day only where all shares are of it', () => {
  expect([goingHead([told, few]), goingHead([told, { ...told, day: 22 }]), goingHead([])]).toEqual(['Go on within 30 days', 'Go on', 'Go on']);
  expect([horizonWords([told]), horizonWords([told, { ...told, day: 22 }])]).toEqual(['within 30\u00a0days of entering', 'by the day that the table names']);
  expect(shorterWords([{ title: 'Task', going: told }])).toBe('');
  expect(shorterWords([{ title: 'Task', going: { ...told, day: 9 } }, { title: 'Talk', going: { ...few, day: 9 } }])).toBe('Told sooner, since nobody has been there for longer: Task by day 9.');
});
