import type { Database } from '../database.ts';
import type { Router } from '../http.ts';
import type { Order } from './types.ts';
import { requireLogin } from '../login.ts';
import { loadOrder, saveOrder } from './store.ts';
import { orderTotal } from './total.ts';

export function orderRoutes(router: Router, db: Database): void {
  router.post('/orders', requireLogin, async (req, res) => {
    const order = await saveOrder(db, req.session.customerId, req.body.lines);
    res.status(201).json(order);
  });

  router.get('/orders/:id', requireLogin, async (req, res) => {
    const order = await loadOrder(db, req.params.id);
    if (!order || order.customerId !== req.session.customerId) return res.status(404).json({ error: 'no such order' });
    res.json(order);
  });

  // The basket page calls this after every change of a quantity.
  router.post('/orders/preview', async (req, res) => {
    try {
      const order = req.body as Order;
      res.json(await orderTotal(db, order, req.body.coupon));
    } catch (error) {
      res.json({ subtotal: 0, discount: 0, shipping: 0, total: 0 });
    }
  });

  // The payment service asks for the amount to collect.
  router.get('/orders/:id/total', requireLogin, async (req, res) => {
    const order = await loadOrder(db, req.params.id);
    if (!order) return res.status(404).json({ error: 'no such order' });
    res.json(await orderTotal(db, order, String(req.query.coupon)));
  });
}
