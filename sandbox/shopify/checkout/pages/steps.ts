import type { Context } from 'hono';
import type { Result } from 'neverthrow';
import type { Store } from '../../store/store.ts';
import type { Checkouts } from '../checkouts.ts';
import type { CheckoutProblem } from '../problem.ts';
import { type CheckoutRequest, checkoutRequest, completionRequest } from '../requests.ts';
import type { Checkout } from '../types.ts';
import { putInBag, type Visit } from './visits.ts';

/** Text fields of a form. */
type Form = Partial<Record<string, string>>;

export async function formOf(context: Context): Promise<Form> {
  const fields = Object.entries(await context.req.parseBody());
  return Object.fromEntries(
    fields.filter((field): field is [string, string] => typeof field[1] === 'string'),
  );
}

/** Adds to the bag, or sets a line's quantity and location; an unknown variant changes nothing. */
export function changeBag(store: Store, visit: Visit, form: Form): void {
  const variant = store.variants.find(({ id }) => id === form.variantId);
  const known = visit.lines.find((line) => line.variant === variant);
  const location = store.locations.find(({ id, isPrimary }) =>
    form.location ? id === form.location : isPrimary,
  );
  if (!variant || !location) return;
  putInBag(visit, {
    variant,
    location: form.add && known ? known.location : location,
    quantity: quantityWanted(form, known?.quantity ?? 0),
  });
}

function quantityWanted(form: Form, current: number): number {
  if (form.remove) return 0;
  if (form.add) return current + 1;
  return Math.trunc(Number(form.quantity)) || 0;
}

/**
 * The checkout that answers for the visit as it is, opened when bag, address or language have changed since the last one; once its
 * order is placed it stays.
 * @param useCache false asks the carrier even for what Shopify remembers
 * @throws when the visit has no address yet
 */
export async function currentCheckout(
  checkouts: Checkouts,
  store: Store,
  visit: Visit,
  useCache = true,
): Promise<Checkout> {
  const known = visit.checkoutId === null ? null : checkouts.find(visit.checkoutId).unwrapOr(null);
  const isCurrent = useCache && known?.cart.locale === visit.language;
  if (known && (known.order || isCurrent)) return known;
  const opened = await checkouts.open(store, requestOf(visit, useCache));
  // Lines and locations come from the shop itself, so that nothing in them can be unknown.
  const checkout = opened._unsafeUnwrap();
  visit.checkoutId = checkout.id;
  return checkout;
}

/** Places the order with the rates that the delivery form names, a field for each group. */
export function placeOrder(
  checkouts: Checkouts,
  store: Store,
  checkout: Checkout,
  form: Form,
): Result<Checkout, CheckoutProblem> {
  const handles = checkout.groups.map(({ id }) => ({ group: id, handle: form[id] ?? '' }));
  return checkouts.complete(store, checkout.id, completionRequest.parse({ handles }));
}

function requestOf({ lines, contact, language, splitGroups }: Visit, useCache: boolean): CheckoutRequest {
  if (!contact) throw new Error('A checkout needs an address.');
  return checkoutRequest.parse({
    lines: lines.map(({ variant, quantity, location }) => ({
      variantId: variant.id,
      quantity,
      location: location.id,
    })),
    address: contact.address,
    email: contact.email,
    locale: language,
    useCache,
    splitGroups,
  });
}
