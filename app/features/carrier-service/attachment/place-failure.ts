import type { ShopifyError } from '#app/gateways/shopify/errors.ts';
import type { CauseOf } from '#app/platform/cause.ts';
import type { PLACE_CODES } from './shape.ts';
import type { AttachmentPlace, PlaceFailure } from './types.ts';

type Named = Pick<AttachmentPlace, 'id' | 'name'>;

export function placeUnknown(placeId: string): PlaceFailure {
  return { placeId, placeName: null, code: 'place_unknown', retryable: false };
}

/** Why attaching to a place is left alone, by its state; null where nothing forbids it. */
export function placeForbids(place: AttachmentPlace): PlaceFailure | null {
  if (place.state === 'inherited') return failure(place, { code: 'place_inherits_shipping' });
  if (place.state === 'shipping_off') return failure(place, { code: 'place_shipping_off' });
  return null;
}

/** Shopify refused with `userErrors`. What they say of a plan is not documented, so the words are searched for it. */
export function placeRefused(place: Named, errors: readonly { message: string }[]): PlaceFailure {
  const said = errors.map(({ message }) => message).join(' ');
  const isOfPlan = /carrier[ -]calculated|\bplan\b/i.test(said);
  return failure(place, {
    code: isOfPlan ? 'plan_without_carrier_rates' : 'place_refused',
    params: { said },
  });
}

/** There was no answer, so it is not known whether the change was made, unless the place itself tells. */
export function placeUnanswered(place: Named, { code, retryable }: ShopifyError): PlaceFailure {
  return { placeId: place.id, placeName: place.name, code, retryable };
}

/** Shopify took the change and nothing came of it, as it does for delivery profiles on a shop that has moved to market-driven shipping. */
export function changeWithoutEffect(place: Named): PlaceFailure {
  return failure(place, { code: 'change_without_effect' });
}

function failure({ id, name }: Named, cause: CauseOf<typeof PLACE_CODES>): PlaceFailure {
  return { placeId: id, placeName: name, ...cause, retryable: false };
}
