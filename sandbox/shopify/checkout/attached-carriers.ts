import { carrierOf } from '../store/carrier-choice.ts';
import type { CarrierChoice, DeliveryZone, Market, MarketShipping } from '../store/shipping.ts';
import type { Store } from '../store/store.ts';
import type { CarrierService } from '../store/types.ts';
import type { OfferedRate } from './types.ts';

export interface AttachmentSettings {
  marketDrivenShipping: boolean | null;
  carrierCalculatedRates: boolean | null;
  participantServicesBy: 'name' | 'code';
}

/** What a shop offers from one location to one country, before any carrier is asked. */
export interface ShippingOffer {
  carriers: AttachedCarrier[];
  /** The merchant's own rates. */
  flatRates: OfferedRate[];
}

export interface AttachedCarrier {
  carrier: CarrierService;
  /** Whether the merchant's choice of services lets a rate through. */
  shows(rate: OfferedRate): boolean;
}

/**
 * The carriers that the merchant has attached for a destination, and the merchant's own rates there: by the zone of the delivery profile,
 * or by the market on a shop with market-driven shipping
 * (https://shopify.dev/docs/apps/build/orders-fulfillment/market-driven-shipping/upgrade-your-app). Registering a carrier service attaches
 * it nowhere
 * (https://shopify.dev/changelog/carrier-services-will-no-longer-be-automatically-added-to-the-default-shipping-profile). A carrier counts
 * when it is active and the plan has carrier-calculated rates; a shop that loses the plan loses them
 * (https://shopify.dev/docs/api/admin-graphql/latest/objects/DeliveryCarrierService). That a carrier attached twice is asked once is
 * inferred.
 */
export function shippingOffer(
  store: Store,
  settings: AttachmentSettings,
  locationId: string,
  country: string,
): ShippingOffer {
  const isMarketDriven = settings.marketDrivenShipping ?? store.shop.marketDrivenShipping;
  const zone = isMarketDriven ? undefined : zoneFor(store, locationId, country);
  const choices = isMarketDriven ? marketChoices(store, country) : zoneChoices(zone);
  const arePartOfPlan = settings.carrierCalculatedRates ?? store.shop.carrierCalculatedRates;
  return {
    carriers: arePartOfPlan ? carriersOf(choices, store, settings) : [],
    flatRates: zone ? flatRatesOf(zone, store) : [],
  };
}

/** A country is in one zone of a group; the rest of the world is what no other zone names. */
function zoneFor({ deliveryProfiles }: Store, locationId: string, country: string): DeliveryZone | undefined {
  const profile = deliveryProfiles.find(({ isDefault }) => isDefault);
  const group = profile?.locationGroups.find(({ locationIds }) => locationIds.includes(locationId));
  const naming = (code: string) =>
    group?.zones.find(({ countries }) => countries.some((each) => each.code === code));
  return naming(country) ?? naming('rest of world');
}

function zoneChoices(zone: DeliveryZone | undefined): CarrierChoice[] {
  const active = zone?.methods.filter((method) => method.active) ?? [];
  return active.flatMap(({ rateProvider }) => (rateProvider.kind === 'participant' ? [rateProvider] : []));
}

/** Of several markets with the country, the one of the fewest countries counts; inferred. */
function marketChoices({ markets }: Store, country: string): CarrierChoice[] {
  const [market] = markets
    .filter(({ status, countries }) => status === 'ACTIVE' && countries.includes(country))
    .toSorted((one, other) => one.countries.length - other.countries.length);
  const shipping = market && shippingOf(market, markets);
  if (!shipping?.isEnabled) return [];
  return shipping.options.filter(({ isActive }) => isActive).map(({ rateGroup }) => rateGroup);
}

/** A market without shipping of its own has its parent's (https://shopify.dev/docs/api/admin-graphql/2026-10/objects/MarketDeliveryConfigurations). */
function shippingOf({ shipping, parentId }: Market, markets: readonly Market[]): MarketShipping | null {
  const parent = markets.find(({ id }) => id === parentId);
  return shipping ?? (parent ? shippingOf(parent, markets) : null);
}

function carriersOf(
  choices: readonly CarrierChoice[],
  store: Store,
  { participantServicesBy: by }: AttachmentSettings,
): AttachedCarrier[] {
  const byCarrier = Map.groupBy(choices, ({ carrierServiceId }) => carrierServiceId);
  return [...byCarrier.values()].flatMap((ofCarrier) => {
    const carrier = ofCarrier[0] && carrierOf(ofCarrier[0], store);
    if (!carrier?.active) return [];
    const shows = (rate: OfferedRate) =>
      ofCarrier.some((choice) => lets(choice, by === 'name' ? rate.title : rate.code));
    return [{ carrier, shows }];
  });
}

function lets({ services, showsNewServices }: CarrierChoice, service: string): boolean {
  return services.find(({ name }) => name === service)?.shown ?? showsNewServices;
}

/** That the code of a merchant's own rate is its name is inferred. */
function flatRatesOf({ methods }: DeliveryZone, { shop }: Store): OfferedRate[] {
  return methods.flatMap(({ name, active, rateProvider }) => {
    if (!active || rateProvider.kind !== 'flat rate') return [];
    const unknown = { minDeliveryDate: null, maxDeliveryDate: null, metafields: [], carrierServiceId: null };
    return [
      {
        title: name,
        code: name,
        description: '',
        price: rateProvider.price,
        currency: shop.currency,
        ...unknown,
      },
    ];
  });
}
