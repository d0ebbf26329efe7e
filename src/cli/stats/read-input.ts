import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { z } from 'zod';
import { schemaFaults } from '../../text/issues.ts';
import { Mistake, textOption, type Context, type Input } from '../command.ts';
import type { StatMethod } from './method.ts';

/** More than any table that a person would check, in bytes. */
const MOST = 20_000_000;

/** What a method is given: of `--input`, else of standard input. @throws Mistake with the place and the reason */
export async function readInput(context: Context, input: Input, method: StatMethod): Promise<unknown> {
  const text = await written(context, textOption(input, 'input'), method);
  const data = parsed(text);
  const beyond = beyondReason(data);
  if (beyond !== undefined) throw new Mistake(`${method.name} cannot take that:\n  ${beyond}: numbers lie between −1e50 and 1e50, and are 0 or at least 1e-50 in size; beyond, squares and products no longer fit.`);
  const result = method.input.safeParse(data);
  if (!result.success) throw new Mistake(`${method.name} cannot take that:\n${faults(method.input, data, result.error.issues).map((line) => `  ${line}`).join('\n')}\n“hire stats ${method.name} --example” shows what it takes.`);
  return result.data;
}

async function written(context: Context, file: string | undefined, method: StatMethod): Promise<string> {
  if (file === undefined || file === '-') {
    if (context.terminal.input) throw new Mistake(`${method.name} reads JSON on standard input, or from a file with --input.\n“hire stats ${method.name} --example” prints a small one.`);
    return context.stdin(MOST);
  }
  try {
    return readFileSync(resolve(context.cwd, file), 'utf8');
  } catch {
    throw new Mistake(`--input: there is no file “${file}” that can be read.`);
  }
}

function parsed(text: string): unknown {
  if (text.trim() === '') throw new Mistake('Standard input is empty; JSON was expected.');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Mistake(`The input is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The path to the first number whose square or product with another may be no number any more. */
function beyondReason(data: unknown, at = 'input'): string | undefined {
  if (typeof data === 'number') {
    const size = Math.abs(data);
    return size > 1e50 || (size > 0 && size < 1e-50) ? at : undefined;
  }
  if (typeof data !== 'object' || data === null) return undefined;
  for (const [key, value] of Object.entries(data)) {
    const found = beyondReason(value, at === 'input' ? key : `${at}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Each with the path to where it is wrong. */
function faults(schema: z.ZodType, data: unknown, issues: readonly z.core.$ZodIssue[]): string[] {
  const at = (path: readonly PropertyKey[]): string => (path.length === 0 ? 'input' : path.map(String).join('.'));
  return issues.flatMap((issue) => (issue.code === 'custom'
    ? [`${at(issue.path)}: ${issue.message}`]
    : schemaFaults(schema, data, [issue], 'the input').map((fault) => `${at(issue.path)}: ${fault.message}`)));
}
