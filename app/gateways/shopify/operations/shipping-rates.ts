/** The names of the merchant's own rates in the zones of one location group, the ones of carriers and apps left out. */
export const ZONE_RATES = `#graphql
  query ZoneRates($profileId: ID!, $locationGroupId: ID!, $after: String) {
    deliveryProfile(id: $profileId) {
      profileLocationGroups(locationGroupId: $locationGroupId) {
        locationGroupZones(first: 8, after: $after) {
          nodes {
            methodDefinitions(first: 40, type: MERCHANT) {
              nodes {
                name
              }
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
`;

/** The names of the merchant's own rates in one market. Those of carriers and apps have no name here. */
export const MARKET_RATES = `#graphql
  query MarketRates($id: ID!, $after: String) {
    market(id: $id) {
      delivery {
        shipping {
          optionDefinitions(first: 50, after: $after) {
            nodes {
              ... on DeliveryFlatRateOptionDefinition {
                name
              }
              ... on DeliveryValueBasedOptionDefinition {
                name
              }
              ... on DeliveryWeightBasedOptionDefinition {
                name
              }
            }
            pageInfo {
              hasNextPage
              endCursor
            }
          }
        }
      }
    }
  }
`;
