import type { Workspace } from '../model/workspace.ts';
import { trainedOn } from './queue.ts';

/** Whether the settings refuse a counted score of this person with that version: they ask for a calibration, and nobody has noted one. */
export function isRefusedUncalibrated(workspace: Workspace, person: string, reference: string | undefined, today: string): boolean {
  return workspace.settings.value.scores.uncalibrated === 'refuse' && reference !== undefined && trainedOn(workspace, person, reference, today) === undefined;
}
