import type { CARRIER_SERVICE_OBSTACLES } from '#app/features/carrier-service/shape.ts';
import type { EVENT, INBOX_CODES } from '#app/features/inbox/shape.ts';
import type { OBSTACLE_CODES } from '#app/features/obstacles/shape.ts';
import type {
  ACCOUNT_CODES,
  ACCOUNT_OBSTACLES,
  NO_ACCOUNT_CODES,
} from '#app/features/onestock-account/shape.ts';
import type { ORDER_CODES, OrderSource } from '#app/features/orders/shape.ts';
import type {
  ASK_CODES,
  DECISION_CODES,
  LINE_CODES,
  PROMISE_OBSTACLES,
} from '#app/features/promise/shape.ts';
import type { RECORDS_OBSTACLES } from '#app/features/records/shape.ts';
import type { GIVEN_UP_CODES, OUTCOME_CODES, RUN_CODES, RUN_SOURCE } from '#app/features/runs/shape.ts';
import type { SHOP_OBSTACLES } from '#app/features/shops/shape.ts';
import type { ONESTOCK_CODES } from '#app/gateways/onestock/codes.ts';
import type { SHOPIFY_CODES } from '#app/gateways/shopify/codes.ts';
import type { CodeTable } from '#app/platform/cause.ts';

/** The codes of all sources of a table by source. */
type CodesBySource<Sources extends Readonly<Record<string, CodeTable>>> = {
  [Source in keyof Sources]: keyof Sources[Source];
}[keyof Sources] &
  string;

/** What an outside system's gateway answers, whatever was asked of it: the words of these need a lead. */
type SystemCode = keyof typeof ONESTOCK_CODES | keyof typeof SHOPIFY_CODES;

/** The obstacles that features raise about a shop and what it has once, by source. */
type ShopWide = typeof ACCOUNT_OBSTACLES &
  typeof CARRIER_SERVICE_OBSTACLES &
  typeof PROMISE_OBSTACLES &
  typeof RECORDS_OBSTACLES &
  typeof SHOP_OBSTACLES;

type RaisedCode = CodesBySource<ShopWide>;

/** The codes whose words are whole sentences: `causes`. */
export type CauseCode =
  | Exclude<RaisedCode, SystemCode>
  | keyof typeof ORDER_CODES
  | keyof typeof INBOX_CODES
  | keyof typeof RUN_CODES
  | keyof typeof GIVEN_UP_CODES
  | keyof typeof OUTCOME_CODES
  | keyof typeof OBSTACLE_CODES;

/** The codes whose words are a phrase: `reasons`. Those of an account and of the preparation have sentences as well. */
export type ReasonCode =
  | SystemCode
  | keyof typeof ASK_CODES
  | keyof typeof DECISION_CODES
  | keyof typeof LINE_CODES
  | keyof typeof ACCOUNT_CODES
  | keyof typeof NO_ACCOUNT_CODES
  | JobReason
  | PageReason;

/** What a job of an order fails by and may still get over: the list of jobs says it in a phrase. */
type JobReason = 'order_always_stale' | Exclude<CodesBySource<Prepared>, SystemCode>;
type Prepared = Pick<ShopWide, 'metafield_definitions' | 'carrier_service'>;

/** A list of a page that did not come. */
type PageReason = 'not_loaded';

/** Every code that `app/words` has words for. One without is an error of types, in every language. */
export type Code = CauseCode | ReasonCode;

/** The part of the app that raised an obstacle. */
export type ObstacleSource = keyof ShopWide | OrderSource | typeof EVENT | typeof RUN_SOURCE;
