import { err, ok, type Result } from 'neverthrow';
import { z } from 'zod';
import { CATALOGUE } from '#sandbox/catalogue.ts';
import { describeIssues } from './issues.ts';
import { orderSettings } from './orders/settings.ts';
import { policyResources } from './policy.ts';
import { webhookSettings } from './webhooks/settings.ts';

/** Source of the last three: https://github.com/OneStock-Retail/onestock-magento-connector; of the others: integrators. */
const promiseStatuses = ['valid', 'valid_estimation', 'partial', 'partial_estimation', 'none'] as const;
export type PromiseStatus = (typeof promiseStatuses)[number];

const listSize = z.int().min(0).max(10_000).optional();

const settingsSchema = z.strictObject({
  /** Time each API answer waits, plus a random part of `jitterMs`. */
  latencyMs: z.number().min(0).default(0),
  jitterMs: z.number().min(0).default(0),
  /**
   * What becomes of every API call, login included. `drip` sends the right answer byte by byte, `malformed` is broken JSON under a
   * 200, and `foreign` sound JSON under a 200 that is no answer of OneStock's, such as a portal before it sends. `reset` cuts the connection
   * before the call has any effect, `lost` after it.
   */
  failure: z
    .enum(['none', '500', '429', 'reset', 'lost', 'hang', 'drip', 'malformed', 'foreign'])
    .default('none'),
  /** Lets the failure befall these resources only, by the first part of their path, such as `orders` or `login`; all when empty. */
  failingResources: z.array(z.string()).default([]),
  /** Closes the port at once, and this door with it, for so long; then it is open again and this is 0. */
  absentForSeconds: z.number().min(0).default(0),
  /** `Retry-After` of the 429 failure. Null leaves it out: no such header is documented. */
  retryAfterSeconds: z.number().int().min(0).nullable().default(null),
  /**
   * Setting it to true makes the site forget every token issued until then: each of them answers 401 from now on. A login
   * works at once, gives a token that is honoured, and puts this back to false.
   */
  tokenExpired: z.boolean().default(false),
  /** Resources that the policy of the API user withholds, by the names that policies use; see `policy.ts`. */
  refusedResources: z.array(z.enum(policyResources)).default([]),
  /**
   * Withholds the routes that `policy.ts` puts under no name of the official connector's policy, taken to the letter, in which
   * `line_items<.*>` does not cover `line_item_groups`. Inferred that the name stands for them.
   */
  policyToTheLetter: z.boolean().default(false),
  policyRefusalStatus: z.literal([401, 403]).default(403),
  /** How a login with a wrong user or password is answered. */
  wrongPasswordStatus: z.literal([400, 401, 403]).default(401),
  /** How a login for a site that is not this one is answered; 530 is what a site's own host does. */
  unknownSiteStatus: z.literal([401, 404, 530]).default(401),
  /** How many entries these lists have, beyond the site's own made ones; those that are left out have the site's own. */
  listSizes: z
    .strictObject({
      sales_channels: listSize,
      ruleset_chainings: listSize,
      delivery_configs: listSize,
      endpoints: listSize,
    })
    .default({}),
  /** Delivery methods that are there no more, though options may still name them. */
  deletedDeliveryMethods: z.array(z.string()).default([]),
  /**
   * How a promise for a delivery method that is not there is answered. Inferred, nothing being public: as an option of status `none`, or
   * by a 404 for the whole question.
   */
  unknownMethodAnswer: z.enum(['none', 'not_found']).default('none'),
  /** Status of every promise that some delivery config can serve; null lets stock decide. */
  promiseStatus: z.enum(promiseStatuses).nullable().default(null),
  /** Puts every cut-off this far from now (behind, when negative), and dates its ETA from there. */
  cutoffInSeconds: z.number().int().nullable().default(null),
  /** Item ids that are nowhere in stock. */
  outOfStock: z.array(z.string()).default(CATALOGUE.flatMap(({ sku }, at) => (at % 50 === 49 ? [sku] : []))),
  /** Which of the two error bodies met on real sites this one uses. */
  errorShape: z.enum(['error', 'code']).default('error'),
  /** Moves the simulator's clock. */
  clockOffsetSeconds: z.number().int().default(0),
  ...orderSettings,
  ...webhookSettings,
});

export type Settings = z.infer<typeof settingsSchema>;
export type ErrorShape = Settings['errorShape'];

const defaults = settingsSchema.parse({});

/** Every key optional, and none filled in: what a change may hold. */
const changesSchema = z.strictObject(
  Object.fromEntries(
    Object.entries(settingsSchema.shape).map(([key, field]) => [key, field.unwrap().optional()]),
  ),
);

export function defaultSettings(): Settings {
  return structuredClone(defaults);
}

/** Known settings out of foreign JSON, or one line that names each key or value that is not. */
export function parseChanges(changes: unknown): Result<Partial<Settings>, string> {
  const parsed = changesSchema.safeParse(changes);
  return parsed.success ? ok(parsed.data) : err(describeIssues(parsed.error));
}
