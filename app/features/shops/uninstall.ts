import { notifyConfigurationChanged } from '#app/platform/database/listen.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { ShopsDependencies } from './dependencies.ts';

/**
 * Takes note that the shop uninstalled the app: its tokens are forgotten, rate requests with its path token are refused, and then other
 * features give up what they have for it outside, for which nothing else waits. Its settings, the OneStock account among
 * them, stay until Shopify asks for their deletion, so that a merchant who comes back finds them.
 *
 * @param at when it was uninstalled. An uninstallation before the last grant of access is an old one, told late or told again
 *   to a shop that is back, and changes nothing.
 */
export async function uninstall(
  dependencies: Pick<ShopsDependencies, 'database' | 'whenLeft'>,
  shop: ShopDomain,
  at: Date,
): Promise<void> {
  const hasLeft = await dependencies.database.prisma.$transaction(async (transaction) => {
    const { count } = await transaction.shop.updateMany({
      where: { domain: shop, uninstalledAt: null, installedAt: { lte: at } },
      data: { uninstalledAt: at, preparedAt: null, carrierServiceId: null, carrierCallbackUrl: null },
    });
    if (count === 0) return false;
    await transaction.session.deleteMany({ where: { shop } });
    await notifyConfigurationChanged(transaction, shop);
    return true;
  });
  if (hasLeft) await dependencies.whenLeft(shop);
}
