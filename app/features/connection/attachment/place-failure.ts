import type { ShopifyError } from '#app/gateways/shopify/errors.ts';
import type { AttachmentPlace, PlaceFailure } from './types.ts';

type Named = Pick<AttachmentPlace, 'id' | 'name'>;

export function placeUnknown(placeId: string): PlaceFailure {
  const message =
    'One of the places you chose is no longer in Shopify. Nothing changed for shoppers. Choose again from the list as it is now.';
  return { placeId, placeName: null, code: 'place_unknown', retryable: false, message };
}

/** Why attaching to a place is left alone, by its state; null where nothing forbids it. */
export function placeForbids(place: AttachmentPlace): PlaceFailure | null {
  if (place.state === 'inherited') {
    return failure(
      place,
      'place_inherits_shipping',
      `“${place.name}” takes its shipping from its parent market. Attach the rates to the parent: shoppers in “${place.name}” then see them too, and lose none of the options they have.`,
    );
  }
  if (place.state === 'shipping_off') {
    return failure(
      place,
      'place_shipping_off',
      `Shipping is switched off in “${place.name}”, so shoppers there see no rate at all. Switch it on in Settings > Markets, then attach the rates.`,
    );
  }
  return null;
}

/** Shopify refused with `userErrors`. What they say of a plan is not documented, so the words are searched for it. */
export function placeRefused(place: Named, errors: readonly { message: string }[]): PlaceFailure {
  const said = errors.map(({ message }) => message).join(' ');
  if (/carrier[ -]calculated|\bplan\b/i.test(said)) {
    return failure(
      place,
      'plan_without_carrier_rates',
      `The rates were not attached to “${place.name}”, so shoppers there do not see them. Your Shopify plan has no carrier-calculated shipping: it needs the Advanced plan or a higher one, or the Grow plan paid yearly or with the carrier-calculated shipping add-on. Shopify said: “${said}”`,
      said,
    );
  }
  return failure(
    place,
    'place_refused',
    `“${place.name}” was not changed, so shoppers there see what they saw before. Shopify said: “${said}” Change it by hand in the Shopify admin, or try again after reloading the page.`,
    said,
  );
}

/** There was no answer, so it is not known whether the change was made, unless the place itself tells. */
export function placeUnanswered(place: Named, { code, retryable, message }: ShopifyError): PlaceFailure {
  const { id: placeId, name: placeName } = place;
  if (!retryable) return { placeId, placeName, code, retryable, message };
  return {
    placeId,
    placeName,
    code,
    retryable,
    message: `“${placeName}” was not changed: Shopify gave no answer. Shoppers there see what they saw before. Try again; nothing is added twice.`,
  };
}

/** Shopify took the change and nothing came of it, as it does for delivery profiles on a shop that has moved to market-driven shipping. */
export function changeWithoutEffect(place: Named): PlaceFailure {
  return failure(
    place,
    'change_without_effect',
    `Shopify accepted the change in “${place.name}”, but it is as it was, and so is what shoppers see. Reload the page and try again; if that does not help, change it by hand in the Shopify admin.`,
  );
}

function failure(
  { id, name }: Named,
  code: PlaceFailure['code'],
  message: string,
  shopifySaid?: string,
): PlaceFailure {
  return { placeId: id, placeName: name, code, retryable: false, message, shopifySaid };
}
