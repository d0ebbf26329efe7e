import { RUBRIC_REFERENCE, type Person } from '../../model/person.ts';
import type { Problem } from '../../model/problem.ts';
import type { Application } from '../catalogue.ts';
import type { Workspace } from '../../model/workspace.ts';
import { unresolved, unresolvedVersion } from '../references.ts';
import { problem, type Rule } from '../rule.ts';
import { plural } from '../../model/words.ts';

// A panel names people and a rubric version that exist, each person once, and says why somebody was released.
const members: Rule = {
  holds: 'A panel names people and a rubric version that exist, each person once, and says why somebody was released.',
  codes: ['reference/unknown-person', 'reference/unknown-rubric', 'panel/duplicate-person', 'panel/released-reason', 'panel/dates', 'panel/too-few', 'panel/conflict', 'person/inactive'],
  check: (workspace, { catalogue }) => catalogue.applications.flatMap(({ folder, visits, pipeline }) => [...folder.panels].flatMap(([visitName, { path, value }]) => {
    const problems: Problem[] = unresolvedVersion(workspace, value.rubric, { path, key: ['rubric'] }, 'The rubric of this panel');
    const seen = new Set<string>();
    value.reviewers.forEach((reviewer, index) => {
      const key = ['reviewers', index];
      problems.push(...unresolved(workspace, 'person', reviewer.person, { path, key: [...key, 'person'] }, 'Who was asked'));
      const active = workspace.people.get(reviewer.person)?.value.active;
      if (active && (reviewer.asked < active.from || (active.until !== undefined && reviewer.asked > active.until))) {
        problems.push(problem('person/inactive', { path, key: [...key, 'asked'] }, `${reviewer.person} was asked on ${reviewer.asked}, but takes part ${spanOf(active)}.`, `Ask somebody else, or correct active: in content/people/${reviewer.person}.yml.`));
      }
      if (seen.has(reviewer.person)) problems.push(problem('panel/duplicate-person', { path, key: [...key, 'person'] }, `${reviewer.person} stands in this panel twice.`, 'Remove one of the two entries.'));
      seen.add(reviewer.person);
      if ((reviewer.released === undefined) !== (reviewer.reason === undefined)) {
        problems.push(problem('panel/released-reason', { path, key }, reviewer.released === undefined ? `${reviewer.person} has a reason for being released, but no day.` : `${reviewer.person} was released on ${reviewer.released}, but it does not say why.`, reviewer.released === undefined ? 'Add released: with the day.' : 'Add reason: left, conflict or unavailable.'));
      }
      for (const [field, day] of [['due', reviewer.due], ['released', reviewer.released]] as const) {
        if (day !== undefined && day < reviewer.asked) problems.push(problem('panel/dates', { path, key: [...key, field] }, `${reviewer.person} was asked on ${reviewer.asked}, but “${field}” is ${day}, a day before.`, `Correct asked or ${field}.`));
      }
      if (reviewer.released === undefined && folder.conflicts.has(reviewer.person)) {
        problems.push(problem('panel/conflict', { path, key: [...key, 'person'] }, `${reviewer.person} is asked to score, but has declared a conflict of interest with this candidate.`, 'Add released: and reason: conflict, and ask somebody else.'));
      }
    });
    const visit = visits.get(visitName);
    const wanted = pipeline?.stages.find((stage) => stage.id === visit?.stage)?.reviewers ?? 1;
    const asked = value.reviewers.filter((reviewer) => reviewer.released === undefined && reviewer.shadow !== true).length;
    if (visit && visit.phase !== 'closed' && asked < wanted) {
      problems.push(problem('panel/too-few', { path, key: ['reviewers'] }, `“${visitName}” wants ${plural(wanted, 'reviewer')}, but ${asked === 0 ? 'nobody' : `only ${asked}`} who counts is asked.`, `Ask another person of the role’s panel; to have one proposed: hire assign ${folder.id}`));
    }
    return problems;
  })),
};

// Who scores was asked, had started and not left, and is trained on that version; a score in conflict or too late does not count.
const scorers: Rule = {
  holds: 'Who scores was asked, takes part at that time and is trained on that version; a score in conflict or too late does not count.',
  codes: ['reference/unknown-person', 'score/not-asked', 'score/conflict', 'score/late', 'score/other-rubric', 'person/inactive', 'score/uncalibrated'],
  check: (workspace, { catalogue }) => {
    const uncalibrated = workspace.settings.value.scores.uncalibrated;
    const trained = new Map([...workspace.people].map(([id, person]) => [id, new Map(person.value.trained.map((entry) => [entry.rubric, entry.on]))]));
    return catalogue.applications.flatMap((application) => [...application.folder.scores].flatMap(([visitName, scores]) => scores.flatMap((score): Problem[] => {
      const { path, person, value } = score;
      const known = workspace.people.get(person)?.value;
      if (!known) return unresolved(workspace, 'person', person, { path }, 'The reviewer in the file’s name');
      const problems: Problem[] = [];
      const { folder, visits } = application;
      const visit = visits.get(visitName);
      const day = catalogue.dayOf(value.submitted);
      const panel = folder.panels.get(visitName)?.value;
      if (folder.conflicts.has(person)) problems.push(problem('score/conflict', { path, key: ['conflict'] }, `${person} attests that there is no conflict, but conflicts/${person}.yml declares one: the score is shown and left out.`, 'Release the person from the panel and ask somebody else.'));
      const entry = panel?.reviewers.find((reviewer) => reviewer.person === person);
      const asked = panel ? entry !== undefined : application.role?.panel.includes(person) || application.role?.manager === person;
      if (application.role && !asked) problems.push(problem('score/not-asked', { path }, `${person} scored “${visitName}”, but ${panel ? 'its panel does not name them' : 'is not in the panel of the role'}.`, panel ? `Add ${person} to panels/${visitName}.yml with the day they were asked.` : `Add ${person} to the panel of the role, or write panels/${visitName}.yml.`));
      if (visit?.left !== undefined && score.amendment === 1 && Date.parse(value.submitted) > Date.parse(visit.left)) problems.push(problem('score/late', { path, key: ['submitted'] }, `The score was finished at ${value.submitted}, after “${visitName}” ended at ${visit.left}: it is shown and left out.`, 'Nothing to mend; next time the visit should wait, or the person be released.'));
      const expected = rubricOf(application, visitName, workspace);
      if (expected !== undefined && !matches(value.rubric, expected)) problems.push(problem('score/other-rubric', { path, key: ['rubric'] }, `The score uses ${value.rubric}, but “${visitName}” is scored with ${expected}.`, `Allowed here: ${expected}.`));
      if (day < known.active.from || (known.active.until !== undefined && day > known.active.until)) problems.push(problem('person/inactive', { path, key: ['submitted'] }, `${person} scored on ${day}, but takes part ${spanOf(known.active)}.`, `Correct active: in content/people/${person}.yml, or ask somebody else.`));
      const since = trained.get(person)?.get(value.rubric);
      if (uncalibrated !== 'ignore' && catalogue.rubricOf(value.rubric) && entry?.shadow !== true && (since === undefined || since > day)) {
        const stated = problem('score/uncalibrated', { path, key: ['rubric'] }, `${person} scored with ${value.rubric} ${since === undefined ? 'without ever being trained on it' : `before being trained on it (${since})`}.`, `A calibration leads there: hire calibrate new, and hire calibrate certify; or add a training to trained: in content/people/${person}.yml.`);
        problems.push(uncalibrated === 'refuse' ? { ...stated, severity: 'error' } : stated);
      }
      return problems;
    })));
  },
};

/** The rubric a visit is scored with: the panel's version; else the stage's or challenge's rubric in any version. */
function rubricOf({ folder, pipeline, visits }: Application, visitName: string, workspace: Workspace): string | undefined {
  const panel = folder.panels.get(visitName)?.value.rubric;
  if (panel !== undefined) return panel;
  const stage = pipeline?.stages.find((other) => other.id === visits.get(visitName)?.stage);
  return stage?.rubric ?? (stage?.challenge === undefined ? undefined : workspace.challenges.get(stage.challenge)?.page.value.rubric);
}

function spanOf({ from, until }: Person['active']): string {
  return until === undefined ? `from ${from} on` : `from ${from} to ${until}`;
}

function matches(written: string, expected: string): boolean {
  return written === expected || RUBRIC_REFERENCE.exec(written)?.[1] === expected;
}

export const panels: readonly Rule[] = [members, scorers];
