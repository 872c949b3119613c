import { randomToken, sha256Hex } from '#app/platform/crypto/index.ts';
import { notifyConfigurationChanged } from '#app/platform/database/listen.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { carrierTokenContext } from '#app/features/carrier-service/callback-address.ts';
import type { ConnectionDependencies } from '#app/features/onestock-account/dependencies.ts';
import { startForShop, startWebhook } from '#app/features/onestock-account/start-runs.ts';

/**
 * Takes note that Shopify has granted the app access to the shop: at installation, at re-installation, and each time that a
 * page is opened after the token ran out. The shop is prepared by a run, which is there if and only if the shop is
 * here. What a shop set up before it uninstalled is still there, and so are its path token and its salt; its webhook in OneStock is made
 * anew.
 *
 * `installedAt` is the time of the last grant: it tells a late `app/uninstalled` from a new one.
 */
export async function install(dependencies: ConnectionDependencies, shop: ShopDomain): Promise<void> {
  const { database, sealer, clock, runs } = dependencies;
  const token = randomToken();
  const granted = { installedAt: clock.now(), uninstalledAt: null };
  await database.prisma.$transaction(async (transaction) => {
    const known = await transaction.shop.findUnique({ where: { domain: shop } });
    await transaction.shop.upsert({
      where: { domain: shop },
      create: {
        domain: shop,
        carrierTokenHash: sha256Hex(token),
        carrierToken: sealer.seal(token, carrierTokenContext(shop)),
        fingerprintSalt: randomToken(16),
        ...granted,
      },
      update: granted,
    });
    await startForShop(runs, 'prepare_shop', shop, transaction);
    if (known?.uninstalledAt) await startWebhook(runs, transaction, shop);
    await notifyConfigurationChanged(transaction, shop);
  });
}
