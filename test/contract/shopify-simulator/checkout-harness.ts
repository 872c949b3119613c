import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeEach } from 'vitest';
import { type ShopifySimulator, startShopify } from '#sandbox/shopify/index.ts';
import { attachEverywhere } from '#sandbox/shopify/store/attach-everywhere.ts';

export const API_SECRET = 'secret of the app';

interface RecordedCallback {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  raw: Buffer;
  /** The parsed body's `rate`. */
  rate: Record<string, never> & { items: Record<string, unknown>[]; origin: { city: string } };
}

type Answer = (callback: RecordedCallback, response: ServerResponse) => void;

/** A carrier under the test's control. It answers 404 until told otherwise. */
export interface Carrier {
  url: string;
  callbacks: RecordedCallback[];
  /** How it answers from now on. */
  answer: Answer;
}

/** A rate as a carrier sends it, complete and in the demo shop's currency. */
export function carrierRate(change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    service_name: 'Standard delivery',
    service_code: 'STANDARD',
    description: 'At home',
    currency: 'EUR',
    total_price: 490,
    ...change,
  };
}

export function answerJson(body: unknown, status = 200): Answer {
  return (_callback, response) => {
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
  };
}

/** The same rates for every request. */
export function answerRates(...rates: Record<string, unknown>[]): Answer {
  return answerJson({ rates });
}

async function startCarrier(): Promise<{ carrier: Carrier; server: Server }> {
  const server = createServer(async (request, response) => {
    const raw = await buffer(request);
    const callback: RecordedCallback = {
      method: request.method ?? '',
      path: request.url ?? '',
      headers: request.headers,
      raw,
      rate: raw.length > 0 ? JSON.parse(raw.toString('utf8')).rate : {},
    };
    // Webhooks of orders that a test left behind come when they like.
    if (callback.path === '/webhooks/shopify') return response.end();
    carrier.callbacks.push(callback);
    carrier.answer(callback, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const carrier: Carrier = { url, callbacks: [], answer: answerJson({}, 404) };
  return { carrier, server };
}

interface OpenedCheckout {
  id: string;
  groups: { id: string; source: string; rates: ShownRate[] }[];
  rates: ShownRate[];
  source: string;
  durationMs: number;
  callbacks: { problem: string | null; isCached: boolean }[];
}

interface ShownRate {
  handle: string;
  title: string;
  code: string;
  description: string;
  price: number;
  currency: string;
  minDeliveryDate: string | null;
  maxDeliveryDate: string | null;
  metafields: unknown[];
}

export interface CheckoutHarness {
  shopify: ShopifySimulator;
  carrier: Carrier;
  /** Moves the simulator's clock. */
  advance(milliseconds: number): void;
  control(changes: Record<string, unknown>): Promise<void>;
  /** Opens a checkout of one SKU-001 to Toulouse, with what the test wants otherwise. */
  open(change?: Record<string, unknown>): Promise<OpenedCheckout>;
  post(path: string, body: unknown): Promise<{ status: number; body: Record<string, string> }>;
}

export const toulouse = { country: 'FR', zip: '31000', city: 'Toulouse', address1: '1 place du Capitole' };

/** Starts a simulator and a carrier that is registered with the demo shop and attached everywhere, once for the file; every test begins with fresh settings. */
export async function startCheckout(): Promise<CheckoutHarness> {
  let time = Date.parse('2026-11-20T09:00:00Z');
  const { carrier, server } = await startCarrier();
  const shopify = await startShopify({
    apiKey: 'key',
    apiSecret: API_SECRET,
    appUrl: () => carrier.url,
    now: () => new Date(time),
  });
  const id = 'gid://shopify/DeliveryCarrierService/9';
  const service = { id, name: 'OneStock Promise', callbackUrl: `${carrier.url}/rates`, active: true };
  shopify.store.carrierServices.set(id, { ...service, supportsServiceDiscovery: true });
  attachEverywhere(shopify.store);
  const call = (method: string, path: string, body?: unknown) =>
    fetch(`${shopify.url}${path}`, { method, body: body === undefined ? undefined : JSON.stringify(body) });

  beforeEach(async () => {
    carrier.callbacks.length = 0;
    carrier.answer = answerRates(carrierRate());
    await call('DELETE', '/_control');
    await call('DELETE', '/_control/checkouts/cache');
  });
  afterAll(async () => {
    await shopify.close();
    server.closeAllConnections();
    server.close();
  });
  const harness: CheckoutHarness = {
    shopify,
    carrier,
    advance: (milliseconds) => {
      time += milliseconds;
    },
    async control(changes) {
      const answer = await call('POST', '/_control', changes);
      if (!answer.ok) throw new Error(await answer.text());
    },
    async open(change = {}) {
      const request = { lines: [{ sku: 'SKU-001', quantity: 1 }], address: toulouse, ...change };
      const answer = await call('POST', '/_control/checkouts', request);
      if (!answer.ok) throw new Error(await answer.text());
      return (await answer.json()) as OpenedCheckout;
    },
    async post(path, body) {
      const answer = await call('POST', path, body);
      return { status: answer.status, body: (await answer.json()) as Record<string, string> };
    },
  };
  return harness;
}
