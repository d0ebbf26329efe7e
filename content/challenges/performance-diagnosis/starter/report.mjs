// Monthly report: for each month and country the ten customers who spent most. Usage: node report.mjs
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';

const OUT = 'data/report.csv';

function readOrders() {
  let orders = [];
  for (const line of readFileSync('data/orders.ndjson', 'utf8').split('\n')) {
    if (line === '') continue;
    orders = [...orders, JSON.parse(line)];
  }
  return orders;
}

function customerOf(order, customers) {
  return customers.find((customer) => customer.id === order.customer);
}

// The month counts in London, where the accounts are kept.
function monthOf(order) {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', year: 'numeric', month: '2-digit' });
  const [month, year] = format.format(new Date(order.at)).split('/');
  return `${year}-${month}`;
}

function sumUp(orders, customers) {
  const rows = [];
  for (const order of orders) {
    if (order.refunded) continue;
    const customer = customerOf(order, customers);
    const month = monthOf(order);
    const row = rows.find((r) => r.month === month && r.country === customer.country && r.customer === customer.id);
    if (row) row.cents += order.cents;
    else rows.push({ month, country: customer.country, customer: customer.id, name: customer.name, cents: order.cents });
  }
  return rows;
}

function topTen(rows, month, country) {
  return rows
    .filter((row) => row.month === month && row.country === country)
    .sort((a, b) => b.cents - a.cents || (a.customer < b.customer ? -1 : 1))
    .slice(0, 10);
}

const started = performance.now();
const log = (what) => console.log(`${((performance.now() - started) / 1000).toFixed(1).padStart(7)} s  ${what}`);

const customers = JSON.parse(readFileSync('data/customers.json', 'utf8'));
const orders = readOrders();
log(`read ${orders.length} orders`);

const rows = sumUp(orders, customers);
log(`summed up to ${rows.length} rows`);

writeFileSync(OUT, 'month,country,customer,name,cents\n');
for (const month of [...new Set(rows.map((row) => row.month))].sort()) {
  for (const country of [...new Set(rows.map((row) => row.country))].sort()) {
    for (const row of topTen(rows, month, country)) {
      appendFileSync(OUT, `${row.month},${row.country},${row.customer},${row.name},${row.cents}\n`);
    }
  }
}
log('written');
