import type { NewOrderAddress, NewOrderCustomer } from '#app/gateways/onestock/index.ts';
import type { Address, ShopOrder } from './types.ts';

/** What clients of OneStock write where a customer has no last name (https://github.com/mbousquet-onestock). */
const NO_LAST_NAME = '-';

/** Who ordered: the names of the billing address, else of the shipping address. */
export function customerOf({ billingAddress, shippingAddress, email, phone }: ShopOrder): NewOrderCustomer {
  const named = [billingAddress, shippingAddress].find((address) => address?.firstName || address?.lastName);
  return {
    ...filled({
      first_name: named?.firstName,
      email,
      phone_number: phone ?? billingAddress?.phone ?? shippingAddress?.phone,
    }),
    last_name: named?.lastName?.trim() || NO_LAST_NAME,
  };
}

/**
 * An address in OneStock's keys, empty ones left out. Its regions know the country only, so the code of a state or province stands in what
 * an address may carry besides.
 */
export function writeAddress(address: Address, email: string | null): NewOrderAddress {
  const { lines, city, zip, province, country, coordinates } = address;
  return {
    lines,
    ...filled({ city, zip_code: zip }),
    ...(country && { regions: { country: { code: country.code, ...filled({ name: country.name }) } } }),
    ...(coordinates && { coordinates: { lat: coordinates.latitude, lon: coordinates.longitude } }),
    ...(province && { information: { province_code: province } }),
    contact: {
      ...filled({
        first_name: address.firstName,
        company_name: address.company,
        email,
        phone_number: address.phone,
      }),
      last_name: address.lastName?.trim() || NO_LAST_NAME,
    },
  };
}

type Filled<Texts> = { [Name in keyof Texts]?: string };

/** The texts that say something. */
function filled<Texts extends Record<string, string | null | undefined>>(texts: Texts): Filled<Texts> {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([name, text]) => (text?.trim() ? [[name, text.trim()]] : [])),
  ) as Filled<Texts>;
}
