import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportCsv, type ExportRow } from './export.ts';

const row: ExportRow = {
  candidate: 'teal-otter-7f', role: 'engineer', source: 'referral', stage: 'task', state: 'open', applied: '2026-10-03', days_in_stage: 3, whose_move: 'reviewers', owes: 'score', people: ['mia', 'noa'],
  due: '2026-11-24', late_by: 0, percent: 72.5, outcome: null, reason: null,
};

describe('an exported sheet', () => {
  it('has one line a candidate', () => {
    expect(exportCsv([row], { names: false, mark: false })).toBe(
      'candidate,role,source,stage,state,applied,days_in_stage,whose_move,owes,people,due,late_by,percent,outcome,reason\r\nteal-otter-7f,engineer,referral,task,open,2026-10-03,3,reviewers,score,mia noa,2026-11-24,0,72.5,,\r\n');
    expect(exportCsv([{ ...row, name: 'Ada, "P"', email: null }], { names: true, mark: true })).toMatch(/^\ufeffcandidate,[\s\S]*reason,name,email\r\n.*,"Ada, ""P""",\r\n$/);
  });

  it('holds nothing that a spreadsheet would compute', () => {
    for (const name of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', '=HYPERLINK("https://x.example","y")']) {
      const [, cells] = parse(exportCsv([{ ...row, name, email: name }], { names: true, mark: false })) as string[][];
      expect(cells?.slice(-2)).toEqual([`'${name}`, `'${name}`]);
    }
    // The control: what computes nothing is left alone.
    expect(exportCsv([{ ...row, name: 'O’Null-Sample (=)' }], { names: true, mark: false })).toContain(',O’Null-Sample (=),');
  });

  it('is read back as it was', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 30 }).filter((word) => !/^[\s\u00a0]*[=+\-@\t\r＝＋－＠]/u.test(word));
    fc.assert(fc.property(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 5 }), (names) => {
      const csv = exportCsv(names.map(([name, reason]) => ({ ...row, name, reason })), { names: true, mark: true });
      const back = parse(csv, { bom: true, columns: true }) as Record<string, string>[];
      expect(back.map((each) => [each['candidate'], each['percent'], each['name'], each['reason']])).toEqual(names.map(([name, reason]) => ['teal-otter-7f', '72.5', name, reason]));
    }));
  });
});
