import type { DeliveryOptions } from '#app/features/delivery-options/index.ts';
import type { OneStockAccounts } from '#app/features/onestock-account/index.ts';
import type { Shop } from '#app/features/shops/index.ts';
import type { ShopSnapshot } from './types.ts';

/** Where a shop's configuration is read from. */
export interface SnapshotSource {
  oneStockAccounts: Pick<OneStockAccounts, 'account' | 'stores'>;
  deliveryOptions: Pick<DeliveryOptions, 'list' | 'texts'>;
}

/** Everything of the shop that a rate request needs, as it is saved now. */
export async function readSnapshot(
  { oneStockAccounts, deliveryOptions }: SnapshotSource,
  shop: Shop,
): Promise<ShopSnapshot> {
  const [account, options, texts, stores] = await Promise.all([
    oneStockAccounts.account(shop.domain),
    deliveryOptions.list(shop.domain),
    deliveryOptions.texts(shop.domain),
    oneStockAccounts.stores(shop.domain),
  ]);
  return { shop, connection: account, options: options.filter(({ active }) => active), texts, stores };
}
