import { err, ok, type Result } from 'neverthrow';
import type { ObstacleKey, Severity } from '#app/features/obstacles/index.ts';
import type { AdminClient } from '#app/gateways/shopify/admin-client.ts';
import { withLock } from '#app/platform/database/lock.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { callbackUrl, carrierTokenContext } from '#app/features/carrier-service/callback-address.ts';
import { ensureCarrierService } from '#app/features/carrier-service/ensure-carrier-service.ts';
import type { ConnectionDependencies } from '#app/features/onestock-account/dependencies.ts';
import { ensureMetafieldDefinitions } from './metafield-definitions.ts';
import type { PreparationError } from './preparation-error.ts';
import { CARRIER_SERVICE, type PREPARED_SOURCES, SHOP } from '#app/features/onestock-account/shape.ts';
import { refreshShopFacts } from './shop-facts.ts';

type Step = (admin: AdminClient) => Promise<Result<unknown, PreparationError>>;

interface Area extends ObstacleKey {
  source: (typeof PREPARED_SOURCES)[number];
  severity: Severity;
}

const ACCESS: Area = { subject: SHOP, source: 'shopify_access', severity: 'critical' };
const FACTS: Area = { subject: SHOP, source: 'shop_facts', severity: 'warning' };
const DEFINITIONS: Area = { subject: SHOP, source: 'metafield_definitions', severity: 'warning' };
const REGISTRATION: Area = { subject: CARRIER_SERVICE, source: 'carrier_service', severity: 'critical' };

/**
 * Brings everything that the app needs in the shop up to date: its facts, the order metafield definitions, the carrier service.
 * What fails becomes an obstacle of its own source, and what works clears it. May run again at any time, and twice at once.
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
    [REGISTRATION, (client) => registerCarrierService(dependencies, client, shop)],
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
  { obstacles }: ConnectionDependencies,
  shop: ShopDomain,
  { subject, source, severity }: Area,
  outcome: Result<unknown, PreparationError>,
): Promise<void> {
  if (outcome.isOk()) return obstacles.clear(shop, { subject, source });
  const { code, params } = outcome.error;
  const cause = { code, ...(params && { params }) };
  await obstacles.raise(shop, { subject, source, causes: [cause], severity, remedies: ['retry'] });
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
