import type { OfferedRate } from './types.ts';

/**
 * What the buyer may choose when a delivery group leaves from several origins, each with its own rates.
 *
 * Rates that every origin offers under one name are added together. When no name is shared by all, one generic "Shipping" is made
 * of the cheapest of each (https://help.shopify.com/en/manual/fulfillment/setup/shipping-profiles/combined-shipping-rates). An origin
 * without any rate leaves nothing to choose: the group cannot be sent whole. Inferred.
 */
export function combineOrigins(ratesByOrigin: OfferedRate[][]): OfferedRate[] {
  const [first = [], ...others] = ratesByOrigin;
  if (others.length === 0) return first;
  const shared = namesOf(first).flatMap((title) => {
    const parts = ratesByOrigin.map((rates) => cheapest(rates.filter((rate) => rate.title === title)));
    return parts.every((part) => part !== null) ? [addUp(parts)] : [];
  });
  if (shared.length > 0) return shared;
  const parts = ratesByOrigin.map(cheapest);
  if (!parts.every((part) => part !== null)) return [];
  return [{ ...addUp(parts), title: 'Shipping', code: 'Shipping', description: '', metafields: [] }];
}

/**
 * One rate in place of several of one name. Shopify does not document the code, window and metafields of a sum. Inferred: those
 * of the first origin, and the window that holds all windows, or none when one origin gave none.
 */
function addUp(parts: OfferedRate[]): OfferedRate {
  const [first] = parts;
  if (!first) throw new Error('a sum needs at least one rate');
  return {
    ...first,
    price: parts.reduce((sum, { price }) => sum + price, 0),
    minDeliveryDate: extreme(
      parts.map((part) => part.minDeliveryDate),
      (one, other) => one < other,
    ),
    maxDeliveryDate: extreme(
      parts.map((part) => part.maxDeliveryDate),
      (one, other) => one > other,
    ),
  };
}

function extreme(dates: (string | null)[], isBeyond: (one: number, other: number) => boolean): string | null {
  return dates.reduce((kept, date) => {
    if (kept === null || date === null) return null;
    return isBeyond(Date.parse(date), Date.parse(kept)) ? date : kept;
  });
}

function namesOf(rates: OfferedRate[]): string[] {
  return [...new Set(rates.map(({ title }) => title))];
}

function cheapest(rates: OfferedRate[]): OfferedRate | null {
  return rates.reduce<OfferedRate | null>(
    (kept, rate) => (kept && kept.price <= rate.price ? kept : rate),
    null,
  );
}
