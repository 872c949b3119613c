import { err, ok, Result } from 'neverthrow';
import { z } from 'zod';
import { addressShape } from '../address.ts';
import { numericId } from '../store/ids.ts';
import type { Store } from '../store/store.ts';
import type { Location, PostalAddress, Variant } from '../store/types.ts';
import type { CheckoutProblem } from './problem.ts';
import type { Cart, CartLine } from './types.ts';

/** A global id, or the number at its end. */
const id = z.union([z.string().min(1), z.number().int()]).transform(String);

const address = z.object(addressShape) satisfies z.ZodType<PostalAddress>;

const cartMetafields = z
  .array(z.strictObject({ namespace: z.string(), key: z.string(), type: z.string(), value: z.string() }))
  .default([]);

const lineRequest = z.strictObject({
  sku: z.string().optional(),
  variantId: id.optional(),
  quantity: z.number().int().positive().default(1),
  /** Global id, its number, or the location's name; the primary location when left out. */
  location: id.optional(),
});
type LineRequest = z.infer<typeof lineRequest>;

/** The body of `POST /_control/checkouts`. */
export const checkoutRequest = z.strictObject({
  lines: z.array(lineRequest).min(1),
  address,
  /** The buyer's language; the shop's primary one when left out. */
  locale: z.string().optional(),
  /** What the buyer sees prices in. Carriers are asked, and answer, in the shop's own currency whatever it is. */
  currency: z.string().length(3).optional(),
  email: z.string().nullish(),
  customer: z
    .object({ id: id.default('1'), tags: z.array(z.string()).default([]), email: z.string().nullish() })
    .nullish(),
  cartMetafields,
  useCache: z.boolean().default(true),
  splitGroups: z.boolean().default(false),
});
export type CheckoutRequest = z.infer<typeof checkoutRequest>;

/** The body of `POST /_control/checkouts/{id}/complete`. A cart with nothing to ship needs no handle. */
export const completionRequest = z.strictObject({
  handle: z.string().optional(),
  handles: z.array(z.strictObject({ group: z.string(), handle: z.string() })).optional(),
  cartMetafields,
});
export type CompletionRequest = z.infer<typeof completionRequest>;

/** Reads a body against its schema; `invalid_body` says in words what is wrong with it. */
export function parseBody<T>(schema: z.ZodType<T>, body: unknown): Result<T, CheckoutProblem> {
  const parsed = schema.safeParse(body);
  return parsed.success
    ? ok(parsed.data)
    : err({ code: 'invalid_body', message: z.prettifyError(parsed.error) });
}

/** The cart that a request asks for. Errors: `unknown_variant`, `unknown_location`. */
export function cartOf(store: Store, request: CheckoutRequest): Result<Cart, CheckoutProblem> {
  const { customer } = request;
  return Result.combine(request.lines.map((line) => lineOf(store, line))).map((lines) => ({
    lines,
    destination: request.address,
    locale: request.locale ?? store.shop.locales.find(({ primary }) => primary)?.locale ?? 'en',
    email: request.email ?? customer?.email ?? null,
    customer: customer ? { id: numericId(customer.id), tags: customer.tags } : null,
    metafields: request.cartMetafields,
  }));
}

function lineOf(store: Store, line: LineRequest): Result<CartLine, CheckoutProblem> {
  return findVariant(store, line).andThen((variant) =>
    findLocation(store, line.location).map((location) => ({ variant, quantity: line.quantity, location })),
  );
}

function findVariant(store: Store, { sku, variantId }: LineRequest): Result<Variant, CheckoutProblem> {
  const variant = store.variants.find((known) =>
    variantId === undefined ? sku !== undefined && known.sku === sku : isId(known.id, variantId),
  );
  if (variant) return ok(variant);
  return err({
    code: 'unknown_variant',
    message: `The shop sells no variant ${variantId ?? sku ?? '(none named)'}.`,
  });
}

function findLocation(store: Store, wanted: string | undefined): Result<Location, CheckoutProblem> {
  const location = store.locations.find((known) =>
    wanted === undefined ? known.isPrimary : known.name === wanted || isId(known.id, wanted),
  );
  if (location) return ok(location);
  return err({
    code: 'unknown_location',
    message: `The shop has no location ${wanted ?? 'that is its primary one'}.`,
  });
}

function isId(known: string, wanted: string): boolean {
  return known === wanted || String(numericId(known)) === wanted;
}
