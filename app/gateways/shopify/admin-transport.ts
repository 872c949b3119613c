import { abstractFetch } from '@shopify/shopify-api/runtime';
import { err, ok, type Result } from 'neverthrow';
import { z } from 'zod';
import { ADMIN_API_VERSION } from './api.ts';
import { type ShopifyError, shopifyError, shopifyErrorOfStatus } from './errors.ts';

/** One attempt's failure; `waitMs` is how long Shopify asks to wait before the next, where it says so. */
export interface FailedAttempt {
  error: ShopifyError;
  waitMs?: number;
}

export interface AdminRequest {
  /** A myshopify.com domain. */
  shop: string;
  accessToken: string;
  document: string;
  variables: object;
  timeoutMs: number;
}

const costSchema = z.object({
  requestedQueryCost: z.number(),
  throttleStatus: z.object({ currentlyAvailable: z.number(), restoreRate: z.number().positive() }),
});

const answerSchema = z.object({
  data: z.unknown().optional(),
  errors: z
    .array(z.object({ message: z.string(), extensions: z.object({ code: z.string() }).partial().optional() }))
    .optional(),
  extensions: z.object({ cost: costSchema.optional().catch(undefined) }).optional(),
});
type Answer = z.infer<typeof answerSchema>;

/**
 * Posts one GraphQL request to a shop's Admin API, once. It goes through the `fetch` of Shopify's runtime, as the calls of
 * Shopify's own libraries do.
 */
export async function postToAdmin(request: AdminRequest): Promise<Result<unknown, FailedAttempt>> {
  try {
    const response = await abstractFetch(
      `https://${request.shop}/admin/api/${ADMIN_API_VERSION}/graphql.json`,
      {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          Accept: 'application/json',
          'X-Shopify-Access-Token': request.accessToken,
        },
        body: JSON.stringify({ query: request.document, variables: request.variables }),
        signal: AbortSignal.timeout(request.timeoutMs),
      },
    );
    return await readAnswer(response);
  } catch (error) {
    const timedOut = error instanceof DOMException && error.name === 'TimeoutError';
    return err({ error: shopifyError(timedOut ? 'shopify_timeout' : 'shopify_unreachable') });
  }
}

async function readAnswer(response: Response): Promise<Result<unknown, FailedAttempt>> {
  const requestId = response.headers.get('x-request-id') ?? undefined;
  const body = await response.text();
  if (!response.ok) {
    const error = shopifyErrorOfStatus(response.status, { requestId, detail: body.slice(0, 500) });
    return err({ error, waitMs: retryAfterMs(response.headers) });
  }
  const answer = answerSchema.safeParse(parseJson(body));
  if (!answer.success) return err({ error: shopifyError('shopify_failed', { status: 200, requestId }) });
  return readErrors(answer.data, requestId) ?? ok(answer.data.data);
}

function readErrors({ data, errors = [], extensions }: Answer, requestId: string | undefined) {
  if (errors.length === 0 && data) return undefined;
  const codes = errors.map((error) => error.extensions?.code);
  const known = { status: 200, requestId, detail: errors.map((error) => error.message).join(' ') };
  // Over the limit is a status 200 (https://shopify.dev/docs/api/usage/limits#graphql-admin-api-rate-limits).
  if (codes.includes('THROTTLED')) {
    return err({ error: shopifyError('shopify_throttled', known), waitMs: restoreMs(extensions?.cost) });
  }
  const isTheirs = errors.length === 0 || codes.includes('INTERNAL_SERVER_ERROR');
  return err({ error: shopifyError(isTheirs ? 'shopify_failed' : 'shopify_refused', known) });
}

/** Until the bucket holds enough for the query again. */
function restoreMs(cost: z.infer<typeof costSchema> | undefined): number | undefined {
  if (!cost) return undefined;
  const { currentlyAvailable, restoreRate } = cost.throttleStatus;
  return Math.max(0, Math.ceil(((cost.requestedQueryCost - currentlyAvailable) / restoreRate) * 1000));
}

/** `Retry-After` is in seconds, with a fraction (https://shopify.dev/docs/api/usage/limits). */
function retryAfterMs(headers: Headers): number | undefined {
  const seconds = Number.parseFloat(headers.get('retry-after') ?? '');
  return Number.isFinite(seconds) ? seconds * 1000 : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
