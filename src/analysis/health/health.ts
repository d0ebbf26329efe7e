import type { Workspace } from '../../model/workspace.ts';
import type { WorkspaceFacts } from '../candidate.ts';
import { surveys } from '../surveys.ts';
import { officeOf } from '../time/office.ts';
import { challengeHealth, type ChallengeHealth } from './challenge.ts';
import { rubricHealth, type RubricHealth } from './criteria.ts';
import { healthVisits } from './visits.ts';

/** The health of everything we judge with. */
export interface Health {
  /** By challenge; every challenge has an entry. */
  readonly challenges: ReadonlyMap<string, ChallengeHealth>;
  /** By rubric version with a complete panel, `technical-challenge@3`. */
  readonly rubrics: ReadonlyMap<string, RubricHealth>;
}

/**
 * Whether challenges and criteria still work: one pass over all candidates, marks of complete panels alone, and of them those that count.
 * Nothing of it decides: a challenge is retired by people.
 */
export function health(workspace: Workspace, facts: WorkspaceFacts): Health {
  const visits = healthVisits(workspace, facts);
  const { disagreement } = workspace.settings.value.scores;
  const rubrics = new Map([...visits.rubrics].flatMap(([reference, those]) => (those[0] ? [[reference, rubricHealth(reference, those[0].rubric, those, disagreement)] as const] : [])));
  const surveyed = new Map(surveys(workspace, facts.today).minutes.map(({ challenge, values }) => [challenge, values]));
  const { zone } = officeOf(workspace.calendar);
  const challenges = new Map([...workspace.challenges].map(([id, folder]) => [id, challengeHealth({
    workspace, id, challenge: folder.page.value, visits, rubrics, surveyed: surveyed.get(id) ?? [], today: facts.today, dayOf: (epoch) => zone.dayOf(epoch),
  })] as const));
  return { challenges, rubrics };
}
