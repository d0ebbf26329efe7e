import type { Workspace } from '../model/workspace.ts';

/** What is noted of a person and a version of a rubric by `today`: the day, and the session where one is named. */
export function trainedNote(workspace: Workspace, person: string, reference: string | undefined, today: string): { readonly on: string; readonly by?: string | undefined } | undefined {
  return workspace.people.get(person)?.value.trained.find(({ rubric, on }) => rubric === reference && on <= today);
}

/** The day a person was trained on a version of a rubric, as far as it lies behind `today`; undefined where nobody noted one. */
export function trainedOn(workspace: Workspace, person: string, reference: string | undefined, today: string): string | undefined {
  return trainedNote(workspace, person, reference, today)?.on;
}

/** Whether the settings refuse a counted score of this person with that version: they ask for a calibration, and nobody has noted one. */
export function isRefusedUncalibrated(workspace: Workspace, person: string, reference: string | undefined, today: string): boolean {
  return workspace.settings.value.scores.uncalibrated === 'refuse' && reference !== undefined && trainedOn(workspace, person, reference, today) === undefined;
}
