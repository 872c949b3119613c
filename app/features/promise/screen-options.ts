import type { DeliveryOption, Range } from '#app/features/delivery-options/index.ts';
import type { Store } from '#app/features/onestock-account/index.ts';
import type { Origin } from '#app/features/shops/index.ts';
import { chooseStores } from './choose-stores.ts';
import { normalisePostalCode } from './fingerprint.ts';
import type { Place, RateRequest } from './rate-request.ts';
import type { OptionTrace, ShopSnapshot } from './types.ts';

/** One rate that may be shown: an option, and for a collection one of its stores. */
export interface Candidate {
  option: DeliveryOption;
  store: Store | null;
  /** The rate's `service_code`: the option's handle, and for a collection `handle:endpoint_id`. */
  code: string;
}

export interface Screening {
  candidates: Candidate[];
  /** Options that the merchant's own rules keep out of this request, with the rule. */
  dropped: OptionTrace[];
  currencyMismatches: string[];
}

/** Which options the merchant's rules allow for this request, before OneStock is asked. Pure. */
export function screenOptions(snapshot: ShopSnapshot, request: RateRequest): Screening {
  const screening: Screening = { candidates: [], dropped: [], currencyMismatches: [] };
  const weightGrams = request.lines.reduce((sum, line) => sum + line.grams * line.quantity, 0);
  for (const option of snapshot.options) {
    const reason = refusalOf(option, request, weightGrams);
    const candidates = reason ? [] : candidatesOf(option, snapshot.stores, request.destination);
    screening.candidates.push(...candidates);
    if (candidates.length > 0) continue;
    screening.dropped.push({
      code: option.handle,
      handle: option.handle,
      kept: false,
      reason: reason ?? 'no_store_near',
      rung: 'none',
    });
    if (reason === 'currency_mismatch') screening.currencyMismatches.push(option.handle);
  }
  return screening;
}

/**
 * Whether a request is for the merchant's main stock. An origin that cannot be told apart counts as the main one: shipping that is asked
 * twice is seen and put right, shipping that is never asked is not.
 */
export function isMainOrigin(origin: Place, main: Origin | null): boolean {
  if (main === null || !origin.country) return true;
  if (origin.country !== main.country) return false;
  if (origin.zip && main.zip) return normalisePostalCode(origin.zip) === normalisePostalCode(main.zip);
  if (origin.city && main.city) return origin.city.toLowerCase() === main.city.toLowerCase();
  return true;
}

function refusalOf(option: DeliveryOption, request: RateRequest, weightGrams: number): string | null {
  // Before all else: Shopify always asks in the shop's own currency, so the option can be shown nowhere.
  if (option.currency !== request.currency) return 'currency_mismatch';
  if (!option.countries.includes(request.destination.country)) return 'country_not_served';
  if (!isWithin(option.basketTotal, request.basketTotal)) return 'basket_total_out_of_range';
  if (!isWithin(option.weightGrams, weightGrams)) return 'weight_out_of_range';
  return null;
}

function candidatesOf(option: DeliveryOption, stores: readonly Store[], destination: Place): Candidate[] {
  if (option.stores === null) return [{ option, store: null, code: option.handle }];
  return chooseStores(option.stores, stores, destination).map((store) => ({
    option,
    store,
    code: `${option.handle}:${store.endpointId}`,
  }));
}

function isWithin({ min, max }: Range, value: number): boolean {
  return (min === null || value >= min) && (max === null || value <= max);
}
