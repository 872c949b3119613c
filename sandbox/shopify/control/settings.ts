import { z } from 'zod';
import { checkoutSettings } from '../checkout/settings.ts';
import { fulfillmentSettings } from './fulfillment-settings.ts';

/**
 * What tests and people can change at the control door. Every default is Shopify's ordinary behaviour; what is
 * inferred rather than documented about Shopify has a setting here, so that both readings can be tried.
 */
export const settingsSchema = z.strictObject({
  /** Time that each call under `/admin` waits, plus a random part of `jitterMs`. */
  latencyMs: z.number().min(0).default(0),
  jitterMs: z.number().min(0).default(0),
  /** What becomes of every call under `/admin`, token calls included; `malformed` is broken JSON under a 200. */
  failure: z.enum(['none', '500', '429', 'reset', 'hang', 'malformed']).default('none'),
  /** How many GraphQL calls from now on are answered THROTTLED, whatever the bucket holds. Counts down. */
  throttleNext: z.number().int().min(0).default(0),
  /**
   * True makes every access token issued until now expire: each answers 401 from then on. The next token that is
   * issued is honoured, and puts this back to false. Refresh tokens and the fixed token for people stay good.
   */
  tokenExpired: z.boolean().default(false),
  /** Life of the access tokens issued from now on. */
  tokenLifetimeSeconds: z.number().int().positive().default(3600),
  /** Scopes of the tokens issued from now on, comma separated; null grants those that `shopify.app.toml` asks for. */
  grantedScopes: z.string().nullable().default(null),
  /** Whether plans include carrier-calculated rates; null leaves it to each shop's own facts. */
  carrierCalculatedRates: z.boolean().nullable().default(null),
  /** `shop.features.marketDrivenShipping`; null leaves it to each shop's own facts. */
  marketDrivenShipping: z.boolean().nullable().default(null),
  /** Time between an order and its routing, in real milliseconds. Inferred: Shopify publishes none. */
  routingDelayMs: z.number().min(0).default(200),
  /**
   * How many times faster than real Shopify's own waits pass: webhook retries, rate caches, refilling of the cost
   * bucket.
   */
  timeScale: z.number().positive().default(1),
  /** True keeps webhooks back; false, afterwards, lets them go. */
  holdWebhooks: z.boolean().default(false),
  /** Copies of each webhook sent on top of the first, with the same id. */
  duplicateWebhooks: z.number().int().min(0).default(0),
  /** True lets each webhook be overtaken by the next one; held ones go in reverse. */
  reorderWebhooks: z.boolean().default(false),
  /** How long a receiver may take (https://shopify.dev/docs/apps/build/webhooks/subscribe/https). */
  webhookTimeoutMs: z.number().positive().default(5000),
  ...checkoutSettings,
  ...fulfillmentSettings,
});

export type Settings = z.infer<typeof settingsSchema>;

/** Any of the settings, none of them obligatory, and nothing else. */
export const changesSchema = z.strictObject(
  Object.fromEntries(
    Object.entries(settingsSchema.shape).map(([key, field]) => [key, field.unwrap().optional()]),
  ),
);
