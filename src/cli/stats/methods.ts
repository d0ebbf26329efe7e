import { AGREEMENT_METHODS } from './agreement.ts';
import { CORRELATION_METHODS } from './correlation.ts';
import { IMPACT_METHODS } from './impact.ts';
import { ITEM_METHODS } from './items.ts';
import type { StatMethod } from './method.ts';
import { PROPORTION_METHODS } from './proportions.ts';
import { RUBRIC_METHODS } from './rubric.ts';
import { SEVERITY_METHODS } from './severity.ts';
import { SURVEY_METHODS } from './survey.ts';
import { SURVIVAL_METHODS } from './survival.ts';
import { TIME_METHODS } from './time.ts';

/** Every method of `hire stats`, by what they are about. */
export const STAT_METHODS: readonly StatMethod[] = [
  ...PROPORTION_METHODS, ...SURVIVAL_METHODS, ...RUBRIC_METHODS, ...AGREEMENT_METHODS, ...SEVERITY_METHODS, ...IMPACT_METHODS, ...CORRELATION_METHODS, ...ITEM_METHODS, ...SURVEY_METHODS, ...TIME_METHODS,
];
