import type { Subject } from '#app/features/obstacles/shape.ts';
import type { CauseOf, CodeTable } from '#app/platform/cause.ts';

/** A customer who asked for their data, by the id of the request in Shopify. */
export function customerRequest(id: string): Subject {
  return { kind: 'customer_request', id };
}

const REQUEST_CODES = {
  customer_data_none: ['request'],
  customer_data_kept: ['request', 'orders'],
} as const satisfies CodeTable;

export type CustomerRequestCause = CauseOf<typeof REQUEST_CODES>;

/** The obstacles that this feature raises: each source with its codes. */
export const RECORDS_OBSTACLES = {
  /** A notice. */
  customer_data_request: REQUEST_CODES,
} as const satisfies Record<string, CodeTable>;
