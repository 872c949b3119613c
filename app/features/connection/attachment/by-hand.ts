import type { AttachmentMode } from './types.ts';

/** https://help.shopify.com/en/manual/fulfillment/setup/shipping-rates/carrier-calculated-shipping-rates */
const IN_PROFILES = [
  'In the Shopify admin, open Settings > Shipping and delivery.',
  'Open the shipping profile that your products are in. Most shops have one, the General profile.',
  'In each shipping zone where shoppers are to see delivery promises, choose Add rate.',
  'Choose “Use carrier or app to calculate rates”, then OneStock.',
  'Keep new services shown automatically, so that later delivery options appear by themselves.',
  'Choose Done, then Save.',
] as const;

/** The words of the admin are inferred from those of https://shopify.dev/changelog/market-driven-delivery-profiles-admin-api. */
const IN_MARKETS = [
  'In the Shopify admin, open Settings > Markets.',
  'Open a market where shoppers are to see delivery promises, then its shipping. If it takes its shipping from another market, open that one.',
  'Make sure that shipping is switched on there, and add a shipping option.',
  'Choose rates calculated by a carrier or an app, then OneStock.',
  'Keep new services shown automatically, so that later delivery options appear by themselves.',
  'Save, and do the same in the other markets.',
] as const;

/** How a merchant attaches the rates without the app, step by step. */
export function stepsByHand(mode: AttachmentMode): readonly string[] {
  return mode === 'profiles' ? IN_PROFILES : IN_MARKETS;
}
