import { createHmac } from 'node:crypto';
import { Agent, request } from 'undici';

/** One webhook to one address, and what became of it. */
export interface Delivery {
  /** The same for each attempt and each copy: what a receiver tells duplicates by. */
  readonly webhookId: string;
  /** The same for every subscription that one event concerns. */
  readonly eventId: string;
  readonly shop: string;
  readonly topic: string;
  readonly url: string;
  /** Global id of the order that it is about, if it is about one. */
  readonly orderId: string | null;
  readonly triggeredAt: Date;
  /** Raw JSON, made once: a retry sends the payload of the event, not of the day. */
  readonly body: string;
  status: 'held' | 'sending' | 'retrying' | 'delivered' | 'failed';
  readonly attempts: Attempt[];
}

export interface Attempt {
  at: Date;
  /** Null when no answer came in time. */
  status: number | null;
  problem: string | null;
  durationMs: number;
}

export interface Sender {
  /** Sends `delivery` once, and records the attempt. True when the receiver answered 2xx in time. */
  send(delivery: Delivery): Promise<boolean>;
  close(): Promise<void>;
}

export interface SenderOptions {
  apiSecret: string;
  apiVersion: string;
  now: () => Date;
  timeoutMs: () => number;
}

/**
 * Delivers as https://shopify.dev/docs/apps/build/webhooks/subscribe/https says: a second to connect, five in all,
 * and every answer but a 2xx is a failure, redirects included. Signed over the raw body with the app's secret
 * (https://shopify.dev/docs/apps/build/webhooks/verify-deliveries).
 */
export function createSender({ apiSecret, apiVersion, now, timeoutMs }: SenderOptions): Sender {
  const agent = new Agent({ connect: { timeout: 1000 } });
  const headersOf = ({ topic, body, shop, webhookId, eventId, triggeredAt }: Delivery) => ({
    'Content-Type': 'application/json',
    'User-Agent': 'Shopify-Captain-Hook',
    'X-Shopify-Topic': topic,
    'X-Shopify-Hmac-Sha256': createHmac('sha256', apiSecret).update(body, 'utf8').digest('base64'),
    'X-Shopify-Shop-Domain': shop,
    'X-Shopify-API-Version': apiVersion,
    'X-Shopify-Webhook-Id': webhookId,
    'X-Shopify-Event-Id': eventId,
    'X-Shopify-Triggered-At': triggeredAt.toISOString(),
  });
  return {
    async send(delivery) {
      const at = now();
      const started = performance.now();
      const attempt: Attempt = { at, status: null, problem: null, durationMs: 0 };
      try {
        const answer = await request(delivery.url, {
          method: 'POST',
          headers: headersOf(delivery),
          body: delivery.body,
          dispatcher: agent,
          signal: AbortSignal.timeout(timeoutMs()),
          // A kept connection that a restarted receiver has closed would fail an attempt that it never saw.
          reset: true,
        });
        await answer.body.dump();
        attempt.status = answer.statusCode;
      } catch (error) {
        attempt.problem = error instanceof Error ? error.message : String(error);
      }
      attempt.durationMs = Math.round(performance.now() - started);
      delivery.attempts.push(attempt);
      return attempt.status !== null && attempt.status >= 200 && attempt.status < 300;
    },
    close: () => agent.destroy(),
  };
}
