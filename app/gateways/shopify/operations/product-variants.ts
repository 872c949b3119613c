/** What a rate request says of a variant. `inventoryItem` holds its weight (https://shopify.dev/docs/api/admin-graphql/2026-10/objects/InventoryItem). */
const SHIPPED_VARIANT = `#graphql
  fragment ShippedVariant on ProductVariant {
    id
    sku
    title
    price
    product {
      id
      title
    }
    inventoryItem {
      requiresShipping
      measurement {
        weight {
          unit
          value
        }
      }
    }
  }
` as const;

/** Variants by their ids; null in the place of one that does not exist (https://shopify.dev/docs/api/admin-graphql/2026-10/queries/nodes). */
export const VARIANTS_BY_ID = `#graphql
  query VariantsById($ids: [ID!]!) {
    nodes(ids: $ids) {
      ... on ProductVariant {
        ...ShippedVariant
      }
    }
  }
  ${SHIPPED_VARIANT}
` as const;

/** The first variant that a search finds, such as `sku:"A-1"` (https://shopify.dev/docs/api/admin-graphql/2026-10/queries/productVariants). */
export const VARIANT_BY_SEARCH = `#graphql
  query VariantBySearch($query: String!) {
    productVariants(first: 1, query: $query) {
      nodes {
        ...ShippedVariant
      }
    }
  }
  ${SHIPPED_VARIANT}
` as const;
