import { describe, expect, it } from 'vitest';
import { dayWords, instantWords } from './dates.ts';
import { render } from './render.ts';
import { officeOf } from '../analysis/time/office.ts';

describe('a rendered message', () => {
  it('takes the value, else the fallback, else shows what is missing', () => {
    const values = new Map([['role.title', 'Engineer'], ['sender.name', 'Dana Example']]);
    expect(render('Hi {{candidate.first_name | there}}, {{role.title}}: {{deadline}}. {{sender.name}}', values)).toEqual({
      text: 'Hi there, Engineer: [deadline]. Dana Example', unknown: ['deadline'],
    });
  });
  it('never reads a value as a template', () => {
    expect(render('{{feedback | none}}', new Map([['feedback', '{{deadline}} $& {{role.title}}']])).text).toBe('{{deadline}} $& {{role.title}}');
  });
});

describe('dates in a message', () => {
  it('name the organisation’s clock, UTC and the distance, across a clock change', () => {
    const office = officeOf({ timezone: 'Europe/London', workdays: new Set([1, 2, 3, 4, 5]), closed: new Map(), years: [2026, 2026] });
    const now = Date.parse('2026-10-24T09:00+01:00');
    expect(instantWords(now + 72 * 3_600_000, now, office.zone)).toBe('Tuesday 27 October 2026, 08:00 Europe/London (08:00 UTC, in 72 hours)');
    expect(instantWords(now + 120 * 3_600_000, now, office.zone, 'pt')).toBe('quinta-feira, 29 de outubro de 2026, 08:00 Europe/London (08:00 UTC, em 5 dias)');
    expect(dayWords('2026-11-24')).toBe('Tuesday 24 November 2026');
  });
});
