import { fairness } from '../../analysis/fairness.ts';
import { orNull, rounded } from '../instants.ts';
import { stageTitleOf, type Lookup } from '../lookup.ts';
import type { PublishedFile } from '../published/files.ts';
import type { PublishedFairness } from '../published/fairness.ts';
import { publishedAgreement } from './agreement.ts';
import { publishedCalibration } from './calibration.ts';
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
  for (const [role, records] of workspace.fairness) {
    for (const [name, record] of records) {
      const [period = '', dimension = ''] = name.split('/');
      yield [`fairness/${role}/${name}.json`, publishedFairness(role, period, dimension, fairness(record.value), lookup)];
    }
  }
}

function publishedFairness(role: string, period: string, dimension: string, stages: ReturnType<typeof fairness>, lookup: Lookup): PublishedFairness {
  return {
    role,
    roleTitle: roleTitle(role, lookup),
    period,
    dimension,
    stages: stages.map((each) => ({
      stage: each.stage,
      title: stageTitleOf(lookup.workspace, role, each.stage),
      groups: each.groups.map((group) => ({
        group: group.group, reached: orNull(group.reached), advanced: orNull(group.advanced),
        rate: group.rate === undefined ? null : rounded(group.rate), ratio: group.ratio === undefined ? null : rounded(group.ratio),
      })),
      fourFifths: orNull(each.fourFifths),
      guard: orNull(each.guard),
    })),
  };
}

function roleTitle(role: string, lookup: Lookup): string {
  return lookup.workspace.roles.get(role)?.value.title ?? role;
}
