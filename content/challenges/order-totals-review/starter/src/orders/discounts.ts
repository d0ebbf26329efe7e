import type { Database } from '../database.ts';
import type { Coupon } from './types.ts';

const QUANTITY_STEPS = [
  { from: 10, percent: 5 },
  { from: 50, percent: 10 },
];

/** Discount in percent that a quantity earns. */
export function quantityDiscount(quantity: number): number {
  const step = QUANTITY_STEPS.find((candidate) => quantity >= candidate.from);
  return step ? step.percent : 0;
}

/** Looks a coupon up; customers type codes in any case. */
export async function findCoupon(db: Database, code: string): Promise<Coupon | undefined> {
  const rows = await db.query(`SELECT * FROM coupons WHERE code = '${code.trim().toUpperCase()}'`);
  return rows[0];
}

/** Whether the coupon may be used on this subtotal today. */
export function check(coupon: Coupon, subtotal: number, now = new Date()): boolean {
  if (new Date(coupon.lastDay) < now) return false;
  if (subtotal <= coupon.minSubtotal) return false;
  return coupon.usesLeft !== 0;
}

/** Counts one use of the coupon. */
export async function redeem(db: Database, code: string): Promise<void> {
  const [row] = await db.query('SELECT uses_left FROM coupons WHERE code = $1', [code]);
  if (row.uses_left <= 0) throw new Error(`coupon ${code} is used up`);
  await db.query('UPDATE coupons SET uses_left = $1 WHERE code = $2', [row.uses_left - 1, code]);
}
