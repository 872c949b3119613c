import type { PostalAddress } from '../../store/types.ts';
import type { Presented } from '../call.ts';

/** `DateTime` of the API: UTC, to the second. */
export function dateTime(at: Date): string {
  return `${at.toISOString().slice(0, 19)}Z`;
}

export function dateTimeOrNull(at: Date | null): string | null {
  return at && dateTime(at);
}

/** Amounts of `MoneyV2` are decimals with no zero too many, but for the first: `4.9`, `10.0`. */
export function moneyV2(hundredths: number, currencyCode: string): Presented {
  return { amount: (hundredths / 100).toFixed(2).replace(/0$/, ''), currencyCode };
}

export function moneyBag(hundredths: number, currencyCode: string): Presented {
  const money = moneyV2(hundredths, currencyCode);
  // A buyer of the simulated shop pays in its own currency.
  return { shopMoney: money, presentmentMoney: money };
}

const countryNames = new Intl.DisplayNames('en', { type: 'region' });

export function mailingAddress(address: PostalAddress): Presented {
  const { country, province, zip, city, address1, address2, firstName, lastName, phone, company } = address;
  return {
    country: countryNames.of(country),
    countryCode: country,
    countryCodeV2: country,
    provinceCode: province ?? null,
    // Shopify shows the name of the province; the simulator knows its code only.
    province: province ?? null,
    zip: zip ?? null,
    city: city ?? null,
    address1: address1 ?? null,
    address2: address2 ?? null,
    firstName: firstName ?? null,
    lastName: lastName ?? null,
    name: [firstName, lastName].filter(Boolean).join(' ') || null,
    company: company ?? null,
    phone: phone ?? null,
    latitude: address.latitude ?? null,
    longitude: address.longitude ?? null,
  };
}

export function countryName(code: string): string | undefined {
  return countryNames.of(code);
}

const languageNames = new Intl.DisplayNames('en', { type: 'language' });

export function languageName(locale: string): string | undefined {
  return languageNames.of(locale);
}
