import { describe, expect, it } from 'vitest';
import { ownSettings, withoutKey } from './settings.ts';

describe('settings', () => {
  const answers = { organisation: 'O', title: 'T', url: 'https://o.example', timezone: 'UTC', holidays: undefined, replyWithin: '72h' };
  it('in flow and block, with comments where they were', () => {
    expect(ownSettings('# top\nformat: 1\norganisation: A\nsite: { title: B, url: https://b.example }\ntimezone: UTC\ncalendar: { workdays: [mon], holidays: GB, closed: [2026-12-24] }  # days\nexample:\n  # its clock\n  today: 2026-11-22\n# lists\npromises: { reply_within: 1 day }\n', answers)).toMatchInlineSnapshot(`
      "# top
      format: 1
      organisation: O
      site: { title: T, url: "https://o.example" }
      timezone: UTC
      calendar: { workdays: [mon], closed: [] }  # days
      # lists
      promises: { reply_within: 72h }
      "
    `);
  });
  it('with the address of the example gone, and one of your own kept', () => {
    const settings = 'organisation: A\nsite: { title: B, url: https://b.example }\ncontact:\n  email: a@b.example\ntimezone: UTC\ncalendar: { workdays: [mon] }\npromises: { reply_within: 1 day }\n';
    expect(ownSettings(`${settings}example: { today: 2026-11-22 }\n`, answers)).not.toContain('contact');
    expect(ownSettings(settings, answers)).toContain('email: a@b.example');
  });
  it.each([['a: 1\nb: 2\n', 'b: 2\n'], ['b: 2\na:\n  c: 3\n', 'b: 2\n'], ['{ a: 1, b: 2 }\n', '{ b: 2 }\n'], ['b: 2\n', 'b: 2\n'], ['a: |\n  x\n\n# of b\nb: 2\n', '# of b\nb: 2\n']])('%j without a is %j', (text, without) => {
    expect(withoutKey(text, ['a'])).toBe(without);
  });
});
