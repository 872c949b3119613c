export { createDeliveryPromises, type DeliveryPromises } from './delivery-promises.ts';
export {
  basketFingerprint,
  destinationFingerprint,
  normalisePostalCode,
  postalPrefix,
} from './fingerprint.ts';
export { isAccepted, isPromiseFor } from './judge-promise.ts';
export { itemsOf } from './question.ts';
export { parseRateRequest, type RateRequest } from './rate-request.ts';
export { redactShowings } from './redact-showings.ts';
export { createShownRates, type ShownRate, type ShownRates } from './shown-rates.ts';
export type { AskFailure, RateAnswer, ShopSnapshot } from './types.ts';
