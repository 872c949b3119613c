import type { Handler } from 'hono';
import { z } from 'zod';

/** The Admin API of the simulated shop. */
export interface ShopifyAddress {
  url: string;
  shop: string;
  accessToken: string;
}

const askedSchema = z.object({ type: z.enum(['product', 'variant']), query: z.string() });

/** What the picker shows, in the shape that App Bridge hands to the app. One query may cost 1,000 points at most. */
const QUERIES = {
  product: `query ($query: String) { found: products(first: 40, query: $query) {
    nodes { id title handle variants(first: 20) { nodes { id title sku } } } } }`,
  variant: `query ($query: String) { found: productVariants(first: 50, query: $query) {
    nodes { id title displayName sku } } }`,
};

const answerSchema = z.object({
  data: z.object({ found: z.object({ nodes: z.array(z.record(z.string(), z.unknown())) }) }),
});

/** The resource picker's list (https://shopify.dev/docs/api/app-bridge-library/apis/resource-picker). */
export function createResources({ url, shop, accessToken }: ShopifyAddress): Handler {
  return async (c) => {
    const { type, query } = askedSchema.parse(await c.req.json());
    const answer = await fetch(`${url}/admin/api/2026-10/graphql.json`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'X-Shopify-Access-Token': accessToken,
        'X-Sandbox-Shop': shop,
      },
      body: JSON.stringify({ query: QUERIES[type], variables: { query } }),
    });
    const { data } = answerSchema.parse(await answer.json());
    return c.json(data.found.nodes.map(flattened));
  };
}

/** App Bridge gives variants as a list, not as a connection. */
function flattened(node: Record<string, unknown>): Record<string, unknown> {
  const variants = z.object({ nodes: z.array(z.unknown()) }).safeParse(node.variants);
  return variants.success ? { ...node, variants: variants.data.nodes } : node;
}
