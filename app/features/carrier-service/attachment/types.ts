import type {
  DeliveryProfileUpdateMutationVariables,
  MarketUpdateMutationVariables,
} from '#app/gateways/shopify/admin.generated.ts';
import type { ShopifyErrorCode } from '#app/gateways/shopify/errors.ts';
import type { Cause } from '#app/platform/cause.ts';
import type { ATTACHMENT_CODES, PLACE_CODES } from './shape.ts';

/** What rates hang on: the zones of the merchant's delivery profiles, or markets on a shop with market-driven shipping. */
export type AttachmentMode = 'profiles' | 'markets';

export type AttachmentState =
  | 'attached'
  /** Only the services that were there when the rate was added are shown: a new delivery option stays hidden until the merchant ticks it. */
  | 'attached_hiding_new_services'
  | 'not_attached'
  /** A market that has the shipping of its parent market; attaching there counts here. */
  | 'inherited'
  /** A market whose shipping the merchant switched off: shoppers there see no rate of anybody. */
  | 'shipping_off';

/** A shipping zone or a market. */
export interface AttachmentPlace {
  /** The global id of the zone or market. */
  id: string;
  name: string;
  /** ISO 3166 codes. */
  countries: string[] | 'rest of world';
  state: AttachmentState;
  /** Of a zone. */
  profileName?: string;
  /** Of a zone: the names of the locations it ships from, three at most. */
  shipsFrom?: string[];
}

/** `missing`: not registered, or deleted since. `inactive`: registered, and switched off, as a plan without carrier rates does. */
export type CarrierServiceState = 'registered' | 'missing' | 'inactive';

/** Where shoppers are offered the app's rates. */
export interface Attachment {
  mode: AttachmentMode;
  carrierService: CarrierServiceState;
  places: AttachmentPlace[];
  /** The scopes that the merchant must grant before the app can read or change the places. */
  missingScopes: string[];
  /** Whether the app can change none of the places, so that only the merchant can, in the Shopify admin. */
  isByHandOnly: boolean;
}

/** Why nothing was read or changed. */
export interface AttachmentError extends Cause {
  code: ShopifyErrorCode | keyof typeof ATTACHMENT_CODES;
  retryable: boolean;
}

/** Why one place is not as it was asked to be. */
export interface PlaceFailure extends Cause {
  placeId: string;
  /** Null when the place is no longer there. */
  placeName: string | null;
  /** Those of a refusal have Shopify's own words as `said`. */
  code: ShopifyErrorCode | keyof typeof PLACE_CODES;
  retryable: boolean;
}

/** What came of attaching or detaching. */
export interface AttachmentOutcome {
  /** As Shopify tells it afterwards. */
  attachment: Attachment;
  /** One for each place that is not as asked; none when all went well. */
  failures: PlaceFailure[];
}

/** The attachment in numbers. Markets that inherit their shipping are counted with their parent. */
export interface AttachmentSummary {
  mode: AttachmentMode;
  carrierService: CarrierServiceState;
  /** Null when the app may not read the places. */
  coverage: { attached: number; hidingNewServices: number; total: number } | null;
}

/** One mutation that changes one place. */
export type PlaceChange =
  | { kind: 'zone'; variables: DeliveryProfileUpdateMutationVariables }
  | { kind: 'market'; variables: MarketUpdateMutationVariables };

/** A place with what it would take to change it; null where nothing is to be done. */
export interface Spot {
  place: AttachmentPlace;
  attaching: PlaceChange | null;
  detaching: PlaceChange | null;
}
