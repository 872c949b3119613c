import { Agent, request } from 'undici';
import type { Settings } from '../settings.ts';
import { signatureOf } from './signature.ts';
import type { Delivery, Message, Webhook } from './types.ts';

export interface Sender {
  /** Sends a message once, and logs the try. */
  send(webhook: Webhook, message: Message): Promise<Delivery>;
  /** Every try, the oldest first; the last thousand. */
  log: Delivery[];
  close(): Promise<void>;
}

const triesKept = 1000;

/**
 * A receiver acknowledges with 202 within 15 s; redirects are not followed
 * (https://onestock.atlassian.net/wiki/spaces/DOCUMENTAT/pages/620429319/Webhook+configuration).
 */
export function createSender(settings: Settings, now: () => Date): Sender {
  const agent = new Agent();
  const log: Delivery[] = [];

  const post = async (webhook: Webhook, { body }: Message, at: Date): Promise<number | null> => {
    const signature = signatureOf(body, webhook.hashKeys, Math.floor(at.getTime() / 1000), settings);
    try {
      const answer = await request(webhook.url, {
        method: webhook.httpMethod,
        headers: {
          'Content-Type': 'application/json',
          ...(signature !== null && { 'Onestock-Signature': signature }),
        },
        body,
        dispatcher: agent,
        signal: AbortSignal.timeout(settings.webhookTimeoutMs),
        // A kept connection that a restarted receiver has closed would fail a try that it never saw.
        reset: true,
      });
      await answer.body.dump();
      return answer.statusCode;
    } catch {
      return null;
    }
  };

  return {
    log,
    async send(webhook, message) {
      const at = now();
      const status = await post(webhook, message, at);
      const is2xx = status !== null && status >= 200 && status < 300;
      const isAcknowledged = settings.acknowledgedByAny2xx ? is2xx : status === 202;
      const { number, topic, orderId, body } = message;
      const delivery = { webhookId: webhook.id, number, topic, orderId, body, at, status, isAcknowledged };
      log.push(delivery);
      if (log.length > triesKept) log.shift();
      return delivery;
    },
    close: () => agent.destroy(),
  };
}
