import { createHash, createHmac } from 'node:crypto';
import { loadConfig } from '#app/platform/config/index.ts';
import { createLogger } from '#app/platform/log.ts';
import { parseShopDomain } from '#app/platform/tenant.ts';
import { createServices } from '#app/services.ts';
import type { RunningSandbox } from '#test/support/sandbox.ts';
import type { WireRequest } from '../rates/load.ts';
import { call } from './call.ts';

/** Signed messages of OneStock, and what is to be found in the inbox because of them. */
export interface Messages {
  /**
   * A source of messages about these orders in turn, by their ids in OneStock. No two are the same bytes, but that every nth is the one
   * before once more, where `repeatEvery` says so.
   */
  about(orderIds: readonly string[], options?: { repeatEvery?: number }): () => WireRequest;
  /** The message ids that the inbox gives to what was sent, each once. */
  readonly messageIds: readonly string[];
  /** How many of all messages were the same bytes once more. */
  readonly repeats: number;
}

/** Messages to the webhook that the demo shop has in OneStock, signed with its key. */
export async function openMessages(sandbox: RunningSandbox): Promise<Messages> {
  const { path, hashKey } = await findWebhook(sandbox);
  const messageIds: string[] = [];
  let repeats = 0;
  return {
    messageIds,
    get repeats() {
      return repeats;
    },
    about(orderIds, { repeatEvery } = {}) {
      let asked = 0;
      let last: WireRequest | undefined;
      let place = 0;
      return () => {
        asked++;
        if (last && repeatEvery !== undefined && asked % repeatEvery === 0) {
          repeats++;
          return last;
        }
        const body = bodyOf(orderIds[place++ % orderIds.length] ?? '', messageIds.length);
        messageIds.push(createHash('sha256').update(body).digest('hex'));
        last = overTheWire(path, hashKey, body);
        return last;
      };
    },
  };
}

function bodyOf(orderId: string, number: number): string {
  return JSON.stringify({
    order_id: orderId,
    date: Math.floor(Date.now() / 1000),
    old_state: 'created',
    new_state: 'claimed',
    line_item_group_id: `bench-${number}`,
    item_id: 'SKU-001',
    index_ranges: [{ from: 0, to: 0 }],
    quantity: 1,
  });
}

function overTheWire(path: string, hashKey: string, body: string): WireRequest {
  const time = Math.floor(Date.now() / 1000);
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

async function findWebhook({ ready }: RunningSandbox): Promise<{ path: string; hashKey: string }> {
  const { webhooks } = await call<{ webhooks: { url: string }[] }>(`${ready.onestock.control}/webhooks`);
  const shop = parseShopDomain(ready.shop);
  if (!shop || !webhooks[0]) throw new Error('The demo shop has no webhook in OneStock.');
  const { pathname } = new URL(webhooks[0].url);
  const config = loadConfig(ready.environment, { role: 'worker' })._unsafeUnwrap();
  const log = createLogger('fatal');
  const services = createServices(config, { databaseUrl: ready.databaseUrl, poolSize: 2, log });
  try {
    const sender = await services.oneStockAccounts.webhookSender(pathname.split('/').at(-1) ?? '');
    const [hashKey] = sender?.keys ?? [];
    if (hashKey === undefined) throw new Error('The webhook of the demo shop has no hash key.');
    return { path: pathname, hashKey };
  } finally {
    await services.close();
  }
}
