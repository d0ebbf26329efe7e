import type { Lookup } from '../lookup.ts';
import type { PublishedFile } from '../published/files.ts';
import { publishedAgreement } from './agreement.ts';
import { publishedCalibration } from './calibration.ts';
import { fairnessFiles } from './fairness.ts';
import { publishedOutcomes } from './outcomes.ts';
import { publishedExperience } from './experience.ts';
import { publishedSurvey } from './survey.ts';
import { publishedValidity } from './validity.ts';

/** What is learned from the process: calibration, surveys, outcomes, fairness. */
export function* learningFiles(lookup: Lookup): Generator<PublishedFile> {
  const { workspace } = lookup;
  for (const [id, session] of workspace.calibrations) yield [`calibrations/${id}.json`, publishedCalibration(id, session, lookup)];
  yield ['agreement.json', publishedAgreement(lookup)];
  for (const role of workspace.surveys.keys()) yield [`surveys/${role}.json`, publishedSurvey(role, lookup)];
  yield ['experience.json', publishedExperience(lookup)];
  yield ['outcomes.json', publishedOutcomes(lookup)];
  yield ['validity.json', publishedValidity(lookup)];
  yield* fairnessFiles(lookup);
}
