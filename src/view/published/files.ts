import type { z } from 'zod';
import { candidateSchema } from './candidate.ts';
import { compareSchema } from './compare.ts';
import { agreementSchema } from './agreement.ts';
import { calibrationSchema } from './calibration.ts';
import { fairnessIndexSchema, fairnessSchema } from './fairness.ts';
import { funnelSchema } from './funnel.ts';
import { outcomesSchema } from './outcomes.ts';
import { validitySchema } from './validity.ts';
import { experienceSchema, surveySchema } from './survey.ts';
import { ledgerSchema, roleLedgerSchema } from './ledger.ts';
import { personSchema, severitySchema } from './people.ts';
import { challengeSchema, guideSchema, messageSchema, pipelineSchema, policySchema, questionsSchema, rubricSchema } from './process.ts';
import { buildSchema, calendarSchema, formatSchema, methodsSchema, problemsSchema } from './reference.ts';
import { reportSchema } from './report.ts';
import { roleSchema } from './role.ts';
import { scoringSchema } from './scoring.ts';
import { candidatesSchema, workspaceSchema } from './workspace.ts';

/** Every published file: the path below `v1/` (`<name>` stands for one segment) and its schema. */
export const PUBLISHED = {
  'workspace.json': workspaceSchema,
  'candidates.json': candidatesSchema,
  'ledger.json': ledgerSchema,
  'ledger/<role>.json': roleLedgerSchema,
  'roles/<role>.json': roleSchema,
  'funnel.json': funnelSchema,
  'candidates/<role>/<candidate>.json': candidateSchema,
  'score/<role>/<candidate>/<visit>.json': scoringSchema,
  'compare/<role>.json': compareSchema,
  'people/<person>.json': personSchema,
  'severity.json': severitySchema,
  'rubrics/<rubric>.json': rubricSchema,
  'pipelines/<pipeline>.json': pipelineSchema,
  'challenges/<challenge>.json': challengeSchema,
  'messages/<message>.json': messageSchema,
  'questions/<set>.json': questionsSchema,
  'policies/<policy>.json': policySchema,
  'guide.json': guideSchema,
  'calibrations/<session>.json': calibrationSchema,
  'agreement.json': agreementSchema,
  'surveys/<role>.json': surveySchema,
  'experience.json': experienceSchema,
  'outcomes.json': outcomesSchema,
  'validity.json': validitySchema,
  'fairness.json': fairnessIndexSchema,
  'fairness/<role>/<period>/<dimension>.json': fairnessSchema,
  'report/<role>.json': reportSchema,
  'problems.json': problemsSchema,
  'format.json': formatSchema,
  'methods.json': methodsSchema,
  'calendar.json': calendarSchema,
  'build.json': buildSchema,
} as const satisfies Record<string, z.ZodType>;

/** The pattern of a published file. */
export type PublishedPath = keyof typeof PUBLISHED;

/** One published file: its path below `v1/` and what it holds. */
export type PublishedFile = readonly [path: string, value: object];
