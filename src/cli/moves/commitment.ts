import type { PlannedMove } from '../../moves/move.ts';
import { listed, plural } from '../../model/words.ts';
import type { Commitment } from '../apply.ts';

/** The commit of a plan: what happened to whom, and the branch it goes to. Pseudonyms only. */
export function commitmentOf(planned: readonly PlannedMove[]): Commitment {
  const [first] = planned;
  if (!first) return { message: 'Change records', branch: 'hire/records' };
  const verb = first.verb.charAt(0).toUpperCase() + first.verb.slice(1);
  if (planned.length === 1) {
    return { message: `${verb} ${first.candidate}${route(first)}${reason(first)}\n`, branch: `hire/${first.verb}-${first.candidate}` };
  }
  const roles = [...new Set(planned.map((move) => move.role))];
  const body = planned.map((move) => `${move.candidate}${route(move)}${reason(move)}`).join('\n');
  return { message: `${verb} ${plural(planned.length, 'candidate')} of ${listed(roles)}\n\n${body}\n`, branch: `hire/${first.verb}-${planned.length}-${roles[0] ?? ''}` };
}

function route({ visit, into }: PlannedMove): string {
  return into === undefined ? ` in ${visit}` : ` from ${visit} to ${into}`;
}

function reason({ event }: PlannedMove): string {
  return 'reason' in event ? `: ${event.reason}` : '';
}
