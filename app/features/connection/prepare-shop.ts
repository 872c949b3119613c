import { err, ok, type Result } from 'neverthrow';
import type { Severity } from '#app/features/activity/index.ts';
import type { AdminClient } from '#app/gateways/shopify/admin-client.ts';
import { withLock } from '#app/platform/database/lock.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { callbackUrl, carrierTokenContext } from './carrier-callback.ts';
import { ensureCarrierService } from './carrier-service.ts';
import type { ConnectionDependencies } from './dependencies.ts';
import { ensureMetafieldDefinitions } from './metafield-definitions.ts';
import type { PreparationError } from './preparation-error.ts';
import { refreshShopFacts } from './shop-facts.ts';

type Step = (admin: AdminClient) => Promise<Result<unknown, PreparationError>>;

interface Area {
  /** The key of its problem. */
  key: string;
  /** What its failure means for shoppers. */
  consequence: string;
  severity: Severity;
}

const ACCESS: Area = {
  key: 'shopify_access',
  consequence: 'Orders placed meanwhile get their promise once it works again.',
  severity: 'critical',
};
const FACTS: Area = {
  key: 'shop_facts',
  consequence: 'Until then shoppers’ rates rest on the currency, time zone and languages known before.',
  severity: 'warning',
};
const DEFINITIONS: Area = {
  key: 'metafield_definitions',
  consequence: 'Shoppers see their delivery options, but the promise may not be written on their orders.',
  severity: 'warning',
};
const CARRIER_SERVICE: Area = {
  key: 'carrier_service',
  consequence: 'Until then shoppers may see no delivery options of OneStock at checkout.',
  severity: 'critical',
};

/**
 * Brings everything that the app needs in the shop up to date: its facts, the order metafield definitions, the carrier service.
 * What fails becomes a problem under its own key, and what works clears it. May run again at any time, and twice at once.
 *
 * @returns nothing, also for a shop that has left; else the first failure, a retryable one before the others
 */
export async function prepareShop(
  dependencies: ConnectionDependencies,
  shop: ShopDomain,
): Promise<Result<void, PreparationError>> {
  return withLock(dependencies.database.pool, `prepare-shop:${shop}`, () => prepare(dependencies, shop));
}

async function prepare(
  dependencies: ConnectionDependencies,
  domain: ShopDomain,
): Promise<Result<void, PreparationError>> {
  const { database, adminClients, clock } = dependencies;
  const shop = await database.prisma.shop.findUnique({ where: { domain, uninstalledAt: null } });
  if (!shop) return ok();
  const admin = await adminClients.forShop(domain);
  await note(dependencies, domain, ACCESS, admin);
  if (admin.isErr()) return err(admin.error);

  const steps: [Area, Step][] = [
    [FACTS, (client) => refreshShopFacts(client, database, domain)],
    [DEFINITIONS, ensureMetafieldDefinitions],
    [CARRIER_SERVICE, (client) => registerCarrierService(dependencies, client, shop)],
  ];
  const failures: PreparationError[] = [];
  for (const [area, step] of steps) {
    const outcome = await step(admin.value);
    await note(dependencies, domain, area, outcome);
    if (outcome.isErr()) failures.push(outcome.error);
  }
  const failure = failures.find(({ retryable }) => retryable) ?? failures[0];
  if (failure) return err(failure);
  await database.prisma.shop.updateMany({ where: { domain }, data: { preparedAt: clock.now() } });
  return ok();
}

async function note(
  { problems }: ConnectionDependencies,
  shop: ShopDomain,
  { key, severity, consequence }: Area,
  outcome: Result<unknown, PreparationError>,
): Promise<void> {
  if (outcome.isOk()) return problems.clear(shop, key);
  const { code, message, params } = outcome.error;
  await problems.raise(shop, {
    key,
    severity,
    message: `${message} ${consequence}`,
    cause: { code, ...(params && { params }) },
  });
}

async function registerCarrierService(
  { database, sealer, appUrl }: ConnectionDependencies,
  admin: AdminClient,
  shop: { domain: string; carrierToken: string; carrierServiceId: string | null },
): Promise<Result<void, PreparationError>> {
  const domain = shop.domain as ShopDomain;
  const token = sealer.open(shop.carrierToken, carrierTokenContext(domain));
  const registered = await ensureCarrierService(admin, { appUrl, token, storedId: shop.carrierServiceId });
  if (registered.isErr()) return err(registered.error);
  await database.prisma.shop.updateMany({
    where: { domain },
    data: { carrierServiceId: registered.value, carrierCallbackUrl: callbackUrl(appUrl, token) },
  });
  return ok();
}
