import { z } from 'zod';
import { FILE_KINDS } from './kinds.ts';
import type { Rubric } from './rubric.ts';
import { NOT_OBSERVED, sampleScoreSchema, scoreSchema } from './score.ts';

/** A JSON Schema, draft 7, as editors read it. */
export type JsonSchema = z.core.JSONSchema.JSONSchema;

/** The JSON Schema of what people write, which is what the loader hands to the zod schema. */
export function jsonSchema(schema: z.ZodType, title: string): JsonSchema {
  const made = z.toJSONSchema(schema, {
    io: 'input', target: 'draft-7',
    override: ({ jsonSchema: each }) => {
      delete each.default;
      // A closed list, or a list of types, says more than the alternatives it is made of: editors name it whole.
      if (each.enum ?? each.type) delete each.anyOf;
    },
  });
  return { ...made, title };
}

/** One schema per kind of YAML file, by kind. */
export function kindSchemas(): Map<string, JsonSchema> {
  const schemas = new Map<string, JsonSchema>();
  for (const kind of FILE_KINDS) if ('schema' in kind) schemas.set(kind.name, jsonSchema(kind.schema, kind.name));
  return schemas;
}

/** What a score's schema depends on beside its rubric. */
export interface ScoreSchemaOptions {
  /** A score of a calibration sample rather than of a visit. */
  readonly sample: boolean;
  /** Characters of evidence that a mark needs, blanks at both ends left out. */
  readonly evidenceMin: number;
}

/** Enough evidence; patterns are read as Unicode, so that each character counts once. */
function enough(characters: number): JsonSchema {
  return { pattern: characters === 1 ? '\\S' : `^\\s*\\S[\\s\\S]{${characters - 2},}\\S\\s*$`, patternErrorMessage: `A mark needs at least ${characters} characters of evidence.` };
}

/**
 * The schema of a score against one rubric version: every criterion is required, the marks are the levels of the scale, and
 * hovering a mark shows its anchors.
 */
export function scoreJsonSchema(rubric: Rubric, rubricId: string, { sample, evidenceMin }: ScoreSchemaOptions): JsonSchema {
  const reference = `${rubricId}@${rubric.version}`;
  const made = jsonSchema(sample ? sampleScoreSchema : scoreSchema, `Score against ${reference}`);
  const levels = Array.from({ length: rubric.scale.max - rubric.scale.min + 1 }, (_, index) => rubric.scale.min + index);
  const marks: Record<string, JsonSchema> = {};
  for (const criterion of rubric.criteria) {
    const anchors = criterion.anchors.map((anchor) => ({ plain: `${anchor.level}: ${anchor.text}`, rich: `- **${anchor.level}** ${anchor.text}` }));
    marks[criterion.id] = {
      type: 'object',
      additionalProperties: false,
      description: `${criterion.name}, ${criterion.weight} %: ${criterion.indicators}`,
      required: ['mark'],
      properties: {
        mark: {
          enum: [...levels, NOT_OBSERVED],
          description: [criterion.name, ...anchors.map(({ plain }) => plain)].join('\n'),
          markdownDescription: `${criterion.name}\n\n${anchors.map(({ rich }) => rich).join('\n')}`,
        },
        evidence: { type: ['string', 'number', 'boolean'], description: 'What in the submission shows it.' },
        because: { type: ['string', 'number', 'boolean'], pattern: '\\S', description: 'Why nothing could be observed.' },
      },
      if: { required: ['mark'], properties: { mark: { const: NOT_OBSERVED } } },
      then: { required: ['because'] },
      ...(evidenceMin > 0 && { else: { required: ['evidence'], properties: { evidence: enough(evidenceMin) } } }),
    };
  }
  return {
    ...made,
    properties: {
      ...made.properties,
      rubric: { const: reference, description: 'Rubric and version.' },
      marks: { type: 'object', additionalProperties: false, required: rubric.criteria.map((criterion) => criterion.id), properties: marks, description: 'One entry per criterion; every criterion is present.' },
    },
  };
}
