import type { PublishedCalibration } from '../../../view/published/calibration.ts';
import { plural } from '../../published/words.ts';

/** The title of the list: what waits, otherwise the finding of the newest session. */
export function listTitle(sessions: readonly Pick<PublishedCalibration, 'hidden' | 'finding'>[]): string {
  const open = sessions.filter(({ hidden }) => hidden);
  if (open.length > 0) return open.length === 1 ? 'A calibration is under way' : `${plural(open.length, 'calibration')} are under way`;
  return sessions[0]?.finding ?? 'Nobody has compared marks yet';
}
