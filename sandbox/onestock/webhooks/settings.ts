import { z } from 'zod';

/**
 * The control door's settings for webhooks. What is known of them:
 * https://onestock.atlassian.net/wiki/spaces/DOCUMENTAT/pages/620429319/Webhook+configuration
 */
export const webhookSettings = {
  /** `GET /webhooks` gives ids only, as seen by a public script; else whole webhooks. */
  webhookListIdsOnly: z.boolean().default(true),
  /** How many times faster the waits between retries pass. */
  timeScale: z.number().positive().default(1),
  /** Site settings of OneStock: the waits before each retry, and the failed try after which the first alert goes out. */
  retryIntervalsSeconds: z.array(z.number().min(0)).default([30, 60, 120, 240, 480, 840]),
  retriesUntilFailure: z.int().positive().default(3),
  /** How long a receiver has. */
  webhookTimeoutMs: z.number().positive().default(15_000),
  /** Lets any 2xx acknowledge. Only 202 is documented; that others fail is inferred. */
  acknowledgedByAny2xx: z.boolean().default(false),
  /** What is signed. Inferred both: time, full stop and raw body, as OneStock's UI extensions sign, or the time alone. */
  signatureCovers: z.enum(['body', 'timestamp']).default('body'),
  /** What stands between the parts of the signature header: the documentation shows both. */
  signatureSeparator: z.enum([',', '.']).default(','),
  /**
   * Events on parcels and groups name them. Inferred: only `order_id`, `date`, `old_state` and `new_state` are public
   * (https://github.com/OneStock-Retail/onestock-magento-connector).
   */
  eventsNameEntity: z.boolean().default(true),
  /** Events carry their `topic`. Inferred that they do not. */
  eventsNameTopic: z.boolean().default(false),
  /** Faults in delivery: sends every nth event twice, never sends every nth, or sends the newest that waits first. */
  duplicateEvery: z.int().positive().nullable().default(null),
  dropEvery: z.int().positive().nullable().default(null),
  newestFirst: z.boolean().default(false),
};
