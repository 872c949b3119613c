/** The checkout door with everything behind it: the real ladder, over a OneStock and a database in memory. */

import { createHmac } from 'node:crypto';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { vi } from 'vitest';
import { carrierRates, type RateCall } from '#app/endpoints/carrier-rates.ts';
import {
  createDeliveryPromises,
  type DeliveryPromises,
  type ShopSnapshot,
} from '#app/features/promise/index.ts';
import type { Rate, RecordedTrace } from '#app/features/promise/types.ts';
import type { Clock } from '#app/platform/clock.ts';
import type { Database } from '#app/platform/database/client.ts';
import { fakeOneStock, promisesFor, STILL } from './promises.ts';
import { deliveryOption, rateRequestJson, SHOP, snapshot } from './rate-requests.ts';

const TOKEN = 'path-token';
const SECRET = 'secret';

export interface DoorAnswer {
  status: number;
  /** The body as it was sent. */
  text: string;
  /** Null unless the status is 200. */
  rates: Rate[] | null;
  /** The code of a refusal. */
  error: string | null;
  /** How many statements the database was sent between the request and its answer. */
  statements: number;
}

/** A request as the checkout door takes it, whose body has come. */
export function rateCall(
  body: string | Uint8Array,
  {
    headers,
    token,
    hasHungUp = false,
  }: { headers: Record<string, string>; token: string; hasHungUp?: boolean },
): RateCall {
  const bytes = Buffer.from(body);
  return {
    token,
    header: (name) => headers[name] ?? null,
    readBody: async (limitBytes) => (bytes.byteLength > limitBytes ? 'too_large' : bytes),
    hasHungUp: () => hasHungUp,
  };
}

/** One shop's door. What is left out is the shop of the tests with one option, whose OneStock promises whatever it is asked. */
export function checkoutDoor(
  given: {
    shop?: ShopSnapshot;
    reply?: Parameters<typeof fakeOneStock>[0];
    clock?: Clock;
    database?: Database;
  } = {},
) {
  const {
    shop = snapshot([deliveryOption()]),
    reply = (question) => promisesFor(question),
    clock = STILL,
  } = given;
  const { gateway: oneStock, questions } = fakeOneStock(reply);
  const query = vi.fn(async (_statement: { name?: string; text: string; values?: unknown[] }) => ({
    rows: [],
  }));
  const obstacles = { raise: vi.fn(async () => {}), clear: vi.fn(async () => {}) };
  const failures: string[] = [];
  const log = pino({ level: 'error' }, { write: (line: string) => void failures.push(line) });
  const promises = createDeliveryPromises({
    database: given.database ?? ({ pool: { query } } as unknown as Database),
    oneStock,
    shops: { shopByCarrierToken: async (token) => (token === TOKEN ? shop.shop : null) },
    oneStockAccounts: {
      account: async () => shop.connection,
      stores: async () => shop.stores,
    },
    deliveryOptions: { list: async () => shop.options, texts: async () => shop.texts },
    obstacles,
    clock,
    log,
    registry: new Registry(),
    tracesPerShopAndDay: 1000,
  });
  const traces: RecordedTrace[] = [];
  const recorded: DeliveryPromises = {
    ...promises,
    record(answer, spent) {
      traces.push(answer.prepared.trace);
      promises.record(answer, spent);
    },
  };
  const answer = carrierRates({ promises: recorded, secrets: [SECRET], clock, log });

  /** Sends the body, signed unless a header says otherwise, as Shopify does; `hasHungUp`: and does not wait for the answer. */
  async function send(
    body: string | Uint8Array,
    {
      headers = {},
      token = TOKEN,
      hasHungUp,
    }: { headers?: Record<string, string>; token?: string; hasHungUp?: boolean } = {},
  ): Promise<DoorAnswer> {
    const signature = createHmac('sha256', SECRET).update(body).digest('base64');
    const sent = { 'x-shopify-hmac-sha256': signature, 'x-shopify-shop-domain': SHOP, ...headers };
    const before = query.mock.calls.length;
    const { status, body: text } = await answer(rateCall(body, { headers: sent, token, hasHungUp }));
    const statements = query.mock.calls.length - before;
    // The answer is recorded after it left, at the next turn of the event loop.
    await new Promise((done) => setImmediate(done));
    const json = JSON.parse(text) as { rates?: Rate[]; error?: string };
    return {
      status,
      text,
      rates: json.rates ?? null,
      error: json.error ?? null,
      statements,
    };
  }

  return {
    questions,
    obstacles,
    promises: recorded,
    /** Every statement that the database was sent. */
    query,
    /** What was logged that should not happen. */
    failures,
    send,
    ask: (json: unknown = rateRequestJson(), options?: Parameters<typeof send>[1]) =>
      send(JSON.stringify(json), options),
    /** The trace of the last request that got one. */
    trace(): RecordedTrace {
      const last = traces.at(-1);
      if (!last) throw new Error('No request was recorded.');
      return last;
    },
  };
}
