import type { PublishedCriteriaHealth, PublishedShare } from '../../../view/published/health.ts';
import type { RichCell } from '../cells.ts';
import { NBSP } from '../../published/words.ts';

/** `10 of 44` with its percentage and interval beside it; nothing where nothing was counted. */
export function shareCell({ x, n, share, interval }: PublishedShare): RichCell | null {
  if (n === 0) return null;
  if (share === null || interval === null) return { value: `${x} of ${n}` };
  return { value: `${x} of ${n}`, aside: `${whole(share)}${NBSP}% (${whole(interval[0])}–${whole(interval[1])})` };
}

/** The share alone, for a narrow column: `23 %`; counts below five. */
export function shareShort({ x, n, share }: PublishedShare): string | null {
  if (n === 0) return null;
  return share === null ? `${x} of ${n}` : `${whole(share)}${NBSP}%`;
}

const FINDINGS: Readonly<Record<PublishedCriteriaHealth['criteria'][number]['findings'][number], string>> = {
  top: 'at the top', bottom: 'at the bottom', unseen: 'not seen', apart: 'read apart', 'own-way': 'goes its own way',
};

/** What stands out of a rubric, for a list: `Testing read apart`. Undefined where nothing does. */
export function standsOut(health: PublishedCriteriaHealth | null): string | undefined {
  const found = (health?.criteria ?? []).flatMap(({ name, findings: [finding] }) => (finding === undefined ? [] : [`${name} ${FINDINGS[finding]}`]));
  return found.length === 0 ? undefined : found.join(', ');
}

/** Two decimals with a true minus, never a negative zero. */
export function two(value: number): string {
  const written = value.toFixed(2);
  return Number(written) === 0 ? '0.00' : written.replace('-', '−');
}

function whole(share: number): number {
  return Math.round(share * 100);
}
