import type { PageServices } from '#app/load-context.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';

/** The option is called in `language` as a rate that the merchant has made in Shopify. */
export interface OwnRateWarning {
  code: 'same_as_own_rate';
  language: string;
  /** As Shopify has it. */
  name: string;
}

/** The names of the merchant's own rates, for a loader to stream: none where Shopify does not tell them. */
export async function readOwnRates(
  { carrierService }: Pick<PageServices, 'carrierService'>,
  shop: ShopDomain,
): Promise<string[]> {
  return (await carrierService.shippingRateNames(shop)).unwrapOr([]);
}

/** The rates of the merchant that shoppers could not tell from the option: of the same name but for spaces and capitals. */
export function ownRateWarnings(
  names: Readonly<Record<string, string>>,
  ownRates: readonly string[],
): OwnRateWarning[] {
  const rates = new Map(ownRates.map((rate) => [plain(rate), rate]));
  return Object.entries(names).flatMap(([language, name]): OwnRateWarning[] => {
    const rate = plain(name) === '' ? undefined : rates.get(plain(name));
    return rate === undefined ? [] : [{ code: 'same_as_own_rate', language, name: rate }];
  });
}

function plain(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}
