import type { PriceRule } from '#app/features/delivery-options/index.ts';

/**
 * A price rule as a merchant would say it, in English: `€4.90, free from €60.00`.
 *
 * @param currency the ISO 4217 code in which the rule's hundredths are stated
 */
export function priceInWords(rule: PriceRule, currency: string): string {
  const price = ruleInWords(rule, currency);
  return rule.freeFrom === null ? price : `${price}, free from ${money(rule.freeFrom, currency)}`;
}

function ruleInWords(rule: PriceRule, currency: string): string {
  if (rule.kind === 'onestock_cost') return 'OneStock’s cost';
  if (rule.kind === 'fixed') return priceOrFree(rule.amount, currency);
  return rule.tiers
    .toSorted((a, b) => a.from - b.from)
    .map(({ from, amount }) => {
      if (from === 0) return priceOrFree(amount, currency);
      return `${amount === 0 ? 'free' : money(amount, currency)} from ${money(from, currency)}`;
    })
    .join(', ');
}

function priceOrFree(amount: number, currency: string): string {
  return amount === 0 ? 'Free' : money(amount, currency);
}

/** Hundredths whatever the currency, so 100000 JPY are ¥1,000. */
function money(hundredths: number, currency: string): string {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).format(hundredths / 100);
}
