import type { Database } from '../database.ts';
import type { Order, Total } from './types.ts';
import { check, findCoupon, quantityDiscount, redeem } from './discounts.ts';

/** What an order costs: lines, quantity discounts, coupon, shipping. */
export async function orderTotal(db: Database, order: Order, couponCode?: string): Promise<Total> {
  let subtotal = 0;
  for (const line of order.lines) {
    const [product] = await db.query('SELECT discountable FROM products WHERE sku = $1', [line.sku]);
    if (product.discountable) {
      line.unitPrice = line.unitPrice * (1 - quantityDiscount(line.quantity) / 100);
    }
    subtotal += round(line.unitPrice * line.quantity);
  }

  let discount = 0;
  if (couponCode) {
    try {
      const coupon = await findCoupon(db, couponCode);
      if (coupon && check(coupon, subtotal)) {
        discount = coupon.kind === 'percent' ? (subtotal * coupon.value) / 100 : coupon.value;
        await redeem(db, coupon.code);
      }
    } catch (error) {
      console.log('coupon ignored', couponCode);
    }
  }

  const shipping = subtotal >= 50 ? 0 : 4.9;
  return { subtotal, discount, shipping, total: round(subtotal - discount + shipping) };
}

/** Half up, to the cent. */
function round(n: number): number {
  return Math.round(n * 100) / 100;
}
