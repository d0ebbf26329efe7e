import type { z } from 'zod';
import type { KeyPath } from '../model/problem.ts';

/** What this file reads of a zod schema's definition. */
interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly element?: z.core.$ZodType;
  readonly valueType?: z.core.$ZodType;
  readonly innerType?: z.core.$ZodType;
  readonly in?: z.core.$ZodType;
  readonly options?: readonly z.core.$ZodType[];
  readonly discriminator?: string;
  readonly values?: readonly unknown[];
}

function definition(schema: z.core.$ZodType): Definition {
  return schema._zod.def as unknown as Definition;
}

/** The schema that governs the value at a path of `data`, without its optional, default and pipe wrappers. */
export function schemaAt(schema: z.core.$ZodType, data: unknown, path: KeyPath): z.core.$ZodType | undefined {
  let found: z.core.$ZodType | undefined = choose(schema, data);
  let value = data;
  for (const key of path) {
    if (!found) return undefined;
    const { shape, element, valueType } = definition(found);
    const next: z.core.$ZodType | undefined = shape ? shape[String(key)] : element ?? valueType;
    value = valueAt(value, [key]);
    found = next && choose(next, value);
  }
  return found;
}

/** The keys an object schema knows, in the order of the format; empty for any other schema. */
export function keysOf(schema: z.core.$ZodType | undefined): string[] {
  return Object.keys((schema && definition(schema).shape) ?? {});
}

/** The first description on the way from the outside of a schema to its inside, without its final full stop. */
export function descriptionOf(schema: z.core.$ZodType | undefined): string | undefined {
  for (let at = schema; at; at = definition(at).innerType ?? definition(at).in) {
    const description = (at as z.ZodType).description;
    if (description !== undefined) return description.replace(/\.$/, '');
  }
  return undefined;
}

/** The schema of a key before its wrappers are taken off. */
export function fieldOf(schema: z.core.$ZodType | undefined, key: string): z.core.$ZodType | undefined {
  return schema && definition(schema).shape?.[key];
}

/** Values that the discriminator of a union may have: the event names. */
export function discriminatorValues(schema: z.core.$ZodType | undefined): string[] {
  if (!schema) return [];
  const { options = [], discriminator } = definition(schema);
  if (discriminator === undefined) return [];
  return options.flatMap((option) => {
    const field = fieldOf(option, discriminator);
    return field ? (definition(field).values ?? []).map(String) : [];
  });
}

/** The value at a path of the data; undefined where the path leads nowhere. */
export function valueAt(data: unknown, path: KeyPath): unknown {
  let value = data;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string | number, unknown>)[key];
  }
  return value;
}

function choose(schema: z.core.$ZodType, data: unknown): z.core.$ZodType {
  let at = schema;
  for (;;) {
    const { innerType, in: input, type, options, discriminator } = definition(at);
    const inner = innerType ?? (type === 'pipe' ? input : undefined);
    if (inner) {
      at = inner;
      continue;
    }
    if (type !== 'union' || discriminator === undefined) return at;
    const wanted = valueAt(data, [discriminator]);
    const option = options?.find((candidate) => {
      const field = fieldOf(candidate, discriminator);
      return field !== undefined && (definition(field).values ?? []).includes(wanted);
    });
    if (!option) return at;
    at = option;
  }
}
