// Writes invented orders of one year: always the same for the same number. Usage: node generate.mjs 20000
import { mkdirSync, writeFileSync } from 'node:fs';

const count = Number(process.argv[2] ?? 20_000);
let state = 12345;
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
}

const customers = Array.from({ length: Math.ceil(count / 8) }, (_, i) => ({
  id: `c-${(i * 7919) % 1_000_003}`,
  name: `Customer ${i}`,
  country: ['GB', 'PT', 'DE', 'NO', 'IE'][Math.floor(random() * 5)],
}));

const start = Date.UTC(2026, 0, 1);
const lines = [];
for (let i = 0; i < count; i++) {
  const at = new Date(start + Math.floor(random() * 365 * 24 * 3600) * 1000);
  const customer = customers[Math.floor(random() * customers.length)];
  const cents = 500 + Math.floor(random() * 20_000);
  lines.push(JSON.stringify({ id: i, at: at.toISOString(), customer: customer.id, cents, refunded: random() < 0.03 }));
}

mkdirSync('data', { recursive: true });
writeFileSync('data/customers.json', JSON.stringify(customers));
writeFileSync('data/orders.ndjson', lines.join('\n') + '\n');
console.log(`${count} orders of ${customers.length} customers`);
