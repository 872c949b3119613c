/**
 * The carrier services that this app registered. Creating one only registers it: from API version 2026-10 Shopify adds nothing
 * to a delivery profile (https://shopify.dev/changelog/carrier-services-will-no-longer-be-automatically-added-to-the-default-shipping-profile).
 */
export const CARRIER_SERVICES = `#graphql
  query CarrierServices($after: String) {
    carrierServices(first: 50, after: $after) {
      nodes {
        id
        name
        active
        callbackUrl
        supportsServiceDiscovery
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;

export const CARRIER_SERVICE_CREATE = `#graphql
  mutation CarrierServiceCreate($input: DeliveryCarrierServiceCreateInput!) {
    carrierServiceCreate(input: $input) {
      carrierService {
        id
        callbackUrl
      }
      userErrors {
        field
        message
        code
      }
    }
  }
`;

export const CARRIER_SERVICE_UPDATE = `#graphql
  mutation CarrierServiceUpdate($input: DeliveryCarrierServiceUpdateInput!) {
    carrierServiceUpdate(input: $input) {
      carrierService {
        id
        callbackUrl
      }
      userErrors {
        field
        message
        code
      }
    }
  }
`;

export const CARRIER_SERVICE_DELETE = `#graphql
  mutation CarrierServiceDelete($id: ID!) {
    carrierServiceDelete(id: $id) {
      deletedId
      userErrors {
        field
        message
        code
      }
    }
  }
`;
