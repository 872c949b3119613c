import { LRUCache } from 'lru-cache';
import type { IncomingEvent, Received } from '#app/features/inbox/index.ts';
import type { OneStockEvents } from '#app/features/orders/index.ts';
import { verifyOneStockSignature } from '#app/gateways/onestock/signature.ts';
import type { Clock } from '#app/platform/clock.ts';
import { sha256Hex } from '#app/platform/crypto/index.ts';
import type { Logger } from '#app/platform/log.ts';
import { readBody } from '../read-body.ts';
import { refuse } from '../refuse.ts';

const LARGEST_BODY_BYTES = 1024 * 1024;

/**
 * OneStock keeps a message that it cannot deliver for a week, and it is not public whether a late try is signed anew. A signature of the
 * time alone would let whoever saw one message make others for as long, so it has the six hours of OneStock's UI extensions.
 */
const OLDEST_MS = { body: 7 * 24 * 3_600_000, body_or_timestamp: 6 * 3_600_000 };

/** Of many messages with a wrong signature, one a minute is reported. */
const REPORTED_EVERY_MS = 60_000;
const MOST_SHOPS = 1_000;

/**
 * OneStock's webhooks, all topics: `POST /webhooks/onestock/{token}`, the token being the secret of one shop's connection. Verifies the
 * signature over the raw body, keeps what of the event cannot be read again in one statement, and acknowledges. Messages carry no id: theirs
 * is the hash of their bytes, and the same bytes again are acknowledged and start nothing. The worker does the rest.
 *
 * Answers 202, which is what OneStock waits for, up to 15 s
 * (https://onestock.atlassian.net/wiki/spaces/DOCUMENTAT/pages/620429319/Webhook+configuration), for topics that nobody asked for too; 404 for an
 * unknown token, 413 for more than 1 MB, 401 for a wrong signature, 400 for what is not a JSON object; 503 when it could not be kept, so that
 * OneStock sends it again.
 */
export function oneStockWebhooks(dependencies: {
  events: Pick<OneStockEvents, 'senderOf' | 'reportSignature'>;
  receive: (event: IncomingEvent) => Promise<Received | null>;
  clock: Clock;
  log: Logger;
}): (token: string, request: Request) => Promise<Response> {
  const { events, receive, clock, log } = dependencies;
  const reported = new LRUCache<string, true>({ max: MOST_SHOPS, ttl: REPORTED_EVERY_MS });

  async function answer(token: string, request: Request): Promise<Response> {
    const sender = await events.senderOf(token);
    if (!sender) return refuse(404, 'unknown_webhook', 'No shop has a webhook at this address.');
    const { shop, keys, signatureForm: form } = sender;
    const body = await readBody(request, LARGEST_BODY_BYTES);
    if (body === 'too_large') return refuse(413, 'too_large', 'A message has at most 1 MB.');
    const header = request.headers.get('onestock-signature');
    const checks = { now: clock.now(), form, maxAgeMs: OLDEST_MS[form] };
    if (!verifyOneStockSignature(header, body, keys, checks)) {
      log.warn({ shop, code: 'signature_invalid' }, 'a message of OneStock was refused');
      if (!reported.has(shop)) {
        reported.set(shop, true);
        await events.reportSignature(shop);
      }
      return refuse(401, 'signature_invalid', 'The signature of the message is missing or wrong.');
    }
    const received = await receive({ shop, messageId: sha256Hex(body), body });
    if (!received) return refuse(400, 'not_json', 'The body of the message is not a JSON object.');
    log.info({ shop, ...received }, 'message of OneStock received');
    return new Response(null, { status: 202 });
  }

  return async (token, request) => {
    try {
      return await answer(token, request);
    } catch (error) {
      log.error({ err: error as Error }, 'a message of OneStock could not be kept; OneStock sends it again');
      return refuse(503, 'not_kept', 'The message could not be kept. Send it again.');
    }
  };
}
