import type { FunnelRow } from '../../../view/published/role.ts';
import { NBSP, list, plural } from '../../published/words.ts';

/** What of a row is counted here. */
export type CountedRow = Pick<FunnelRow, 'title' | 'reached' | 'decided' | 'declined' | 'withdrew' | 'expired'>;

/** Whoever went on from a stage: to the next one, or hired out of the last. */
export function wentOn({ advanced, hired }: Pick<FunnelRow, 'advanced' | 'hired'>): number {
  return advanced + hired;
}

/** Everybody who reached a stage and is known not to have gone on. */
export function lost({ declined, withdrew, expired }: Pick<FunnelRow, 'declined' | 'withdrew' | 'expired'>): number {
  return declined + withdrew + expired;
}

/**
 * What a funnel shows, in a sentence with its number. It counts and compares no rates: with people still
 * waiting, and few of them, a rate would say more than is known.
 */
export function finding(funnel: readonly CountedRow[]): string {
  const first = funnel[0]?.reached ?? 0;
  const decided = funnel.reduce((sum, row) => sum + row.decided, 0);
  if (first === 0) return 'Nobody has applied yet';
  if (decided === 0) return first === 1 ? 'One person has applied and waits' : `All ${first} who applied still wait`;
  const most = Math.max(...funnel.map(lost));
  if (most === 0) return `Nobody has left yet: ${plural(first, 'person', 'people')} applied`;
  const where = funnel.filter((row) => lost(row) === most);
  const [stage] = where;
  if (where.length > 1 || !stage) {
    const all = funnel.reduce((sum, row) => sum + lost(row), 0);
    return `${all}${NBSP}of${NBSP}${first} did not go on, ${most} each at the ${list(where.map(({ title }) => title.toLowerCase()))}`;
  }
  const own = stage.withdrew + stage.expired;
  const themselves = own === 0 ? '' : most === 1 ? ', by their own choice' : `, ${own === most ? 'all' : own} of them by themselves`;
  return `Most leave at the ${stage.title.toLowerCase()}: ${most}${NBSP}of${NBSP}${stage.decided} did not go on${themselves}`;
}
