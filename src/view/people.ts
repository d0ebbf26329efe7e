import type { PersonLoad } from '../analysis/load.ts';
import type { ReviewerFigures } from '../analysis/reviewers/reviewers.ts';
import { trainingPath } from '../analysis/training.ts';
import { compareText } from '../model/problem.ts';
import { RUBRIC_REFERENCE, type Person } from '../model/person.ts';
import { candidateRow } from './candidate/row.ts';
import { orNull } from './instants.ts';
import { initialsOf, roleState, type Lookup } from './lookup.ts';
import type { PublishedPerson } from './published/people.ts';
import { publishedReviewer } from './reviewer.ts';

/** The page of one person. */
export function publishedPerson(id: string, person: Person, load: PersonLoad | undefined, figures: ReviewerFigures, lookup: Lookup): PublishedPerson {
  const { workspace, today } = lookup;
  const active = person.active.from <= today && (person.active.until === undefined || person.active.until >= today);
  return {
    id,
    name: person.name,
    initial: initialsOf(workspace.people.keys()).get(id) ?? '',
    roles: [...person.roles],
    timezone: orNull(person.timezone),
    languages: [...person.languages],
    capacity: orNull(person.capacity),
    active,
    from: person.active.from,
    until: orNull(person.active.until),
    trained: person.trained.map((each) => ({ rubric: each.rubric, on: each.on, by: orNull(each.by) })).sort((a, b) => compareText(b.on, a.on)),
    training: trainingPath(workspace, lookup.facts, id).map(({ rubric: reference, step, says, next }) => {
      const [, rubric = reference, version = '0'] = RUBRIC_REFERENCE.exec(reference) ?? [];
      return { rubric, title: workspace.rubrics.get(rubric)?.current?.value.title ?? rubric, version: Number(version), step, says, next: next === '' ? null : next };
    }),
    open: (load?.open ?? []).map((score) => ({
      row: candidateRow(score.candidate, lookup), visit: score.visit.name, asked: orNull(score.asked), since: orNull(score.since), due: score.due?.day ?? null, late: score.lateBy > 0,
    })),
    scores: load?.scores ?? 0,
    ...publishedReviewer(figures, lookup),
    recommendations: { ...load?.recommendations },
    manages: (load?.manages ?? []).map((role) => ({
      id: role, title: workspace.roles.get(role)?.value.title ?? role, state: roleStateOf(role, lookup),
    })),
  };
}

function roleStateOf(role: string, lookup: Lookup): string {
  const found = lookup.workspace.roles.get(role)?.value;
  return found === undefined ? 'closed' : roleState(found, lookup.today);
}
