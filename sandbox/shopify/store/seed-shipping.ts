import type { NextId } from './ids.ts';
import type { DeliveryProfile, DeliveryZone, Market } from './shipping.ts';
import type { Location, ShopFacts } from './types.ts';

const nearby = ['AT', 'BE', 'DE', 'ES', 'FR', 'IE', 'IT', 'LU', 'NL', 'PT'];
const international = ['AU', 'CA', 'CH', 'GB', 'JP', 'NO', 'US'];

const countryNames = new Intl.DisplayNames('en', { type: 'region' });

/**
 * The General profile as a shop in Europe has it: its own country, its neighbours, the United Kingdom, and the rest of the world. The one
 * rate of the merchant's own is switched off. No carrier is attached anywhere: that is left to the merchant, or to an app.
 */
export function seedDeliveryProfiles(
  shop: ShopFacts,
  locations: readonly Location[],
  nextId: NextId,
): DeliveryProfile[] {
  const zone = (name: string, codes: string[]): DeliveryZone => ({
    id: nextId('DeliveryZone'),
    name,
    countries: codes.map((code) => ({ id: nextId('DeliveryCountry'), code })),
    methods: [],
  });
  const home = zone(countryNames.of(shop.country) ?? shop.country, [shop.country]);
  home.methods.push({
    id: nextId('DeliveryMethodDefinition'),
    name: 'Standard',
    active: false,
    rateProvider: { kind: 'flat rate', id: nextId('DeliveryRateDefinition'), price: 590 },
  });
  const zones = [
    home,
    zone(
      'Europe',
      nearby.filter((code) => code !== shop.country),
    ),
    ...(shop.country === 'GB' ? [] : [zone('United Kingdom', ['GB'])]),
    zone('Rest of world', ['rest of world']),
  ];
  const locationIds = locations.map(({ id }) => id);
  const locationGroups = [{ id: nextId('DeliveryLocationGroup'), locationIds, zones }];
  return [{ id: nextId('DeliveryProfile'), name: 'General profile', isDefault: true, locationGroups }];
}

/** Three active markets with shipping of their own and no option in it. */
export function seedMarkets(shop: ShopFacts, nextId: NextId): Market[] {
  const market = (name: string, countries: string[]): Market => ({
    id: nextId('Market'),
    name,
    status: 'ACTIVE',
    countries,
    parentId: null,
    shipping: { isEnabled: true, options: [] },
  });
  const others = (countries: string[]) => countries.filter((code) => code !== shop.country);
  return [
    market(countryNames.of(shop.country) ?? shop.country, [shop.country]),
    market('Europe', others(nearby)),
    market('International', others(international)),
  ];
}
