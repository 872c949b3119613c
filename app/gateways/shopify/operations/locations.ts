export const LOCATIONS = `#graphql
  query Locations($after: String) {
    locations(first: 100, after: $after) {
      nodes {
        id
        name
        fulfillsOnlineOrders
        shipsInventory
        address {
          address1
          city
          zip
          provinceCode
          countryCode
          latitude
          longitude
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;

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
