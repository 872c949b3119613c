export { createDeliveryPromises, type DeliveryPromises } from './delivery-promises.ts';
export {
  basketFingerprint,
  destinationFingerprint,
  normalisePostalCode,
  postalPrefix,
} from './fingerprint.ts';
export { isAccepted, isPromiseFor } from './judge-promise.ts';
export {
  createOptionLooks,
  type OptionLook,
  type OptionLooks,
  type SurveyedOption,
} from './option-looks.ts';
export type { OptionPreview, PreviewedPrice } from './preview-option.ts';
export { previewTexts, type TextPreview } from './preview-texts.ts';
export { itemsOf, salesChannelFor } from './question.ts';
export { parseQuoteId } from './quote-id.ts';
export { parseRateRequest, type RateRequest } from './rate-request.ts';
export {
  type ByArea,
  type ByBasket,
  createShownRates,
  type ShownRate,
  type ShownRates,
  type ShownRatesQuery,
} from './shown-rates.ts';
export { TABLES } from './tables.ts';
export { createTraces, type Traces } from './traces/index.ts';
export type {
  CallbackFilters,
  CallbackStory,
  CallbackSummary,
  DecidedOption,
  OrderOfCallback,
  Rung,
  SentRate,
} from './traces/types.ts';
export { createRateTrials, type RateTrials } from './trial/rate-trials.ts';
export type {
  RateTrial,
  TrialGrounds,
  TrialLine,
  TrialMode,
  TrialRefused,
  TrialWarning,
  TriedRate,
  TriedRates,
} from './trial/types.ts';
export type { AskFailure, RateAnswer, ShopSnapshot } from './types.ts';
