import { z } from 'zod';
import type { AskFailure } from './types.ts';

/** A place as Shopify names it in a rate request. Only the country can be relied on. */
export interface Place {
  /** ISO 3166-1 alpha-2. */
  country: string;
  region: string | null;
  zip: string | null;
  city: string | null;
  /** Degrees. Shopify sends them where it knows the address. */
  latitude: number | null;
  longitude: number | null;
}

export interface RequestedLine {
  sku: string | null;
  /** The number of Shopify's variant id; null for a custom line. */
  variantId: string | null;
  name: string;
  quantity: number;
  grams: number;
  /** A unit's price in hundredths. */
  unitPrice: number;
  requiresShipping: boolean;
  /** The fulfillment service that sends the line; null for the merchant's own stock. */
  otherService: string | null;
}

/** One question of Shopify's checkout: what can be delivered from `origin` to `destination`? */
export interface RateRequest {
  origin: Place;
  destination: Place;
  lines: RequestedLine[];
  currency: string;
  /** The buyer's language; null when Shopify named none. */
  locale: string | null;
  /** What the whole basket costs, in hundredths. */
  basketTotal: number;
}

/** Texts and numbers alike as text; anything else, and only white space, as null. PostgreSQL stores neither NUL nor half a character. */
function textOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return null;
  const trimmed = value.trim();
  if (trimmed === '') return null;
  return trimmed.includes('\0') || !trimmed.isWellFormed()
    ? trimmed.replaceAll('\0', '').toWellFormed() || null
    : trimmed;
}

function numberOf(value: unknown): number | null {
  if (typeof value !== 'number' && (typeof value !== 'string' || value.trim() === '')) return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}

/**
 * An amount in hundredths. Shopify sends integer hundredths, as a number or as text, for every currency, those without decimals
 * included; old payloads carried decimal text in major units
 * (https://shopify.dev/docs/api/admin-graphql/latest/objects/DeliveryCarrierService).
 */
function hundredthsOf(value: unknown): number | null {
  const amount = numberOf(value);
  if (amount === null) return null;
  const isMajorUnits = typeof value === 'string' ? value.includes('.') : !Number.isInteger(value);
  return Math.round(isMajorUnits ? amount * 100 : amount);
}

function placeOf(raw: Record<string, unknown>): Place {
  return {
    country: textOf(raw.country)?.toUpperCase() ?? '',
    region: textOf(raw.province),
    zip: textOf(raw.postal_code),
    city: textOf(raw.city),
    latitude: numberOf(raw.latitude),
    longitude: numberOf(raw.longitude),
  };
}

/**
 * The service that sends a line, where that is not the merchant. `manual` is the merchant's own, as in the payload documented at
 * https://shopify.dev/docs/api/admin-graphql/latest/objects/DeliveryCarrierService; that a line which names none is the merchant's
 * too, and that case does not matter, is inferred.
 */
function otherServiceOf(value: unknown): string | null {
  const service = textOf(value);
  return service?.toLowerCase() === 'manual' ? null : service;
}

function lineOf(raw: Record<string, unknown>): RequestedLine {
  return {
    sku: textOf(raw.sku),
    variantId: textOf(raw.variant_id),
    name: textOf(raw.name) ?? '',
    quantity: numberOf(raw.quantity) ?? Number.NaN,
    grams: Math.max(0, numberOf(raw.grams) ?? 0),
    unitPrice: hundredthsOf(raw.price) ?? 0,
    requiresShipping: raw.requires_shipping !== false,
    otherService: otherServiceOf(raw.fulfillment_service),
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const anyObject = z.custom<Record<string, unknown>>(isObject);

/** That something is no rate request. */
export type NoRateRequest = Extract<AskFailure, { code: 'not_a_rate_request' }>;

/** What a request cannot be answered without. The rest is read as far as it is there. */
const payload = z.object({
  rate: z.object({
    origin: anyObject.catch({}),
    destination: anyObject
      .transform(placeOf)
      .refine(({ country }) => /^[A-Z]{2}$/.test(country), { path: ['country'] }),
    items: z.array(z.unknown()),
    currency: z.string().regex(/^[A-Za-z]{3}$/),
    locale: z.unknown().optional().transform(textOf),
    order_totals: anyObject.catch({}),
  }),
});

/**
 * Shopify's rate request from its JSON, or the first field that cannot be read. Liberal in what Shopify is seen to vary: totals as numbers
 * or text, absent origin, coordinates, locale or totals, properties of any shape.
 * Source: https://shopify.dev/docs/api/admin-graphql/latest/objects/DeliveryCarrierService and
 * https://community.shopify.dev/t/carrier-service-cart-payload-always-returns-stores-base-currency/32571
 */
export function parseRateRequest(json: unknown): { request: RateRequest } | { fault: NoRateRequest } {
  const parsed = payload.safeParse(json);
  if (!parsed.success) return { fault: unreadableAt(...(parsed.error.issues[0]?.path ?? [])) };
  const { origin, destination, items, currency, locale, order_totals } = parsed.data.rate;
  const lines: RequestedLine[] = [];
  for (const [index, item] of items.entries()) {
    if (!isObject(item)) return { fault: unreadableAt('rate', 'items', index) };
    const line = lineOf(item);
    if (!Number.isInteger(line.quantity) || line.quantity < 0) {
      return { fault: unreadableAt('rate', 'items', index, 'quantity') };
    }
    lines.push(line);
  }
  return {
    request: {
      origin: placeOf(origin),
      destination,
      lines,
      currency: currency.toUpperCase(),
      locale,
      // The subtotal is after discounts and before shipping. Inferred from the order's field of that name.
      basketTotal: hundredthsOf(order_totals.subtotal_price) ?? sumOf(lines),
    },
  };
}

function unreadableAt(...path: PropertyKey[]): NoRateRequest {
  return { code: 'not_a_rate_request', params: { field: path.join('.') || '.' } };
}

function sumOf(lines: readonly RequestedLine[]): number {
  return lines.reduce((sum, { unitPrice, quantity }) => sum + unitPrice * quantity, 0);
}

/** Two requests have the same text only if they ask the same. NUL divides it, which no text of a request contains. */
export function textOfRequest({ origin, destination, lines, ...rest }: RateRequest): string {
  const { currency, locale, basketTotal } = rest;
  let text = `${placeText(origin)}\0${placeText(destination)}\0${currency}\0${locale ?? ''}\0${basketTotal}`;
  for (const { sku, variantId, name, quantity, grams, unitPrice, requiresShipping, otherService } of lines) {
    text += `\0${sku ?? ''}\0${variantId ?? ''}\0${name}\0${quantity}\0${grams}\0${unitPrice}\0${requiresShipping}\0${otherService ?? ''}`;
  }
  return text;
}

function placeText({ country, region, zip, city, latitude, longitude }: Place): string {
  return `${country}\0${region ?? ''}\0${zip ?? ''}\0${city ?? ''}\0${latitude}\0${longitude}`;
}
