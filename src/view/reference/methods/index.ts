import type { PublishedMethods } from '../../published/reference.ts';
import { AGREEMENT_METHODS } from './agreement.ts';
import { CHECK_METHODS } from './check.ts';
import { FAIRNESS_METHODS } from './fairness.ts';
import { FUNNEL_METHODS } from './funnel.ts';
import { HEALTH_METHODS } from './health.ts';
import { REVIEWER_METHODS } from './reviewers.ts';
import { SCORE_METHODS } from './scores.ts';
import { SURVEY_METHODS } from './survey.ts';
import { TIME_METHODS } from './time.ts';
import { VALIDITY_METHODS } from './validity.ts';

/** Every number of the site in plain words, with its formula, where it comes from and when it stays hidden. */
export const METHODS: PublishedMethods = [
  ...SCORE_METHODS,
  ...FUNNEL_METHODS,
  ...TIME_METHODS,
  ...AGREEMENT_METHODS,
  ...REVIEWER_METHODS,
  ...HEALTH_METHODS,
  ...FAIRNESS_METHODS,
  ...VALIDITY_METHODS,
  ...SURVEY_METHODS,
  ...CHECK_METHODS,
];
