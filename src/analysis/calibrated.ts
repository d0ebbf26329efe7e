import type { Workspace } from '../model/workspace.ts';

/** The day a person was trained on a version of a rubric, as far as it lies behind `today`; undefined where nobody noted one. */
export function trainedOn(workspace: Workspace, person: string, reference: string | undefined, today: string): string | undefined {
  return workspace.people.get(person)?.value.trained.find(({ rubric, on }) => rubric === reference && on <= today)?.on;
}

/** Whether the settings refuse a counted score of this person with that version: they ask for a calibration, and nobody has noted one. */
export function isRefusedUncalibrated(workspace: Workspace, person: string, reference: string | undefined, today: string): boolean {
  return workspace.settings.value.scores.uncalibrated === 'refuse' && reference !== undefined && trainedOn(workspace, person, reference, today) === undefined;
}
