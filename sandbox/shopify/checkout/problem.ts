import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** Why the checkout refuses what it was asked, in words for whoever asked. */
export interface CheckoutProblem {
  code:
    | 'invalid_body'
    | 'unknown_variant'
    | 'unknown_location'
    | 'unknown_checkout'
    | 'unknown_rate'
    | 'rate_missing'
    | 'already_completed';
  message: string;
}

export const statusOfProblem: Record<CheckoutProblem['code'], ContentfulStatusCode> = {
  invalid_body: 400,
  unknown_checkout: 404,
  already_completed: 409,
  unknown_variant: 422,
  unknown_location: 422,
  unknown_rate: 422,
  rate_missing: 422,
};
