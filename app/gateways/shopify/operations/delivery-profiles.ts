/**
 * What decides where a rate is attached, and what the app may do about it. On a shop with `marketDrivenShipping` the merchant's delivery
 * profiles no longer count
 * (https://shopify.dev/changelog/merchant-owned-delivery-profile-apis-are-deprecated-for-market-driven-shipping).
 */
export const SHIPPING_MODE = `#graphql
  query ShippingMode {
    shop {
      currencyCode
      features {
        marketDrivenShipping
      }
    }
    currentAppInstallation {
      accessScopes {
        handle
      }
    }
  }
`;

export const CARRIER_SERVICE_STATE = `#graphql
  query CarrierServiceState($id: ID!) {
    carrierService(id: $id) {
      id
      active
    }
  }
`;

/** The merchant's own profiles. Their zones are asked for apart: all at once would cost more than one query may. */
export const DELIVERY_PROFILES = `#graphql
  query DeliveryProfiles($after: String) {
    deliveryProfiles(first: 50, after: $after, merchantOwnedOnly: true) {
      nodes {
        id
        name
        profileLocationGroups {
          locationGroup {
            id
            locations(first: 3) {
              nodes {
                name
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
`;

/** The zones of one location group with the carriers in them: at most 600 of the 1,000 points that a query may cost. */
export const DELIVERY_ZONES = `#graphql
  query DeliveryZones($profileId: ID!, $locationGroupId: ID!, $after: String) {
    deliveryProfile(id: $profileId) {
      profileLocationGroups(locationGroupId: $locationGroupId) {
        locationGroupZones(first: 8, after: $after) {
          nodes {
            zone {
              id
              name
              countries {
                code {
                  countryCode
                  restOfWorld
                }
              }
            }
            methodDefinitions(first: 20, type: PARTICIPANT) {
              nodes {
                id
                active
                rateProvider {
                  ... on DeliveryParticipant {
                    id
                    adaptToNewServicesFlag
                    carrierService {
                      id
                    }
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
`;

/** On a shop with `marketDrivenShipping` it succeeds and changes nothing, without a word. */
export const DELIVERY_PROFILE_UPDATE = `#graphql
  mutation DeliveryProfileUpdate($id: ID!, $profile: DeliveryProfileInput!) {
    deliveryProfileUpdate(id: $id, profile: $profile) {
      userErrors {
        field
        message
      }
    }
  }
`;
