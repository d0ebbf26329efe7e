import { describe, expect, test } from 'vitest';
import { workspaceFacts } from '../analysis/candidate.ts';
import { miniature } from '../fixtures/workspace.ts';
import { roleSchema } from '../model/role.ts';
import { parseFrontMatter } from '../text/frontmatter.ts';
import { closeRole, closingOf } from './close.ts';
import { NotPossible } from './refusal.ts';

const APPLIED = ['2026-10-01T09:00Z application applied'];
const OFFER = [...APPLIED, '2026-10-02T09:00Z application advanced to=offer'];
const YES = { decision: 'hire' as const, decided: '2026-10-03T09:00Z', by: ['dana'], bar: 'yes' as const, because: 'Yes.' };

test('whoever is decided on, or has our offer, is never declined on the way', () => {
  const workspace = miniature({
    candidates: {
      engineer: {
        applied: { events: APPLIED }, offered: { events: [...OFFER, '2026-10-03T10:00Z offer offered'] }, decided: { events: OFFER, decisions: [YES] }, kept: { events: APPLIED },
        refused: { events: OFFER, decisions: [{ ...YES, decision: 'decline' }] },
        hired: { events: [...OFFER, '2026-10-03T10:00Z offer hired'], decisions: [YES] }, declined: { events: [...APPLIED, '2026-10-03T10:00Z application declined reason=below-bar'] },
      },
    },
  });
  const { hired, rest, standing, kept } = closingOf(workspaceFacts(workspace, Date.parse('2026-10-05T12:00Z')).all, new Set(['kept']));
  expect([hired, rest, standing, kept].map((each) => each.map((facts) => facts.id))).toEqual([['hired'], ['applied'], ['decided', 'offered', 'refused'], ['kept']]);
});

describe('the file of the role', () => {
  const text = '---\ntitle: Engineer   # ours\nstates:\n  - on: 2026-09-01\n    is: open\n    because: Money\nlevel: senior\nheadcount: 1\npipeline: short\nmanager: dana\n---\n\nWe build *small* things.\n';
  const role = (written: string) => ({ path: 'content/roles/engineer.mdx', value: roleSchema.parse(parseFrontMatter(written).value?.data), body: '', bodyLine: 1 });
  const closed = (written: string, on = '2026-10-05') => closeRole('engineer', role(written), on, 'Filled: 1 of 1', () => written);
  const REST = 'level: senior\nheadcount: 1\npipeline: short\nmanager: dana\n';

  test('has one state more, and every other byte stays', () => {
    expect(closed(text).after).toBe(text.replace('    because: Money\n', '    because: Money\n  - { on: 2026-10-05, is: closed, because: "Filled: 1 of 1" }\n'));
    const crlf = text.replaceAll('\n', '\r\n');
    expect(closed(crlf).after).toBe(crlf.replace('    because: Money\r\n', '    because: Money\r\n  - { on: 2026-10-05, is: closed, because: "Filled: 1 of 1" }\r\n'));
  });
  test('also where states are the last key, or stand in one line', () => {
    const last = `---\ntitle: Engineer\n${REST}states:\n  - { on: 2026-09-01, is: open }\n---\nWords.\n`;
    expect(closed(last).after).toBe(last.replace('is: open }\n', 'is: open }\n  - { on: 2026-10-05, is: closed, because: "Filled: 1 of 1" }\n'));
    const flow = `---\ntitle: Engineer\n${REST}states: [{ on: 2026-09-01, is: open }]\n---\n`;
    expect(closed(flow).after).toBe(flow.replace('open }]', 'open }, { on: 2026-10-05, is: closed, because: "Filled: 1 of 1" }]'));
  });
  test('is left alone where it is closed already, or something is planned, or cannot be read', () => {
    expect(() => closed(text.replace('is: open', 'is: closed'))).toThrow(NotPossible);
    expect(() => closed(text, '2026-08-01')).toThrow('“engineer” has a state for 2026-09-01 already (open).');
    expect(() => closeRole('engineer', role(text), '2026-10-05', 'x', () => 'no front matter')).toThrow('cannot be read');
    expect(() => closeRole('engineer', role(text), '2026-10-05', 'x', () => text.replace('headcount: 1', 'headcount: 2'))).toThrow('was changed while it was read');
  });
});
