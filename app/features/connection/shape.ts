import type { Subject } from '#app/features/obstacles/shape.ts';
import { ONESTOCK_CODES } from '#app/gateways/onestock/codes.ts';
import { SHOPIFY_CODES } from '#app/gateways/shopify/codes.ts';
import type { CauseOf, CodeTable } from '#app/platform/cause.ts';
import type { ConnectionFault } from './diagnosis.ts';

/** What obstacles of a shop's ties stand in the way of. */
export const ONESTOCK_ACCOUNT: Subject = { kind: 'onestock_account', id: '' };
export const CARRIER_SERVICE: Subject = { kind: 'carrier_service', id: '' };
export const SHOP: Subject = { kind: 'shop', id: '' };

/** A customer who asked for their data, by the id of the request in Shopify. */
export function customerRequest(id: string): Subject {
  return { kind: 'customer_request', id };
}

/** What can be wrong with an account. `refused` names the resources that the policy withholds. */
export const ACCOUNT_CODES = {
  host_refused: ['host'],
  private_address: ['host'],
  no_site_at_host: ['host'],
  foreign_answer: ['host'],
  name_unknown: ['host'],
  certificate_untrusted: ['host'],
  unreachable: ['host'],
  timeout: ['host'],
  rate_limited: [],
  not_taken: [],
  site_unknown: ['siteId'],
  user_refused: ['userId', 'siteId'],
  policy: ['userId', 'refused'],
} as const satisfies Record<ConnectionFault, readonly string[]>;

/** There is no account to use. */
export const NO_ACCOUNT_CODES = { account_missing: [] } as const satisfies CodeTable;

/**
 * Why a metafield definition is not as it should be. `metafields` are their names with the types that they have, `said` is what Shopify
 * said, in its own words.
 */
const DEFINITION_CODES = {
  definition_refused: ['metafield', 'said'],
  definition_conflict: ['metafields'],
} as const satisfies CodeTable;

/** Why the carrier service is not as it should be. */
const REGISTRATION_CODES = {
  carrier_service_refused: ['said'],
  carrier_service_twice: ['said'],
} as const satisfies CodeTable;

const PREPARATION_CODES = { ...SHOPIFY_CODES, ...DEFINITION_CODES, ...REGISTRATION_CODES };

/** Why a step of the preparation of a shop failed. */
export type PreparationCause = CauseOf<typeof PREPARATION_CODES>;

/** The obstacles that this feature raises: each source with its codes. */
export const CONNECTION_OBSTACLES = {
  /** No promise can be had. */
  onestock_connection: ACCOUNT_CODES,
  /** Promises can be had, but not all that the app needs. */
  onestock_access: ACCOUNT_CODES,
  /** The stores are not read. */
  onestock_endpoints: { ...ONESTOCK_CODES, endpoints_gone: ['known'] },
  /** OneStock does not tell of orders as it should. */
  onestock_webhook: { ...ONESTOCK_CODES, webhook_paused: [] },
  /** Messages come to the secret address with signatures of no key of ours; the next look at the webhook sends the key again. */
  onestock_webhook_signature: { webhook_signature_unknown: [] },
  shopify_access: SHOPIFY_CODES,
  shop_facts: SHOPIFY_CODES,
  metafield_definitions: { ...SHOPIFY_CODES, ...DEFINITION_CODES },
  carrier_service: { ...SHOPIFY_CODES, ...REGISTRATION_CODES },
  /** A notice. */
  customer_data_request: { customer_data_none: ['request'], customer_data_kept: ['request', 'orders'] },
} as const satisfies Record<string, CodeTable>;

export type ConnectionSource = keyof typeof CONNECTION_OBSTACLES;

/** What an obstacle of a source can say. */
export type ConnectionCause<Source extends ConnectionSource> = CauseOf<(typeof CONNECTION_OBSTACLES)[Source]>;

/** The sources about which the preparation of the shop is made again. */
export const PREPARED_SOURCES = [
  'shopify_access',
  'shop_facts',
  'metafield_definitions',
  'carrier_service',
] as const satisfies ConnectionSource[];
