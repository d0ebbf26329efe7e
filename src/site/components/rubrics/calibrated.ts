import type { PublishedCalibration } from '../../../view/published/calibration.ts';
import { readAll } from '../../published/read.ts';

/** The calibrations of one version of a rubric, the latest first. */
export function calibrationsOf(rubric: string, version: number): PublishedCalibration[] {
  return readAll<PublishedCalibration>('calibrations').filter((session) => session.rubricId === rubric && session.rubricVersion === version).toSorted((a, b) => (a.id < b.id ? 1 : -1));
}

/** Whether somebody has scored with the version in a calibration: it was used, though for no candidate. */
export function wasCalibrated(rubric: string, version: number): boolean {
  return calibrationsOf(rubric, version).some(({ hidden, scoresIn, scored }) => (hidden ? scoresIn > 0 : scored !== null));
}
