import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type OpenPage, startBrowser, type TestBrowser } from '#test/support/browser.ts';
import { type RunningSandbox, startSandboxProcess } from '#test/support/sandbox.ts';
import { takeShot } from '#test/support/screenshots.ts';

let sandbox: RunningSandbox;
let browser: TestBrowser;
let opened: OpenPage;

beforeAll(async () => {
  [sandbox, browser] = await Promise.all([startSandboxProcess(), startBrowser()]);
  opened = await browser.open();
});
afterAll(async () => {
  await browser?.close();
  await sandbox?.stop();
});

const SOON = { timeout: 60_000, interval: 500 };
const TOULOUSE = { country: 'FR', zip: '31000', city: 'Toulouse' };

async function call<Answer>(url: string, body?: object): Promise<Answer> {
  const headers = { 'content-type': 'application/json' };
  const init = body ? { method: 'POST', headers, body: JSON.stringify(body) } : {};
  const response = await fetch(url, init);
  const text = await response.text();
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${text}`);
  return JSON.parse(text);
}

/** Places an order for the option whose code begins so. */
async function placeOrder(lines: object[], code: string): Promise<{ orderId: string; orderName: string }> {
  const { id, rates } = await sandbox.checkout({ lines, address: TOULOUSE, useCache: false });
  const rate = rates.find((each) => each.code.startsWith(code));
  if (!rate) throw new Error(`${code} is not offered.`);
  return sandbox.complete(id, { handle: rate.handle });
}

interface AtOneStock {
  id: string;
  types: string[];
  delivery?: { destination?: { endpoint_id?: string } };
  delivery_promise?: { original_delivery_option?: { eta_start: number; eta_end: number } };
}

const atOneStock = (name: string) =>
  call<{ order: AtOneStock }>(`${sandbox.ready.onestock.control}/orders/${name.slice(1)}`);
const move = (name: string, command: string, body: object = {}) =>
  call(`${sandbox.ready.onestock.control}/orders/${name.slice(1)}/${command}`, body);

interface AtShopify {
  fulfillments: { trackingInfo?: unknown; tracking?: unknown; lines?: unknown }[];
  fulfillmentOrders: { status: string; holds: { handle: string; reason: string }[] }[];
}

const atShopify = (orderId: string) =>
  call<AtShopify>(`${sandbox.ready.shopify.control}/orders/${orderId.split('/').pop()}`);

/** What the order's fulfilments and holds come to, without the times at which they were made. */
async function outcome(orderId: string) {
  const { fulfillments, fulfillmentOrders } = await atShopify(orderId);
  return {
    fulfillments: fulfillments.length,
    holds: fulfillmentOrders.flatMap(({ holds }) => holds.map(({ handle, reason }) => ({ handle, reason }))),
  };
}

test('orders for home and for collect reach OneStock; half a parcel comes back as a fulfilment, a removal as a hold, once, however often it is told', async () => {
  const home = await placeOrder([{ sku: 'SKU-021', quantity: 2 }], 'STANDARD');
  const collect = await placeOrder([{ sku: 'SKU-021' }, { sku: 'SKU-022' }], 'COLLECT');

  const sentHome = await vi.waitFor(() => atOneStock(home.orderName), SOON);
  expect(sentHome.order.types).toEqual(['ffs']);
  expect(sentHome.order.delivery_promise?.original_delivery_option).toBeTruthy();
  const sentCollect = await vi.waitFor(() => atOneStock(collect.orderName), SOON);
  expect(sentCollect.order.types).toEqual(['ffs', 'ckc']);
  expect(sentCollect.order.delivery?.destination?.endpoint_id).toMatch(/^store_/);

  await move(home.orderName, 'claim');
  await move(home.orderName, 'parcels', {
    itemQuantities: { 'SKU-021': 1 },
    trackingCode: 'TRACK-1',
    trackingLink: 'https://carrier.example/TRACK-1',
    state: 'dispatched',
  });
  await move(collect.orderName, 'remove', { itemQuantities: { 'SKU-022': 1 }, reason: 'damaged' });

  await vi.waitFor(async () => expect((await outcome(home.orderId)).fulfillments).toBe(1), SOON);
  await vi.waitFor(async () => expect((await outcome(collect.orderId)).holds).toHaveLength(1), SOON);
  const before = [await outcome(home.orderId), await outcome(collect.orderId)];
  expect(before[0]?.holds).toEqual([]);
  expect(before[1]?.fulfillments).toBe(0);
  expect(JSON.stringify((await atShopify(home.orderId)).fulfillments)).toContain('TRACK-1');

  const webhooks = `${sandbox.ready.onestock.control}/webhooks`;
  for (const order of ['reversed', 'reversed']) {
    await call(`${webhooks}/replay`, { last: 100, order });
    await call(`${webhooks}/settle`, {});
  }
  const id = home.orderId.split('/').pop();
  await opened.page.goto(`${sandbox.ready.admin}/app/orders`);
  const app = opened.page.frameLocator('iframe');
  await app.getByText(home.orderName).first().waitFor();
  await takeShot(opened.page, 'orders-list');
  await opened.page.goto(`${sandbox.ready.admin}/app/orders/${id}`);
  await app.getByText('TRACK-1').first().waitFor();
  await takeShot(opened.page, 'order-page');
  await app.getByText('As promised').waitFor();
  const { eta_start = 0, eta_end = 0 } = sentHome.order.delivery_promise?.original_delivery_option ?? {};
  const week = 7 * 24 * 60 * 60;
  await move(home.orderName, 'etas', { eta_start: eta_start + week, eta_end: eta_end + week });
  await opened.page.reload();
  await app.getByText('Later than promised').waitFor();
  await takeShot(opened.page, 'order-page-later');
  expect([await outcome(home.orderId), await outcome(collect.orderId)]).toEqual(before);
  expect(opened.faults).toEqual([]);
});
