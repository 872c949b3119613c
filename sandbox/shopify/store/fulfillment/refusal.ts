import { err, type Result } from 'neverthrow';

/** Why a change of fulfillment is refused, as the API's user errors say it. */
export interface Refusal {
  field: string[] | null;
  message: string;
  code: string | null;
}

export type Refusable<Done> = Result<Done, Refusal>;

export function refuse(
  field: string[] | null,
  message: string,
  code: string | null = null,
): Result<never, Refusal> {
  return err({ field, message, code });
}

/** Words of https://github.com/airhorns/shopify-draft-proxy (src, recorded against a live shop). */
export const wrongQuantity = 'Invalid fulfillment order line item quantity requested.';
