import type { Subject } from '#app/features/obstacles/shape.ts';
import { SHOPIFY_CODES } from '#app/gateways/shopify/codes.ts';
import type { CauseOf, CodeTable } from '#app/platform/cause.ts';

/** The carrier service of a shop, which obstacles stand in the way of. */
export const CARRIER_SERVICE: Subject = { kind: 'carrier_service', id: '' };

/** Why the carrier service is not as it should be. `said` is what Shopify said, in its own words. */
const REGISTRATION_CODES = {
  ...SHOPIFY_CODES,
  carrier_service_refused: ['said'],
  carrier_service_twice: ['said'],
} as const satisfies CodeTable;

export type RegistrationCause = CauseOf<typeof REGISTRATION_CODES>;

/** The obstacles that this feature raises: each source with its codes. */
export const CARRIER_SERVICE_OBSTACLES = {
  carrier_service: REGISTRATION_CODES,
} as const satisfies Record<string, CodeTable>;

export type CarrierServiceSource = keyof typeof CARRIER_SERVICE_OBSTACLES;
