export { createDeliveryOptions, type DeliveryOptions } from './delivery-options.ts';
export { type OptionDraft, readDraft } from './draft.ts';
export type {
  ChangedMeanwhile,
  DeliveryOptionMissing,
  DeliveryOptionRefused,
  OptionFault,
} from './faults.ts';
export type { LastPromise } from './last-promises.ts';
export { textFor, usableLocale } from './locale.ts';
export { type PriceFault, priceOf } from './price.ts';
export type { CheckedOption, DeliveryOptionInput } from './schema.ts';
export { TABLES } from './tables.ts';
export { type Placeholder, renderTemplate, type TemplateValues } from './template.ts';
export { chooseDescription } from './texts/choose-description.ts';
export {
  DEFAULT_TEXTS,
  GENERAL_TEXTS,
  type GeneralText,
  type ShopTexts,
} from './texts/general-texts.ts';
export type { JudgedPlace, TextFault } from './texts/judge-text.ts';
export type { RefusedText, TextChange, TextsRefused } from './texts/save-texts.ts';
export { createTexts, type Texts } from './texts/texts.ts';
export type * from './texts/types.ts';
export type * from './types.ts';
export { type OptionWarning, type WarningCircumstances, warningsOf } from './warnings.ts';
