import { err, ok, type Result } from 'neverthrow';
import type { ShippedVariantFragment } from '#app/gateways/shopify/admin.generated.ts';
import type { AdminClient } from '#app/gateways/shopify/admin-client.ts';
import type { ShopifyError } from '#app/gateways/shopify/errors.ts';
import { VARIANT_BY_SEARCH, VARIANTS_BY_ID } from '#app/gateways/shopify/operations/product-variants.ts';
import type { PreviewLine } from './types.ts';

/** What a rate request says of a variant. */
export interface PreviewVariant {
  /** Shopify's global ids. */
  id: string;
  productId: string;
  sku: string | null;
  name: string;
  grams: number;
  /** Hundredths. */
  unitPrice: number;
  requiresShipping: boolean;
}

/** https://shopify.dev/docs/api/admin-graphql/2026-10/enums/WeightUnit */
const GRAMS = { GRAMS: 1, KILOGRAMS: 1000, OUNCES: 28.349523125, POUNDS: 453.59237 };

/** The variant of each line, by its id where it was picked, else by its SKU; null for one that Shopify does not have. */
export async function readVariants(
  admin: AdminClient,
  lines: readonly Pick<PreviewLine, 'variantId' | 'sku'>[],
): Promise<Result<(PreviewVariant | null)[], ShopifyError>> {
  const [picked, searched] = await Promise.all([readPicked(admin, lines), readBySku(admin, lines)]);
  if (picked.isErr()) return err(picked.error);
  if (searched.isErr()) return err(searched.error);
  return ok(
    lines.map(
      ({ variantId, sku }) =>
        (variantId ? picked.value.get(variantId) : searched.value.get(skuKey(sku))) ?? null,
    ),
  );
}

async function readPicked(
  admin: AdminClient,
  lines: readonly Pick<PreviewLine, 'variantId'>[],
): Promise<Result<Map<string, PreviewVariant>, ShopifyError>> {
  const ids = [...new Set(lines.flatMap(({ variantId }) => variantId ?? []))];
  if (ids.length === 0) return ok(new Map());
  const answer = await admin.request(VARIANTS_BY_ID, { ids });
  return answer.map(({ nodes }) => {
    const variants = nodes.filter((node) => node !== null && 'sku' in node) as ShippedVariantFragment[];
    return new Map(variants.map((variant) => [variant.id, toVariant(variant)]));
  });
}

async function readBySku(
  admin: AdminClient,
  lines: readonly Pick<PreviewLine, 'variantId' | 'sku'>[],
): Promise<Result<Map<string, PreviewVariant>, ShopifyError>> {
  const skus = new Set(lines.flatMap(({ variantId, sku }) => (variantId ? [] : (sku ?? []))));
  const found = new Map<string, PreviewVariant>();
  const answers = await Promise.all(
    [...skus].map((sku) => admin.request(VARIANT_BY_SEARCH, { query: `sku:"${escaped(sku)}"` })),
  );
  for (const answer of answers) {
    if (answer.isErr()) return err(answer.error);
    const [variant] = answer.value.productVariants.nodes;
    if (variant) found.set(skuKey(variant.sku), toVariant(variant));
  }
  return ok(found);
}

/** A search for a SKU minds neither case nor, in the words of its value, what would end it. */
function skuKey(sku: string | null): string {
  return (sku ?? '').toLowerCase();
}

/** https://shopify.dev/docs/api/usage/search-syntax#special-characters */
function escaped(text: string): string {
  return text.replace(/["\\]/g, '\\$&');
}

function toVariant({
  id,
  sku,
  title,
  price,
  product,
  inventoryItem,
}: ShippedVariantFragment): PreviewVariant {
  const weight = inventoryItem.measurement.weight;
  return {
    id,
    productId: product.id,
    sku: sku?.trim() || null,
    name: title === 'Default Title' ? product.title : `${product.title} - ${title}`,
    grams: weight ? Math.round(weight.value * GRAMS[weight.unit]) : 0,
    unitPrice: Math.round(Number(price) * 100),
    requiresShipping: inventoryItem.requiresShipping,
  };
}
