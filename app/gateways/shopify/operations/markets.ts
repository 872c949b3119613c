/** Markets of countries, which the optional scope `read_markets` opens (https://shopify.dev/docs/api/admin-graphql/2026-10/queries/markets). */
export const MARKETS = `#graphql
  query Markets($after: String) {
    markets(first: 100, after: $after, type: REGION) {
      nodes {
        id
        name
        status
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;

/**
 * The countries of a market and its shipping options; no `shipping` means that the market has its parent's
 * (https://shopify.dev/docs/api/admin-graphql/2026-10/objects/MarketDeliveryConfigurations). A carrier-calculated option has one rate group.
 */
export const MARKET_SHIPPING = `#graphql
  query MarketShipping($id: ID!, $after: String) {
    market(id: $id) {
      conditions {
        regionsCondition {
          applicationLevel
          regions(first: 250) {
            nodes {
              ... on MarketRegionCountry {
                code
              }
              ... on MarketRegionSubdivision {
                country {
                  code
                }
              }
            }
          }
        }
      }
      delivery {
        shipping {
          isEnabled
          optionDefinitions(first: 50, after: $after) {
            nodes {
              id
              isActive
              ... on DeliveryCarrierCalculatedOptionDefinition {
                rateGroups(first: 1) {
                  nodes {
                    id
                    autoIncludeNewServices
                    carrierService {
                      id
                    }
                  }
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
  }
`;

export const MARKET_UPDATE = `#graphql
  mutation MarketUpdate($id: ID!, $input: MarketUpdateInput!) {
    marketUpdate(id: $id, input: $input) {
      userErrors {
        field
        message
        code
      }
    }
  }
`;
