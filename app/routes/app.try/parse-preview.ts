import { err, ok, type Result } from 'neverthrow';
import { z } from 'zod';
import type { PreviewLine, RatePreview } from '#app/features/promise/index.ts';
import { LINE_KINDS } from '#app/features/promise/shape.ts';
import type { FieldError } from '#app/ui/form/answer.ts';
import { type LineValues, MOST_LINES, PREVIEW_PARAMETER, type PreviewValues } from './preview-values.ts';

const text = z.string().max(200).catch('');

/** What is in the page's address may have been written by anybody: every text is there, and short. */
const valuesSchema: z.ZodType<PreviewValues> = z.object({
  lines: z
    .array(
      z.object({
        variantId: text,
        kind: z.enum(LINE_KINDS).catch('own'),
        name: text,
        sku: text,
        quantity: text,
        grams: text,
        price: text,
      }),
    )
    .max(MOST_LINES),
  country: text,
  zip: text,
  city: text,
  region: text,
  coordinates: text,
  locale: text,
  moment: text,
  mode: z.enum(['new', 'checkout']).catch('new'),
});

/** The form that the page's address holds; null when it holds none. */
export function readValues(request: Request): PreviewValues | null {
  const json = new URL(request.url).searchParams.get(PREVIEW_PARAMETER);
  if (json === null) return null;
  try {
    return valuesSchema.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}

const COORDINATES = /^(-?\d{1,2}(?:\.\d+)?)[,;\s]\s*(-?\d{1,3}(?:\.\d+)?)$/;
const localMoment = z.iso.datetime({ local: true });

/** What is to be tried, or what is to be corrected, by field. */
export function parsePreview(values: PreviewValues): Result<RatePreview, FieldError[]> {
  const errors: FieldError[] = [];
  const fault = (field: string, code: string) => {
    errors.push({ field, code });
  };

  const written = values.lines.map((line, index) => ({ line, index })).filter(({ line }) => !isBlank(line));
  if (written.length === 0) fault('lines.0.sku', 'basket_empty');
  const lines = written.map(({ line, index }) =>
    parseLine(line, (field, code) => fault(`lines.${index}.${field}`, code)),
  );
  const country = values.country.trim().toUpperCase();
  if (!/^[A-Z]{2}$/.test(country)) fault('country', 'country_missing');
  const [, latitude = '', longitude = ''] = COORDINATES.exec(values.coordinates.trim()) ?? [];
  const isOnEarth = Math.abs(Number(latitude)) <= 90 && Math.abs(Number(longitude)) <= 180;
  if (values.coordinates.trim() && (!latitude || !isOnEarth)) fault('coordinates', 'coordinates_invalid');
  if (values.moment && !localMoment.safeParse(values.moment).success) fault('moment', 'moment_invalid');

  if (errors.length > 0) return err(errors);
  return ok({
    lines,
    destination: {
      country,
      region: orNull(values.region),
      zip: orNull(values.zip),
      city: orNull(values.city),
      latitude: latitude ? Number(latitude) : null,
      longitude: latitude ? Number(longitude) : null,
    },
    locale: values.locale,
    moment: orNull(values.moment),
    mode: values.mode,
  });
}

function parseLine(
  { variantId, kind, sku, quantity, grams, price }: LineValues,
  fault: (field: keyof LineValues, code: string) => void,
): PreviewLine {
  const isPicked = /^gid:\/\/shopify\/ProductVariant\/\d{1,20}$/.test(variantId);
  const isCustom = kind === 'custom';
  if (!isCustom && !isPicked && !sku.trim()) fault('sku', 'sku_missing');
  if (!/^[1-9]\d{0,3}$/.test(quantity.trim())) fault('quantity', 'quantity_invalid');
  if (grams.trim() && !/^\d{1,7}$/.test(grams.trim())) fault('grams', 'grams_invalid');
  const amount = price.trim().replace(',', '.');
  if (amount && !/^\d{1,7}(\.\d{1,2})?$/.test(amount)) fault('price', 'price_invalid');
  return {
    kind,
    variantId: isPicked && !isCustom ? variantId : null,
    sku: isCustom ? null : orNull(sku),
    quantity: Number(quantity),
    grams: grams.trim() ? Number(grams) : null,
    unitPrice: amount ? Math.round(Number(amount) * 100) : null,
  };
}

/** A line that nothing was written into is one that was left over. */
function isBlank({ variantId, kind, sku, grams, price }: LineValues): boolean {
  return kind !== 'custom' && ![variantId, sku, grams, price].some((value) => value.trim());
}

function orNull(value: string): string | null {
  return value.trim() || null;
}
