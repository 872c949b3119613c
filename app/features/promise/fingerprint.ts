import { sha256Hex } from '#app/platform/crypto/index.ts';

/** A line of a basket or of an order. */
export interface FingerprintLine {
  /** The number of Shopify's variant id, as text; null for a custom line. */
  variantId: string | null;
  /** What a custom line is known by: Shopify gives it no variant, in the rate request as on the order. Inferred. */
  customTitle?: string;
  quantity: number;
}

/** Where a basket goes, as far as a fingerprint may know. */
export interface FingerprintDestination {
  /** ISO 3166-1 alpha-2. */
  country: string;
  zip: string | null;
  /** The code of the province or state. */
  region: string | null;
}

/** Enough of a SHA-256 to tell baskets apart: 128 bits. */
const FINGERPRINT_LENGTH = 32;

/**
 * The same text for the same basket, in whatever order and on however many lines its items come; it cannot be read back without the
 * shop's salt.
 *
 * @param lines the lines that need shipping: Shopify asks for rates for those alone
 */
export function basketFingerprint(lines: readonly FingerprintLine[], salt: string): string {
  const quantities = new Map<string, number>();
  for (const { variantId, customTitle, quantity } of lines) {
    const item = variantId === null ? `title:${customTitle?.trim() ?? ''}` : `variant:${variantId}`;
    quantities.set(item, (quantities.get(item) ?? 0) + quantity);
  }
  const items = [...quantities].filter(([, quantity]) => quantity !== 0);
  return fingerprint('basket', items.sort(byItem), salt);
}

/**
 * The same text for the same country and postal code; for the same region where there is no postal code. Of a ZIP+4 code the first five
 * digits count: a wallet tells no more before the shopper authorises it, and all nine on the order
 * (https://developer.apple.com/forums/thread/774842).
 */
export function destinationFingerprint(destination: FingerprintDestination, salt: string): string {
  const country = destination.country.toUpperCase();
  const code = normalisePostalCode(destination.zip);
  const zip = country === 'US' ? code.slice(0, 5) : code;
  const region = zip === '' ? (destination.region?.trim().toUpperCase() ?? '') : '';
  return fingerprint('destination', [country, zip, region], salt);
}

/** Letters and digits in upper case: `sw1a 1aa` and `SW1A1AA` are one postal code. Empty when there is none. */
export function normalisePostalCode(zip: string | null | undefined): string {
  return (zip ?? '')
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
}

/**
 * The postal area: coarse enough to be kept, and the same for a whole postal code as for what a wallet tells of it before the shopper
 * authorises it, which leaves out the last three characters in the United Kingdom and Canada
 * (https://developer.apple.com/forums/thread/774842). Empty when there is no postal code.
 */
export function postalPrefix(country: string, zip: string | null): string {
  const code = normalisePostalCode(zip);
  const area = country.toUpperCase();
  if (UNITED_KINGDOM.has(area)) return outwardCode(code);
  return code.slice(0, PREFIX_LENGTHS[area] ?? 2);
}

/** The United Kingdom and the Crown dependencies, which share its postal codes. */
const UNITED_KINGDOM: ReadonlySet<string> = new Set(['GB', 'GG', 'IM', 'JE']);

/** Canada: forward sortation area. Ireland: routing key. Netherlands: the four digits. United States: sectional center. */
const PREFIX_LENGTHS: Record<string, number> = { CA: 3, IE: 3, NL: 4, US: 3 };

/** A whole postal code ends with a digit and two letters; whatever comes before them, or comes alone, is the outward code. */
function outwardCode(code: string): string {
  return /^([A-Z]{1,2}\d[A-Z\d]?)\d[A-Z]{2}$/.exec(code)?.[1] ?? code.slice(0, 4);
}

function byItem([a]: [string, number], [b]: [string, number]): number {
  return a < b ? -1 : 1;
}

function fingerprint(kind: string, content: unknown, salt: string): string {
  return sha256Hex(JSON.stringify([kind, salt, content])).slice(0, FINGERPRINT_LENGTH);
}
