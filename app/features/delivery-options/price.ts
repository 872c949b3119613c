import type { DeliveryOption } from './types.ts';

/** Why an option has no price: OneStock's answer held no cost, there was no answer, or the cost is none that anybody pays. */
export type PriceFault = 'cost_missing' | 'cost_implausible';

/** A million in the largest unit, as hundredths: what a merchant can type, too. */
const MOST_AMOUNT = 100_000_000;

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
    if (oneStockCost === null) return 'cost_missing';
    const amount = Math.round(oneStockCost * 100);
    return amount >= 0 && amount <= MOST_AMOUNT ? amount : 'cost_implausible';
  }
  const reached = price.tiers.filter((tier) => tier.from <= basketTotal);
  return reached.reduce((best, tier) => (tier.from >= best.from ? tier : best), { from: 0, amount: 0 })
    .amount;
}
