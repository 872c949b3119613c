import type { ShopDomain } from '#app/platform/tenant.ts';
import type { AskFailure, RateAnswer } from './types.ts';

/** What is recorded of a signed request that is not a rate request. Of its content nothing is kept. */
export function refusedAnswer(
  shop: ShopDomain,
  failure: AskFailure,
  given: Pick<RateAnswer, 'id' | 'receivedAt' | 'answeredAt'>,
): RateAnswer {
  const status = 400;
  return {
    ...given,
    body: '',
    prepared: {
      status,
      pieces: [],
      shown: [],
      currencyMismatches: null,
      validUntil: null,
      trace: {
        shop,
        country: null,
        postalPrefix: null,
        currency: null,
        locale: null,
        lines: [],
        status,
        rung: 'none',
        rateCount: 0,
        options: [],
        failure,
        oneStockRequestId: null,
      },
    },
  };
}
