export interface OrderLine {
  sku: string;
  quantity: number;
  unitPrice: number; // in euros, VAT included
}

export interface Order {
  id: string;
  customerId: string;
  lines: OrderLine[];
}

export interface Coupon {
  code: string;
  kind: 'percent' | 'fixed';
  value: number;
  minSubtotal: number;
  lastDay: string; // 2026-11-30
  usesLeft: number;
}

export interface Total {
  subtotal: number;
  discount: number;
  shipping: number;
  total: number;
}
