import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isExample } from '../fixtures/is-example.ts';
import { parseDuration } from '../model/duration.ts';
import { accommodationReport, ANSWER_WITHIN, type Request } from './accommodations.ts';
import { createOffice } from './time/office.ts';

// Monday 2 November 2026 is followed by a working week; the 6th is closed.
const office = createOffice({ timezone: 'Europe/London', workdays: new Set([1, 2, 3, 4, 5]), closed: new Map([['2026-11-06', 'Closed']]) });
const request = (more: Partial<Request>): Request => ({ candidate: 'teal-otter-7f', role: 'engineer', asked: '2026-11-02', kind: 'time', decision: 'granted', decided: '2026-11-02', by: 'dana', extra: undefined, ...more });
const extra = (written: string) => parseDuration(written);

describe('the report on accommodations', () => {
  it('counts answers in business days, over weekends and closed days', () => {
    const report = accommodationReport([
      request({}), request({ decided: '2026-11-03' }), request({ asked: '2026-11-05', decided: '2026-11-09' }), request({ asked: '2026-11-07', decided: '2026-11-09' }), request({ decided: '2026-11-05' }), request({ decided: undefined }),
    ], office, '2026-11-22');
    // Thursday to Monday is one business day, since Friday is closed; Saturday to Monday is none.
    expect(report).toMatchObject({ requests: 6, answered: 6, inTime: 4, late: 1, inTimeShare: 0.8, medianDays: 1, longestDays: 3, open: [] });
  });

  it('says which are open and which overdue, on the day that is asked for', () => {
    const all = [request({ candidate: 'b', asked: '2026-11-05', decision: 'open', decided: undefined }), request({ candidate: 'a', asked: '2026-11-03', decided: '2026-11-20' }), request({ candidate: 'c', asked: '2026-11-30', decision: 'open' })];
    expect(accommodationReport(all, office, '2026-11-09').open).toEqual([
      { candidate: 'a', role: 'engineer', asked: '2026-11-03', due: '2026-11-04', lateBy: 2 }, { candidate: 'b', role: 'engineer', asked: '2026-11-05', due: '2026-11-09', lateBy: 0 },
    ]);
    expect(accommodationReport(all, office, '2026-11-20').open.map(({ candidate }) => candidate)).toEqual(['b']);
  });

  it('lays like requests side by side where they were answered differently, and gives no share of few', () => {
    const { kinds, inTimeShare } = accommodationReport([
      request({ extra: extra('24h') }), request({ extra: extra('2 days'), role: 'designer' }), request({ extra: extra('24h'), by: 'jonas' }), request({ decision: 'declined', by: 'jonas', role: 'designer' }),
      request({ kind: 'format' }), request({ kind: 'format', by: 'jonas' }), request({ kind: undefined, decision: 'declined' }), request({ kind: undefined }),
    ], office, '2026-11-22');
    expect(inTimeShare).toBe(1);
    expect(kinds.map(({ kind, asked, granted, declined, hours, differs, grantedShare }) => [kind, asked, granted, declined, hours, differs, grantedShare])).toEqual([
      ['time', 4, 3, 1, [24, 48], true, undefined], ['format', 2, 2, 0, undefined, false, undefined], ['not said', 2, 1, 1, undefined, false, undefined],
    ]);
    expect(kinds[0]?.sides).toEqual([
      { role: 'designer', by: 'dana', granted: 1, declined: 0, hours: [48, 48] }, { role: 'designer', by: 'jonas', granted: 0, declined: 1, hours: undefined },
      { role: 'engineer', by: 'dana', granted: 1, declined: 0, hours: [24, 24] }, { role: 'engineer', by: 'jonas', granted: 1, declined: 0, hours: [24, 24] },
    ]);
    // The control: from five answers on there is one.
    expect(accommodationReport(Array.from({ length: 5 }, (_, index) => request(index === 0 ? { decision: 'declined' } : {})), office, '2026-11-22').kinds[0]?.grantedShare).toBe(0.8);
  });

  it.runIf(isExample)('counts by what the policy promises', () => {
    const policy = join(import.meta.dirname, '../../content/policies/accommodations.md');
    expect(existsSync(policy)).toBe(true);
    expect([ANSWER_WITHIN, readFileSync(policy, 'utf8')]).toEqual([1, expect.stringContaining('answers within one business day')]);
  });
});
