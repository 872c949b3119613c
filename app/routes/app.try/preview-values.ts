import type { PreviewGrounds, PreviewMode } from '#app/features/promise/index.ts';
import type { LineKind } from '#app/features/promise/shape.ts';

/** A line of the tried basket as typed. */
export interface LineValues {
  /** Shopify's global id of a variant that was picked; '' for a line whose SKU is typed. */
  variantId: string;
  kind: LineKind;
  /** The name of a variant that was picked. */
  name: string;
  sku: string;
  quantity: string;
  /** '' for Shopify's own. */
  grams: string;
  /** Major units; '' for Shopify's own. */
  price: string;
}

/** The form as typed. It is also the page's address, so that a preview can be sent to somebody. */
export interface PreviewValues {
  lines: LineValues[];
  country: string;
  zip: string;
  city: string;
  region: string;
  /** `43.6045, 1.444`. */
  coordinates: string;
  locale: string;
  /** Local date and time; '' for now. */
  moment: string;
  mode: PreviewMode;
}

/** The parameter of the page's address that holds the form as JSON. */
export const PREVIEW_PARAMETER = 'preview';

export const MOST_LINES = 20;

export const EMPTY_LINE: LineValues = {
  variantId: '',
  kind: 'own',
  name: '',
  sku: '',
  quantity: '1',
  grams: '',
  price: '',
};

/** The form before anything is typed: in the shop's own country and first language. */
export function untouchedValues({ country, servedCountries, locales }: PreviewGrounds): PreviewValues {
  return {
    lines: [EMPTY_LINE],
    country: country ?? servedCountries[0] ?? '',
    zip: '',
    city: '',
    region: '',
    coordinates: '',
    locale: locales[0] ?? '',
    moment: '',
    mode: 'new',
  };
}

/** The address of the page that tries these values. */
export function searchOf(values: PreviewValues): string {
  return `?${new URLSearchParams({ [PREVIEW_PARAMETER]: JSON.stringify(values) })}`;
}
