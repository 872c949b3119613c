export { type FoundEndpoint, findEndpoints } from './find-endpoints.ts';
export { readRulesetChainings, readSalesChannels } from './onestock-lists.ts';
export { readConfiguration } from './read-configuration.ts';
export { saveConfiguration } from './save-configuration.ts';
export { readShippingRateNames, readShopifyLocations, type ShopifyLocation } from './shopify-lists.ts';
export type * from './types.ts';
