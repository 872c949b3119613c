/**
 * Facts of the shop that every page and every rate depends on. `shopLocales` asks for the scope `read_locales`
 * (https://shopify.dev/docs/api/admin-graphql/2026-10/queries/shopLocales).
 */
export const SHOP_FACTS = `#graphql
  query ShopFacts {
    shop {
      id
      name
      myshopifyDomain
      currencyCode
      ianaTimezone
      shopAddress {
        countryCodeV2
      }
    }
    shopLocales(published: true) {
      locale
      primary
    }
  }
`;
