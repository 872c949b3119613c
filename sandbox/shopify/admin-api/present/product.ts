import { numericId } from '../../store/ids.ts';
import type { Product, Variant } from '../../store/types.ts';
import { type Call, notModelled, type Presented } from '../call.ts';
import { connection, type PageArguments } from '../connection.ts';
import { withMetafields } from './metafield.ts';

export function presentProduct(product: Product, call: Call): Presented {
  const { id, title, handle } = product;
  return {
    __typename: 'Product',
    id,
    legacyResourceId: numericId(id),
    title,
    handle,
    variants(args: PageArguments & { sortKey: string }) {
      const variants = call.store.variants.filter(({ productId }) => productId === id);
      if (args.sortKey !== 'POSITION') throw notModelled(`the sort key ${args.sortKey}`);
      return connection(variants, args, (variant) => presentVariant(variant, call));
    },
    ...withMetafields(id, call),
  };
}

export function presentVariant(variant: Variant, call: Call): Presented {
  const { id, sku, title, productTitle, price, grams, requiresShipping } = variant;
  return {
    __typename: 'ProductVariant',
    id,
    legacyResourceId: numericId(id),
    sku,
    title,
    displayName: `${productTitle} - ${title}`,
    price: (price / 100).toFixed(2),
    product() {
      const product = call.store.products.find((each) => each.id === variant.productId);
      return product && presentProduct(product, call);
    },
    inventoryItem: {
      sku,
      requiresShipping,
      measurement: { weight: { unit: 'GRAMS', value: grams } },
    },
    ...withMetafields(id, call),
  };
}
