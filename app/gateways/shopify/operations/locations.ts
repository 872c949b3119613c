/** Without an id, `location` is the shop's primary one (https://shopify.dev/docs/api/admin-graphql/2026-10/queries/location). */
export const PRIMARY_LOCATION = `#graphql
  query PrimaryLocation {
    location {
      address {
        countryCode
        zip
        city
      }
    }
  }
`;
