import { z } from 'zod';
import { businessDays, type BusinessDays } from '../../analysis/time/business-days.ts';
import { plural } from '../../model/words.ts';
import { remark } from './inputs.ts';
import { statMethod, type StatMethod } from './method.ts';

const day = (of: string) => z.iso.date({ error: 'expected a day, 2026-11-22' }).describe(of);
const holidays = () => z.array(day('a closed day')).default([]).describe('days on which nobody works');

const betweenInput = z.strictObject({ start: day('the first day, counted'), end: day('the day after the last'), holidays: holidays(), convention: remark() });
const addInput = z.strictObject({ start: day('from when'), days: z.int().min(0).max(100_000).describe('how many business days later'), holidays: holidays(), convention: remark() });

const WEEK: ReadonlySet<number> = new Set([1, 2, 3, 4, 5]);
const calendar = (closed: readonly string[]): BusinessDays => businessDays({ workdays: WEEK, closed: new Map(closed.map((each) => [each, ''])) });

/** Days, Monday to Friday but for holidays. */
export const TIME_METHODS: readonly StatMethod[] = [
  statMethod({
    name: 'business_days_between', about: 'business days from a day up to another, which is not counted; negative backwards',
    input: betweenInput, example: { start: '2026-12-24', end: '2027-01-04', holidays: ['2026-12-25', '2027-01-01'] },
    compute: ({ start, end, holidays: closed }) => ({ days: calendar(closed).between(start, end) }),
    says: ({ start, end, holidays: closed }) => `${plural(calendar(closed).between(start, end), 'business day')} from ${start} up to ${end}, which is not counted.`,
  }),
  statMethod({
    name: 'add_business_days', about: 'the day so many business days later; a start on a day off goes back first',
    input: addInput, example: { start: '2026-12-23', days: 5, holidays: ['2026-12-25', '2027-01-01'] },
    compute: ({ start, days, holidays: closed }) => ({ date: calendar(closed).add(start, days) }),
    says: ({ start, days, holidays: closed }) => `${plural(days, 'business day')} after ${start} is ${calendar(closed).add(start, days)}.`,
  }),
];
