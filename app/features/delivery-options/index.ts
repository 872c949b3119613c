export { createDeliveryOptions, type DeliveryOptions } from './delivery-options.ts';
export { textFor, usableLocale } from './locale.ts';
export { priceOf } from './price.ts';
export type { DeliveryOptionInput } from './schema.ts';
export { renderTemplate, type TemplateValues } from './template.ts';
export type * from './types.ts';
