import type { Problem } from '../../model/problem.ts';
import { isScored } from '../../model/stage-kind.ts';
import type { Application } from '../catalogue.ts';
import { notKnown } from '../references.ts';
import { problem, type Rule } from '../rule.ts';

const HOURS = 3_600_000;

// Panels, submissions, scores and logs belong to visits that the events have.
const known: Rule = {
  holds: 'Panels, submissions, scores and logs belong to visits that the events have, and scores to stages that are scored.',
  codes: ['visit/unknown', 'visit/not-scored'],
  check: (_workspace, { catalogue }) => catalogue.applications.flatMap((application) => {
    // Where the events are at fault themselves, the visits are not to be trusted.
    if (!application.replay || application.replay.faults.length > 0) return [];
    return filesByVisit(application).flatMap(([visitName, path, scored]): Problem[] => {
      const visit = application.visits.get(visitName);
      if (!visit) return [notKnown('visit/unknown', { path }, `The file belongs to the visit “${visitName}”, which the events of ${application.folder.id} do not have`, visitName, application.visits.keys(), 'visits')];
      if (!scored || isScored(visit.kind)) return [];
      return [problem('visit/not-scored', { path }, `“${visit.stage}” is of kind ${visit.kind}, which nobody scores.`, 'Remove the file; the decision is written in decision.yml.')];
    });
  }),
};

// What was handed in, and scored, fits the times of the events.
const times: Rule = {
  holds: 'What was handed in, and scored, fits the times of the events.',
  codes: ['submission/time-order', 'score/before-visit'],
  check: (_workspace, { catalogue }) => catalogue.applications.flatMap(({ folder, visits }) => {
    const problems: Problem[] = [];
    for (const [name, { path, value }] of folder.submissions) {
      const visit = visits.get(name);
      const handedIn = visit?.submitted ?? (visit?.kind === 'screening' ? visit.entered : undefined);
      if (handedIn === undefined || Math.abs(Date.parse(value.received) - Date.parse(handedIn)) <= 24 * HOURS) continue;
      problems.push(problem('submission/time-order', { path, key: ['received'] }, `The work was received at ${value.received}, but the events say it was handed in at ${handedIn}.`, 'Correct the time that is wrong; the deadline and the reply clock hang on it.'));
    }
    for (const [name, scores] of folder.scores) {
      const entered = visits.get(name)?.entered;
      if (entered === undefined) continue;
      for (const score of scores) {
        if (Date.parse(score.value.submitted) >= Date.parse(entered)) continue;
        problems.push(problem('score/before-visit', { path: score.path, key: ['submitted'] }, `The score was finished at ${score.value.submitted}, before the candidate entered “${name}” at ${entered}.`, 'Correct the time, or move the file to the visit it belongs to.'));
      }
    }
    return problems;
  }),
};

/** Every file that belongs to a visit: visit, path, and whether it is about scoring. */
function filesByVisit({ folder }: Application): [string, string, boolean][] {
  return [
    ...[...folder.logs].map(([visit, { path }]): [string, string, boolean] => [visit, path, false]),
    ...[...folder.panels].map(([visit, { path }]): [string, string, boolean] => [visit, path, true]),
    ...[...folder.submissions].map(([visit, { path }]): [string, string, boolean] => [visit, path, false]),
    ...[...folder.submissionTexts].map(([visit, { path }]): [string, string, boolean] => [visit, path, false]),
    ...[...folder.scores].flatMap(([visit, scores]) => scores.map(({ path }): [string, string, boolean] => [visit, path, true])),
  ];
}

export const visits: readonly Rule[] = [known, times];
