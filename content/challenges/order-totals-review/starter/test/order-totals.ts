import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Coupon, Order } from '../src/orders/types.ts';
import { check, quantityDiscount, redeem } from '../src/orders/discounts.ts';
import { orderTotal } from '../src/orders/total.ts';

function database(coupon?: Coupon) {
  return {
    query: async (sql: string) => {
      if (sql.startsWith('SELECT uses_left')) return [{ uses_left: coupon?.usesLeft }];
      if (sql.includes('coupons')) return coupon ? [coupon] : [];
      return [{ discountable: true }];
    },
  };
}

function order(quantity: number, unitPrice: number): Order {
  return { id: 'o-1', customerId: 'c-1', lines: [{ sku: 'mug', quantity, unitPrice }] };
}

const TEN_PERCENT: Coupon = {
  code: 'TEN', kind: 'percent', value: 10, minSubtotal: 20, lastDay: '2099-12-31', usesLeft: 5,
};

test('adds up the lines and the shipping', async () => {
  const total = await orderTotal(database(), order(2, 10));
  assert.deepEqual(total, { subtotal: 20, discount: 0, shipping: 4.9, total: 24.9 });
});

test('gives 5 % from ten pieces on', async () => {
  assert.equal(quantityDiscount(12), 5);
  assert.equal((await orderTotal(database(), order(12, 10))).subtotal, 114);
});

test('gives more from fifty pieces on', () => {
  assert.ok(quantityDiscount(60) > 0);
});

test('takes a percent coupon off', async () => {
  const total = await orderTotal(database(TEN_PERCENT), order(3, 20), 'ten');
  assert.equal(total.discount, (total.subtotal * TEN_PERCENT.value) / 100);
});

test('takes a fixed coupon off', async () => {
  const coupon: Coupon = { ...TEN_PERCENT, kind: 'fixed', value: 5 };
  const total = await orderTotal(database(coupon), order(3, 20), 'ten');
  assert.equal(total.total, 55);
});

test('refuses a coupon that has expired', () => {
  assert.equal(check({ ...TEN_PERCENT, lastDay: '2020-01-31' }, 100), false);
});

test('refuses a coupon below its minimum', () => {
  assert.equal(check({ ...TEN_PERCENT, minSubtotal: 200 }, 100), false);
});

test('refuses a coupon that is used up', () => {
  assert.rejects(redeem(database({ ...TEN_PERCENT, usesLeft: 0 }), 'TEN'));
});

test('ships free from 50 euros on', async () => {
  assert.equal((await orderTotal(database(), order(4, 20))).shipping, 0);
});

test('an unreachable coupon table does not stop the order', async () => {
  const broken = { query: async (sql: string) => {
    if (sql.includes('coupons')) throw new Error('connection lost');
    return [{ discountable: true }];
  } };
  assert.equal((await orderTotal(broken, order(3, 20), 'ten')).discount, 0);
});
