import type { AttachmentSummary } from '#app/features/carrier-service/index.ts';
import type { CarrierServiceSource } from '#app/features/carrier-service/shape.ts';
import type { AccountSource } from '#app/features/onestock-account/shape.ts';
import type { ShopSource } from '#app/features/shops/shape.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { HealthDependencies } from './dependencies.ts';
import { obstacleMessage } from './obstacle-message.ts';
import { setUpSteps } from './set-up-steps.ts';
import type { Readable, Setup } from './types.ts';

/**
 * How far the set-up of the shop is, from our own tables. Whether its rates are attached is Shopify's to say and stays `asking` unless it
 * is given. A shop that is not known yet has everything before it.
 */
export async function readSetup(
  { database, obstacles }: Pick<HealthDependencies, 'database' | 'obstacles'>,
  shop: ShopDomain,
  attachment: Readable<AttachmentSummary> | null = null,
): Promise<Setup> {
  const { prisma } = database;
  const [installed, options, counts, found] = await Promise.all([
    prisma.shop.findUnique({
      where: { domain: shop, uninstalledAt: null },
      select: {
        carrierServiceId: true,
        connection: { select: { checkedAt: true, salesChannel: true, salesChannels: true } },
      },
    }),
    prisma.deliveryOption.count({ where: { shop, active: true, archivedAt: null } }),
    prisma.answeredHour.aggregate({ where: { shop }, _sum: { answers: true, promised: true } }),
    obstacles.ofShop(shop),
  ]);
  const account = installed?.connection;
  const told = (...sources: (AccountSource | CarrierServiceSource | ShopSource)[]) =>
    found.map(obstacleMessage).find(({ source }) => sources.some((one) => one === source));
  return setUpSteps({
    account: account
      ? {
          isChecked: account.checkedAt !== null,
          hasSalesChannel:
            account.salesChannel !== null || Object.keys(account.salesChannels ?? {}).length > 0,
        }
      : null,
    accountObstacle: told('onestock_connection'),
    hasActiveOption: options > 0,
    isCarrierServiceRegistered: Boolean(installed?.carrierServiceId),
    registrationObstacle: told('carrier_service', 'shopify_access'),
    attachment,
    hasCallback: Boolean(counts._sum.answers),
    hasPromise: Boolean(counts._sum.promised),
  });
}
