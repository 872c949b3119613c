/**
 * How the simulated shop ships: delivery profiles, and the markets that take their place on shops that have moved to market-driven
 * shipping (https://shopify.dev/docs/apps/build/orders-fulfillment/market-driven-shipping/upgrade-your-app).
 */

/** A set of rates for products that ship from groups of locations to zones. Every variant of a simulated shop is in the default one. */
export interface DeliveryProfile {
  id: string;
  name: string;
  isDefault: boolean;
  locationGroups: LocationGroup[];
}

export interface LocationGroup {
  id: string;
  locationIds: string[];
  zones: DeliveryZone[];
}

/**
 * Within a group of locations a country is in one zone only
 * (https://help.shopify.com/en/manual/shipping/setting-up-and-managing-your-shipping/setting-up-shipping-zones).
 */
export interface DeliveryZone {
  id: string;
  name: string;
  countries: { id: string; code: string | 'rest of world' }[];
  methods: MethodDefinition[];
}

export interface MethodDefinition {
  id: string;
  name: string;
  active: boolean;
  rateProvider: FlatRate | Participant;
}

/** The merchant's own price, in hundredths. */
export interface FlatRate {
  kind: 'flat rate';
  id: string;
  price: number;
}

/** A carrier's rates (https://shopify.dev/docs/api/admin-graphql/latest/objects/DeliveryParticipant). */
export interface Participant extends CarrierChoice {
  kind: 'participant';
  id: string;
}

/** Which services of a carrier are shown. */
export interface CarrierChoice {
  carrierServiceId: string;
  /** Whether services that `services` does not name are shown. */
  showsNewServices: boolean;
  services: { name: string; shown: boolean }[];
}

export interface Market {
  id: string;
  name: string;
  status: 'ACTIVE' | 'DRAFT';
  /** Country codes. */
  countries: string[];
  /** The market whose shipping this one has while it has none of its own. */
  parentId: string | null;
  shipping: MarketShipping | null;
}

/** https://shopify.dev/docs/api/admin-graphql/2026-10/objects/ShippingConfiguration */
export interface MarketShipping {
  isEnabled: boolean;
  options: CarrierOption[];
}

/** A carrier-calculated shipping option; it has one rate group (https://shopify.dev/docs/api/admin-graphql/2026-10/input-objects/DeliveryCarrierCalculatedOptionDefinitionCreateInput). */
export interface CarrierOption {
  id: string;
  isActive: boolean;
  currency: string;
  description: string | null;
  rateGroup: CarrierChoice & { id: string };
}
