import type { Subject } from '#app/features/obstacles/shape.ts';
import { ONESTOCK_CODES } from '#app/gateways/onestock/codes.ts';
import type { CauseOf, CodeTable } from '#app/platform/cause.ts';
import type { ConnectionFault } from './diagnosis.ts';

/** The shop's account at OneStock, which obstacles stand in the way of. */
export const ONESTOCK_ACCOUNT: Subject = { kind: 'onestock_account', id: '' };

/** The runs that this feature makes. */
export type AccountRun = 'mirror_stores' | 'check_account' | 'ensure_webhook' | 'rotate_webhook_key';

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

/** The obstacles that this feature raises: each source with its codes. */
export const ACCOUNT_OBSTACLES = {
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
} as const satisfies Record<string, CodeTable>;

export type AccountSource = keyof typeof ACCOUNT_OBSTACLES;

/** What an obstacle of a source can say. */
export type AccountCause<Source extends AccountSource> = CauseOf<(typeof ACCOUNT_OBSTACLES)[Source]>;
