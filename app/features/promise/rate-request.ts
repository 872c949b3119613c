import { z } from 'zod';

/** A place as Shopify names it in a rate request. Only the country can be relied on. */
export interface Place {
  country: string;
  region: string | null;
  zip: string | null;
  city: string | null;
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

/** Texts and numbers alike as text; nothing, or only white space, as null. PostgreSQL stores neither NUL nor half a character. */
const text = z
  .union([z.string(), z.number()])
  .nullish()
  .catch(null)
  .transform(
    (value) =>
      String(value ?? '')
        .replaceAll('\0', '')
        .toWellFormed()
        .trim() || null,
  );

const coordinate = z
  .union([z.number(), z.string()])
  .nullish()
  .catch(null)
  .transform((value) => {
    const degrees = value === null || value === undefined || value === '' ? Number.NaN : Number(value);
    return Number.isFinite(degrees) ? degrees : null;
  });

/**
 * An amount in hundredths. Shopify sends integer hundredths, as a number or as text, for every currency, those without decimals
 * included; old payloads carried decimal text in major units
 * (https://shopify.dev/docs/api/admin-graphql/latest/objects/DeliveryCarrierService).
 */
const hundredths = z.union([z.number(), z.string()]).transform((value, context) => {
  const amount = Number(value);
  if (!Number.isFinite(amount) || value === '') {
    context.addIssue({ code: 'custom', message: 'Not an amount of money.' });
    return z.NEVER;
  }
  const isMajorUnits = typeof value === 'string' ? value.includes('.') : !Number.isInteger(value);
  return Math.round(isMajorUnits ? amount * 100 : amount);
});

const place = z
  .object({
    country: text,
    province: text,
    postal_code: text,
    city: text,
    latitude: coordinate,
    longitude: coordinate,
  })
  .transform((raw) => ({
    country: raw.country?.toUpperCase() ?? '',
    region: raw.province,
    zip: raw.postal_code,
    city: raw.city,
    latitude: raw.latitude,
    longitude: raw.longitude,
  }));

const line = z.object({
  name: text.transform((name) => name ?? ''),
  sku: text,
  quantity: z.union([z.number(), z.string().regex(/^\d+$/).transform(Number)]).pipe(z.int().min(0)),
  grams: z.coerce.number().min(0).catch(0),
  price: hundredths.catch(0),
  requires_shipping: z.boolean().catch(true),
  variant_id: text,
});

const payload = z.object({
  rate: z.object({
    origin: place.optional(),
    destination: place.refine(({ country }) => /^[A-Z]{2}$/.test(country), 'No country code.'),
    items: z.array(line),
    currency: z.string().regex(/^[A-Za-z]{3}$/, 'Not a currency code.'),
    locale: text,
    order_totals: z.object({ subtotal_price: hundredths }).nullish().catch(null),
  }),
});

const NOWHERE: Place = { country: '', region: null, zip: null, city: null, latitude: null, longitude: null };

/**
 * Shopify's rate request from its JSON, or what is wrong with it, by field. Liberal in what Shopify is seen to vary: totals as numbers
 * or text, absent origin, coordinates, locale or totals, properties of any shape.
 * Source: https://shopify.dev/docs/api/admin-graphql/latest/objects/DeliveryCarrierService and
 * https://community.shopify.dev/t/carrier-service-cart-payload-always-returns-stores-base-currency/32571
 */
export function parseRateRequest(json: unknown): { request: RateRequest } | { fault: string } {
  const parsed = payload.safeParse(json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return { fault: issue ? `${issue.path.join('.')}: ${issue.message}` : 'Not a rate request.' };
  }
  const { rate } = parsed.data;
  const lines = rate.items.map((item) => ({
    sku: item.sku,
    variantId: item.variant_id,
    name: item.name,
    quantity: item.quantity,
    grams: item.grams,
    unitPrice: item.price,
    requiresShipping: item.requires_shipping,
  }));
  const sumOfLines = lines.reduce((sum, each) => sum + each.unitPrice * each.quantity, 0);
  return {
    request: {
      origin: rate.origin ?? NOWHERE,
      destination: rate.destination,
      lines,
      currency: rate.currency.toUpperCase(),
      locale: rate.locale,
      // The subtotal is after discounts and before shipping. Inferred from the order's field of that name.
      basketTotal: rate.order_totals?.subtotal_price ?? sumOfLines,
    },
  };
}
