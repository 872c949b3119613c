import type { DeliveryOption } from './types.ts';

/** Why an option has no price: OneStock's answer held no cost, or there was no answer to take it from. */
export type PriceFault = 'cost_missing';

/**
 * What the shopper pays, in hundredths of the option's currency.
 * @param basketTotal hundredths
 * @param oneStockCost `cost` of OneStock's answer in major units, as it sends it; null without an answer
 * @param isMainOrigin whether the request is for the main stock; a *charge once* option is free for the others, since Shopify adds
 *   up the rates of several origins (https://help.shopify.com/en/manual/fulfillment/setup/shipping-rates/combined-rates)
 */
export function priceOf(
  option: Pick<DeliveryOption, 'price' | 'chargeOnce'>,
  circumstances: { basketTotal: number; oneStockCost: number | null; isMainOrigin: boolean },
): number | PriceFault {
  const { price, chargeOnce } = option;
  const { basketTotal, oneStockCost, isMainOrigin } = circumstances;
  if (chargeOnce && !isMainOrigin) return 0;
  if (price.freeFrom !== null && basketTotal >= price.freeFrom) return 0;
  if (price.kind === 'fixed') return price.amount;
  if (price.kind === 'onestock_cost') {
    return oneStockCost === null ? 'cost_missing' : Math.round(oneStockCost * 100);
  }
  const reached = price.tiers.filter((tier) => tier.from <= basketTotal);
  return reached.reduce((best, tier) => (tier.from >= best.from ? tier : best), { from: 0, amount: 0 })
    .amount;
}
