import type { Call, Presented } from '../call.ts';
import { withMetafields } from './metafield.ts';
import { countryName, languageName } from './values.ts';

export function presentShop(call: Call): Presented {
  const { shop } = call.store;
  const address = {
    countryCodeV2: shop.country,
    countryCode: shop.country,
    country: countryName(shop.country),
  };
  return {
    __typename: 'Shop',
    id: shop.id,
    name: shop.name,
    myshopifyDomain: shop.domain,
    url: `https://${shop.domain}`,
    currencyCode: shop.currency,
    ianaTimezone: shop.timezone,
    billingAddress: address,
    shopAddress: address,
    plan: {
      publicDisplayName: shop.plan,
      displayName: shop.plan,
      partnerDevelopment: false,
      shopifyPlus: shop.plan === 'Plus',
    },
    features: { marketDrivenShipping: call.settings.marketDrivenShipping ?? shop.marketDrivenShipping },
    ...withMetafields(shop.id, call),
  };
}

/** Every locale of the simulated shop is published. */
export function presentLocales({ store }: Call): Presented[] {
  return store.shop.locales.map(({ locale, primary }) => ({
    locale,
    name: languageName(locale),
    primary,
    published: true,
  }));
}
