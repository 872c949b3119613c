import { CATALOGUE } from '#sandbox/catalogue.ts';
import type { Variant } from '../../store/types.ts';
import type { Language } from './texts.ts';

/** `4,90 €` of 490 hundredths of a euro. */
export function money(hundredths: number, currency: string, language: Language): string {
  return new Intl.NumberFormat(language, { style: 'currency', currency }).format(hundredths / 100);
}

/**
 * The days between which a parcel arrives, each read in the offset that the carrier gave it.
 * @returns null when the rate has no date
 */
export function deliveryWindow(
  rate: { minDeliveryDate: string | null; maxDeliveryDate: string | null },
  language: Language,
): string | null {
  const earliest = rate.minDeliveryDate ?? rate.maxDeliveryDate;
  const latest = rate.maxDeliveryDate ?? rate.minDeliveryDate;
  if (earliest === null || latest === null) return null;
  const format = new Intl.DateTimeFormat(language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });
  return format.formatRange(dayOf(earliest), dayOf(latest));
}

function dayOf(isoDateTime: string): Date {
  return new Date(`${isoDateTime.slice(0, 10)}T00:00:00Z`);
}

export function countryName(country: string, language: Language): string {
  return new Intl.DisplayNames(language, { type: 'region', fallback: 'code' }).of(country) ?? country;
}

const catalogue = new Map(CATALOGUE.map((entry) => [entry.sku, entry]));

/** A variant in the buyer's language, as the demo merchant has translated it. */
export function variantText(variant: Variant, language: Language): { product: string; choice: string } {
  const entry = catalogue.get(variant.sku ?? '');
  if (!entry)
    return { product: variant.productTitle, choice: variant.title === 'Default Title' ? '' : variant.title };
  return {
    product: entry.productTitle[language],
    choice: [entry.colour[language], entry.size].filter(Boolean).join(', '),
  };
}
