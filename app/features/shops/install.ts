import { randomToken } from '#app/platform/crypto/index.ts';
import { notifyConfigurationChanged } from '#app/platform/database/listen.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { ShopsDependencies } from './dependencies.ts';
import { PREPARE_SHOP } from './shape.ts';

/**
 * Takes note that Shopify has granted the app access to the shop: at installation, at re-installation, and each time that a
 * page is opened after the token ran out. The shop is prepared by a run, which is there if and only if the shop is
 * here. What a shop set up before it uninstalled is still there, and so are its path token and its salt; what other features
 * gave up when it left is taken up again.
 *
 * `installedAt` is the time of the last grant: it tells a late `app/uninstalled` from a new one.
 */
export async function install(dependencies: ShopsDependencies, shop: ShopDomain): Promise<void> {
  const { database, clock, runs } = dependencies;
  const granted = { installedAt: clock.now(), uninstalledAt: null };
  await database.prisma.$transaction(async (transaction) => {
    const known = await transaction.shop.findUnique({ where: { domain: shop } });
    await transaction.shop.upsert({
      where: { domain: shop },
      create: {
        domain: shop,
        ...dependencies.newToken(shop),
        fingerprintSalt: randomToken(16),
        ...granted,
      },
      update: granted,
    });
    await runs.start({ shop, kind: PREPARE_SHOP, by: 'event' }, transaction);
    if (known?.uninstalledAt) await dependencies.whenBack(transaction, shop);
    await notifyConfigurationChanged(transaction, shop);
  });
}
