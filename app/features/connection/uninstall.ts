import type { ShopDomain } from '#app/gateways/shopify/ids.ts';
import type { Database } from '#app/platform/database/client.ts';
import { notifyConfigurationChanged } from '#app/platform/database/listen.ts';

/**
 * Takes note that the shop uninstalled the app: its tokens are forgotten, and rate requests with its path token are refused.
 * Its settings stay until Shopify asks for their deletion, so that a merchant who comes back finds them.
 *
 * @param at when it was uninstalled. An uninstallation before the last grant of access is an old one, told late or told again
 *   to a shop that is back, and changes nothing.
 */
export async function uninstall({ prisma }: Database, shop: ShopDomain, at: Date): Promise<void> {
  await prisma.$transaction(async (transaction) => {
    const { count } = await transaction.shop.updateMany({
      where: { domain: shop, uninstalledAt: null, installedAt: { lte: at } },
      data: { uninstalledAt: at, preparedAt: null, carrierServiceId: null, carrierCallbackUrl: null },
    });
    if (count === 0) return;
    await transaction.session.deleteMany({ where: { shop } });
    await notifyConfigurationChanged(transaction, shop);
  });
}
