import type { z } from 'zod';
import type { Problem } from '../model/problem.ts';
import { characterProblems, decode } from '../text/characters.ts';
import { readYaml } from '../text/yaml-record.ts';

/** Reads a YAML file that is no part of the tree with its own schema; whatever is wrong becomes problems. */
export function readYamlFile<T>(path: string, bytes: Uint8Array, schema: z.ZodType<T>, noun: string): { readonly value?: T; readonly problems: readonly Problem[] } {
  const decoded = decode(path, bytes);
  if (decoded.problem) return { problems: [decoded.problem] };
  const characters = characterProblems(path, decoded.text);
  if (characters.length > 0) return { problems: characters };
  const read = readYaml(schema, noun, path, decoded.text);
  return read.problems.length > 0 ? { problems: read.problems } : { value: read.value as T, problems: [] };
}
