import type { IncomingEvent, Received } from '#app/features/inbox/index.ts';
import { verifyHmacBase64 } from '#app/platform/crypto/index.ts';
import type { Logger } from '#app/platform/log.ts';
import { parseShopDomain } from '#app/platform/tenant.ts';
import { readBody } from '../read-body.ts';
import { refuse } from '../refuse.ts';

const LARGEST_BODY_BYTES = 10 * 1024 * 1024;

/**
 * Shopify's webhooks, all topics: `POST /webhooks/shopify`. Verifies the signature over the raw body, keeps what of the event cannot be
 * read again in one statement, and acknowledges; a repeat is acknowledged and starts nothing. The worker does the rest.
 *
 * Answers 200; 401 for a wrong signature, as the App Store asks of compliance webhooks too; 400 for what is signed but no webhook; 503
 * when it could not be kept, so that Shopify sends it again
 * (https://shopify.dev/docs/apps/build/webhooks/verify-deliveries, https://shopify.dev/changelog/updates-to-webhook-retry-mechanism).
 */
export function shopifyWebhooks(dependencies: {
  receive: (event: IncomingEvent) => Promise<Received | null>;
  /** The app's current secret, and the previous one while it is rotated. */
  secrets: readonly string[];
  log: Logger;
}): (request: Request) => Promise<Response> {
  const { receive, secrets, log } = dependencies;

  return async (request) => {
    const body = await readBody(request, LARGEST_BODY_BYTES);
    if (body === 'too_large') return refuse(413, 'too_large', 'A webhook has at most 10 MB.');
    if (!verifyHmacBase64(body, header(request, 'hmac-sha256'), secrets)) {
      return refuse(401, 'signature_invalid', 'The signature of the webhook is missing or wrong.');
    }
    const topic = header(request, 'topic')?.toLowerCase();
    const shop = parseShopDomain(header(request, 'shop-domain'));
    const messageId = header(request, 'webhook-id');
    if (!topic || !shop || !messageId) {
      return refuse(400, 'not_a_webhook', 'Topic, shop domain and webhook id are needed in the headers.');
    }
    try {
      const triggeredAt = instant(header(request, 'triggered-at'));
      const received = await receive({ shop, messageId, topic, triggeredAt, body });
      if (!received) return refuse(400, 'not_json', 'The body of the webhook is not a JSON object.');
      log.info({ shop, ...received }, 'webhook received');
      return new Response(null, { status: 200 });
    } catch (error) {
      log.error({ err: error as Error, shop, topic }, 'a webhook could not be kept; Shopify sends it again');
      return refuse(503, 'not_kept', 'The webhook could not be kept. Send it again.');
    }
  };
}

/** Shopify is renaming its headers from `X-Shopify-…` to `Shopify-…`: both are read. */
function header(request: Request, name: string): string | null {
  return request.headers.get(`x-shopify-${name}`) ?? request.headers.get(`shopify-${name}`);
}

/** Null for what is no time of an event: unreadable, or of another age than ours. */
function instant(text: string | null): Date | null {
  const date = new Date(text ?? Number.NaN);
  const year = date.getUTCFullYear();
  return year >= 2000 && year <= 2100 ? date : null;
}
