import type { z } from 'zod';
import { sampleScoreSchema, scoreSchema } from '../model/score.ts';
import type { SchemaFault } from './issues.ts';

/** Keys whose values `hire new score` leaves to the reviewer. */
const GIVEN = ['recommendation', 'bar', 'summary'];

/**
 * A score that was begun and holds nothing yet: one fault instead of one for each key that waits for its value.
 * @returns undefined where anything was filled in, or the file is no score
 */
export function notFilledIn(schema: z.ZodType, data: unknown): SchemaFault | undefined {
  if ((schema !== scoreSchema && schema !== sampleScoreSchema) || !isMap(data)) return undefined;
  const marks = data['marks'];
  if (!isMap(marks) || Object.keys(marks).length === 0 || GIVEN.some((key) => !isBlank(data[key]))) return undefined;
  const untouched = Object.values(marks).every((mark) => isBlank(mark) || (isMap(mark) && Object.values(mark).every(isBlank)));
  return untouched ? {
    code: 'score/not-filled-in', key: ['marks'], atKey: true, message: 'This score is not filled in yet.',
    hint: 'Fill it in; or remove it, and “hire score” asks for one mark after the other.',
  } : undefined;
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}
