import { FILE_KINDS } from '../../model/kinds.ts';
import { jsonSchema, type JsonSchema } from '../../model/json-schema.ts';
import type { PublishedFormat } from '../published/reference.ts';

type Field = PublishedFormat[number]['fields'][number];

/** The reference of every kind of file that has a schema, made from the schemas themselves. */
export function publishedFormat(): PublishedFormat {
  return FILE_KINDS.flatMap((kind) => {
    if (!('schema' in kind)) return [];
    const schema = jsonSchema(kind.schema, kind.name);
    return [{ name: kind.name, path: kind.pattern, form: kind.form, about: schema.description ?? '', fields: fieldsOf(schema, '', 0) }];
  });
}

function fieldsOf(schema: JsonSchema, before: string, depth: number): Field[] {
  const shape = variants(schema);
  if (shape) return merged(shape.flatMap((each) => fieldsOf(each, before, depth)), shape.length);
  if (schema.type === 'array' && isSchema(schema.items)) return fieldsOf(schema.items, `${before}[]`, depth);
  const required = new Set(schema.required ?? []);
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, property]) => (isSchema(property) ? field(property, join(before, name), depth, required.has(name)) : []));
  const free = isSchema(schema.additionalProperties) ? field(schema.additionalProperties, join(before, '<id>'), depth, false) : [];
  return [...own, ...free];
}

function field(schema: JsonSchema, key: string, depth: number, required: boolean): Field[] {
  const self = { key, depth, type: typeWords(schema), required, standard: null, about: schema.description ?? '' };
  return [self, ...fieldsOf(schema, key, depth + 1)];
}

/** Fields of several shapes as one list: what all shapes share once, the word that tells them apart as a choice. */
function merged(fields: readonly Field[], shapes: number): Field[] {
  const byKey = new Map<string, Field[]>();
  for (const each of fields) byKey.set(each.key, [...(byKey.get(each.key) ?? []), each]);
  return [...byKey.values()].map((same) => {
    const [first] = same as [Field, ...Field[]];
    const types = [...new Set(same.map((each) => each.type))];
    return {
      ...first,
      type: types.length > 2 ? `one of ${types.join(', ')}` : types.join(' or '),
      required: same.length === shapes && same.every((each) => each.required),
      about: same.find((each) => each.about !== '')?.about ?? '',
    };
  });
}

/** What may stand there, in words: "text", "a day", "one of open, closed", "list of …". */
export function typeWords(schema: JsonSchema): string {
  if (schema.const !== undefined) return String(schema.const);
  if (schema.enum) return `one of ${schema.enum.join(', ')}`;
  const shape = variants(schema);
  if (shape) return shape.every((each) => each.type === 'object') ? 'object' : shape.map(typeWords).join(' or ');
  if (schema.format === 'date') return 'day';
  if (schema.type === 'array') return isSchema(schema.items) ? `list of ${typeWords(schema.items)}` : 'list';
  if (Array.isArray(schema.type) || schema.type === 'string') return textWords(schema);
  if (schema.type === 'integer') return `whole number${range(schema)}`;
  return schema.type ?? 'anything';
}

/** Patterns that have a name people know, told by what they accept. */
const NAMED: readonly (readonly [example: string, counter: string, name: string])[] = [
  ['5 business days', '30 %', 'duration'],
  ['30 %', '5 business days', 'percentage'],
  ['interview@2', 'interview', 'rubric and version'],
  ['2026-10-01T09:12+01:00', '2026-10-01', 'instant'],
  ['task-api', 'Task API', 'id'],
];

function textWords(schema: JsonSchema): string {
  if (schema.format === 'uri') return 'https address';
  const { pattern } = schema;
  if (pattern === undefined) return 'text';
  const accepts = new RegExp(pattern, 'u');
  return NAMED.find(([example, counter]) => accepts.test(example) && !accepts.test(counter))?.[2] ?? 'text';
}

function range(schema: JsonSchema): string {
  const { minimum, maximum } = schema;
  if (minimum === undefined) return '';
  return maximum === undefined || maximum > 1e9 ? ` from ${minimum}` : ` from ${minimum} to ${maximum}`;
}

function variants(schema: JsonSchema): JsonSchema[] | undefined {
  return (schema.anyOf ?? schema.oneOf)?.filter(isSchema);
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function join(before: string, name: string): string {
  return before === '' ? name : `${before}.${name}`;
}
