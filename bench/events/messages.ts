import { createHmac } from 'node:crypto';
import type { WireRequest } from '../rates/load.ts';

/** The webhook that messages are sent to. */
export interface Target {
  path: string;
  hashKey: string;
}

/** The number of an order in OneStock. */
export function oneStockOrderId(order: number): string {
  return `bench-${order}`;
}

/** A signed message of OneStock about one of so many orders, in turn; no two numbers make the same bytes. */
export function wireMessage({ path, hashKey }: Target, number: number, orders: number): WireRequest {
  const time = Math.floor(Date.now() / 1000);
  const body = JSON.stringify({
    order_id: oneStockOrderId(number % orders),
    date: time,
    old_state: 'created',
    new_state: 'claimed',
    line_item_group_id: String(number),
    item_id: 'SKU-001',
    index_ranges: [{ from: 0, to: 0 }],
    quantity: 1,
  });
  const signature = createHmac('sha256', hashKey).update(`${time}.${body}`).digest('hex');
  const head = [
    `POST ${path} HTTP/1.1`,
    'Host: 127.0.0.1',
    'Content-Type: application/json',
    `Onestock-Signature: t=${time},h0=${signature}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
  ].join('\r\n');
  return Buffer.from(`${head}\r\n\r\n${body}`);
}
