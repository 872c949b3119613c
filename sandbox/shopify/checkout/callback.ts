import { createHmac } from 'node:crypto';
import { gunzipSync, inflateSync } from 'node:zlib';
import { err, ok, type Result } from 'neverthrow';
import { type Dispatcher, request } from 'undici';

/** Followed at most; Shopify documents that redirects of one domain are followed, not how many. Inferred. */
const redirectsFollowed = 5;

export interface Callback {
  url: string;
  /** Raw JSON text; the signature covers exactly these bytes. */
  body: string;
  shopDomain: string;
  apiSecret: string;
  timeLimitMs: number;
}

/** What a carrier answered in time, with a 2xx. */
export interface CallbackAnswer {
  status: number;
  text: string;
}

/** Why Shopify falls back to backup rates; `status` is null when no answer came. */
export interface CallbackFailure {
  problem: string;
  status: number | null;
}

/**
 * Posts a rate request to a carrier as Shopify does, once: there is no retry, a redirect is followed on the callback's own
 * domain only, and everything but a 2xx in time is a failure
 * (https://shopify.dev/docs/api/admin-graphql/latest/objects/DeliveryCarrierService). The limit counts from the first byte sent to
 * the last byte read. Inferred.
 */
export async function sendCallback(callback: Callback): Promise<Result<CallbackAnswer, CallbackFailure>> {
  const signal = AbortSignal.timeout(callback.timeLimitMs);
  try {
    return await post(callback, new URL(callback.url), signal, redirectsFollowed);
  } catch (error) {
    const problem = signal.aborted
      ? `no answer within ${callback.timeLimitMs} ms`
      : `no readable answer: ${reasonOf(error)}`;
    return err({ problem, status: null });
  }
}

async function post(
  callback: Callback,
  url: URL,
  signal: AbortSignal,
  redirectsLeft: number,
): Promise<Result<CallbackAnswer, CallbackFailure>> {
  const answer = await request(url, {
    method: 'POST',
    body: callback.body,
    headers: callbackHeaders(callback),
    signal,
    // A connection of its own: one that a stopped carrier has left behind would fail a request that it never saw.
    reset: true,
  });
  const status = answer.statusCode;
  const text = await bodyText(answer);
  if (status >= 200 && status < 300) return ok({ status, text });
  const { location } = answer.headers;
  if (status < 300 || status >= 400 || typeof location !== 'string') {
    return err({ problem: `HTTP ${status}`, status });
  }
  const target = new URL(location, url);
  if (target.hostname !== url.hostname) {
    return err({ problem: `redirect to another domain, ${target.hostname}`, status });
  }
  if (redirectsLeft === 0) return err({ problem: 'too many redirects', status });
  return post(callback, target, signal, redirectsLeft - 1);
}

/**
 * The headers of a captured request (https://github.com/gnikyt/laravel-shopify/issues/625): Shopify documents neither the signature nor
 * the header of the time limit.
 */
function callbackHeaders({ body, apiSecret, shopDomain, timeLimitMs }: Callback): Record<string, string> {
  return {
    'user-agent': 'Ruby',
    accept: '*/*',
    'accept-encoding': 'gzip;q=1.0,deflate;q=0.6,identity;q=0.3',
    'content-type': 'application/json',
    'x-shopify-hmac-sha256': createHmac('sha256', apiSecret).update(body, 'utf8').digest('base64'),
    'x-shopify-shop-domain': shopDomain,
    'x-shopify-timeout': String(timeLimitMs),
  };
}

async function bodyText({ body, headers }: Dispatcher.ResponseData): Promise<string> {
  const bytes = Buffer.from(await body.arrayBuffer());
  switch (headers['content-encoding']) {
    case 'gzip':
      return gunzipSync(bytes).toString('utf8');
    case 'deflate':
      return inflateSync(bytes).toString('utf8');
    default:
      return bytes.toString('utf8');
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}
