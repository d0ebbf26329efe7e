import { expect, it } from 'vitest';
import type { DueItem } from './due-items.ts';
import { terminalList } from './due-print.ts';

function item(candidate: string, more: Partial<DueItem> = {}): DueItem {
  return { kind: 'ask', person: 'kim', role: 'builder-2026', candidate, visit: 'application', where: 'application', what: 'nobody is asked to score', due: '2026-03-16', lateBy: 2, command: 'hire screen builder-2026', ...more };
}

it('what one sitting settles is one line, the longest wait first; what needs a command each stays apart', () => {
  const list = terminalList([
    item('plum-heron-2k'), item('navy-crane-9p', { due: '2026-03-17', lateBy: 1 }), item('teal-otter-7f', { due: '2026-03-23', lateBy: 0 }),
    item('jade-vole-5h', { person: 'mia' }), item('plum-heron-2k', { what: 'score', command: 'hire score plum-heron-2k' }),
  ], '2026-03-25');
  expect(list).toMatchInlineSnapshot(`
    "Overdue
      2026-03-16, 2 days late  kim  plum-heron-2k and 1 more  application: nobody is asked to score
                               → hire screen builder-2026
      2026-03-16, 2 days late  mia  jade-vole-5h              application: nobody is asked to score
                               → hire screen builder-2026
      2026-03-16, 2 days late  kim  plum-heron-2k             application: score
                               → hire score plum-heron-2k

    Due until 2026-03-25
      2026-03-23  kim  teal-otter-7f  application: nobody is asked to score
                  → hire screen builder-2026
    "
  `);
});
