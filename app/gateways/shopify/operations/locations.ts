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

/** The active locations; legacy ones of fulfillment services are not among them. */
export const LOCATIONS = `#graphql
  query Locations($after: String) {
    locations(first: 100, after: $after, sortKey: NAME) {
      nodes {
        id
        name
        fulfillsOnlineOrders
        isFulfillmentService
        address {
          city
          countryCode
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;
