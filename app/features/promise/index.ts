export { keepableUntil } from './answers/known-answer.ts';
export { createDeliveryPromises, type DeliveryPromises } from './delivery-promises.ts';
export {
  basketFingerprint,
  destinationFingerprint,
  normalisePostalCode,
  postalPrefix,
} from './fingerprint.ts';
export { isAccepted, isPromiseFor } from './judge-promise.ts';
export {
  createOptionPreviews,
  type DraftPreview,
  type OptionPreviews,
  type SurveyedOption,
} from './option-previews.ts';
export type { OptionPreview, PreviewedPrice } from './preview-option.ts';
export { previewTexts, type TextPreview } from './preview-texts.ts';
export { itemsOf, salesChannelFor } from './question.ts';
export { parseQuoteId } from './quote-id.ts';
export { createRatePreviews, type RatePreviews } from './rate-preview/rate-previews.ts';
export type {
  PreviewGrounds,
  PreviewLine,
  PreviewMode,
  PreviewRefused,
  PreviewWarning,
  RatePreview,
  TriedRate,
  TriedRates,
} from './rate-preview/types.ts';
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
export type { AskFailure, RateAnswer, ShopSnapshot } from './types.ts';
export { warmUp } from './warm-up/warm-up.ts';
