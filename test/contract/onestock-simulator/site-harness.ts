import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach } from 'vitest';
import { type Received, type SimulatorClient, send, startSimulatorClient } from './client.ts';

export interface ReceivedEvent {
  headers: IncomingHttpHeaders;
  raw: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests assert on foreign JSON of any shape.
  json: any;
}

/** The place that webhooks call: it records events, and answers them as the test says. */
interface Receiver {
  url: string;
  events: ReceivedEvent[];
  /** HTTP status of its answers; null lets the site wait for ever. */
  status: number | null;
  /** Statuses of the next answers, before `status` is the rule. */
  next: number[];
  /** Called with each event before it is answered. */
  onEvent: (event: ReceivedEvent) => Promise<void> | void;
}

export interface SiteHarness extends SimulatorClient {
  receiver: Receiver;
  /** Calls the API with a token of its own. */
  call(method: string, path: string, parameters?: Record<string, unknown>): Promise<Received>;
  /** Calls a control door, such as `orders/1001/claim`. */
  door(path: string, body?: unknown): Promise<Received>;
  /** Creates an order of two pieces of SKU-001 and three of SKU-002, or with other contents. */
  createOrder(id: string, changes?: Record<string, unknown>): Promise<Received>;
  // biome-ignore lint/suspicious/noExplicitAny: tests assert on foreign JSON of any shape.
  order(id: string): Promise<any>;
  /** Has the receiver told of all three topics, or as the changes say; answers the id of the webhook. */
  subscribe(changes?: Record<string, unknown>): Promise<string>;
}

export const topics = ['order_state_changed', 'parcel_state_changed', 'line_item_group_state_changed'];

export const sampleOrder = {
  types: ['ffs'],
  sales_channel: 'online_store',
  date: 1_770_364_800,
  customer: { first_name: 'Élise', last_name: 'Moreau', email: 'elise@example.com' },
  delivery: {
    type: 'standard',
    carrier: { name: 'UPS' },
    destination: { address: { lines: ['1 rue de la Paix'], city: 'Paris', zip_code: '75002' } },
  },
  delivery_promise: {
    original_delivery_option: { delivery_method: 'standard', eta_start: 1, eta_end: 2 },
    sent_delivery_option: { eta_start: 1, eta_end: 2 },
  },
  pricing_details: { currency: 'EUR', price: 114.5 },
  order_items: [
    { id: 'line_1', item_id: 'SKU-001', quantity: 2, pricing_details: { price: 39.8, unit_price: 19.9 } },
    { id: 'line_2', item_id: 'SKU-002', quantity: 3, pricing_details: { price: 74.7 } },
  ],
  information: { shopify_order_id: '1' },
};

/** A site that starts each test with its own settings, no order and no webhook. */
export async function startSite(): Promise<SiteHarness> {
  const client = await startSimulatorClient();
  const { simulator, login } = client;
  const { receiver, close } = await startReceiver();
  const call = async (method: string, path: string, parameters = {}) => {
    const { token } = (await login()).json;
    return send(method, simulator.url + path, { site_id: simulator.siteId, token, ...parameters });
  };
  afterEach(async () => {
    for (const door of ['webhooks', 'orders', '']) await send('DELETE', `${simulator.url}/_control/${door}`);
    Object.assign(receiver, { status: 202, next: [], onEvent: () => {} });
    receiver.events.length = 0;
  });
  afterAll(async () => {
    await simulator.close();
    await close();
  });
  return {
    ...client,
    receiver,
    call,
    door: (path, body = {}) => send('POST', `${simulator.url}/_control/${path}`, body),
    createOrder: (id, changes = {}) =>
      call('POST', '/v3/orders', { order: { ...sampleOrder, id, ...changes } }),
    order: async (id) => (await client.read(`/v3/orders/${id}`)).json,
    async subscribe(changes = {}) {
      const webhook = { url: receiver.url, http_method: 'POST', topics, hash_key: 'newest', ...changes };
      return (await call('POST', '/v3/webhooks', { webhook })).json.id;
    },
  };
}

async function startReceiver(): Promise<{ receiver: Receiver; close(): Promise<void> }> {
  const server = createServer(async (request, response) => {
    const raw = await text(request);
    const event = { headers: request.headers, raw, json: JSON.parse(raw) };
    receiver.events.push(event);
    await receiver.onEvent(event);
    const status = receiver.next.shift() ?? receiver.status;
    if (status !== null) response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const receiver: Receiver = {
    url: `http://127.0.0.1:${port}/onestock`,
    events: [],
    status: 202,
    next: [],
    onEvent: () => {},
  };
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { receiver, close };
}
