import { err, ok, type Result } from 'neverthrow';
import type { ObstacleKey, Severity } from '#app/features/obstacles/index.ts';
import { withLock } from '#app/platform/database/lock.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { ShopsDependencies } from './dependencies.ts';
import { ensureMetafieldDefinitions } from './metafield-definitions.ts';
import type { PreparationError, PreparationStep } from './preparation-step.ts';
import { SHOP, type ShopSource } from './shape.ts';
import { refreshShopFacts } from './shop-facts.ts';

/** What the preparation keeps the obstacle of a step by. */
interface Area extends ObstacleKey {
  severity: Severity;
}

const ACCESS = area('shopify_access', 'critical');

function area(source: ShopSource, severity: Severity): Area {
  return { subject: SHOP, source, severity };
}

/**
 * Brings everything that the app needs in the shop up to date: its facts, the order metafield definitions, and what other features have
 * given as steps. What fails becomes an obstacle of its own source, and what works clears it. May run again at any time, and twice at once.
 *
 * @returns nothing, also for a shop that has left; else the first failure, a retryable one before the others
 */
export async function prepareShop(
  dependencies: ShopsDependencies,
  shop: ShopDomain,
): Promise<Result<void, PreparationError>> {
  return withLock(dependencies.database.pool, `prepare-shop:${shop}`, () => prepare(dependencies, shop));
}

/** All steps in their order. */
export function preparationSteps({
  database,
  steps,
}: Pick<ShopsDependencies, 'database' | 'steps'>): PreparationStep[] {
  return [
    {
      ...area('shop_facts', 'warning'),
      prepare: (admin, shop) => refreshShopFacts(admin, database, shop),
    },
    { ...area('metafield_definitions', 'warning'), prepare: ensureMetafieldDefinitions },
    ...steps,
  ];
}

/** The sources of the obstacles that a preparation raises and clears. */
export function preparedSources(dependencies: Pick<ShopsDependencies, 'database' | 'steps'>): string[] {
  return [ACCESS, ...preparationSteps(dependencies)].map(({ source }) => source);
}

async function prepare(
  dependencies: ShopsDependencies,
  domain: ShopDomain,
): Promise<Result<void, PreparationError>> {
  const { database, adminClients, clock } = dependencies;
  const installed = await database.prisma.shop.count({ where: { domain, uninstalledAt: null } });
  if (installed === 0) return ok();
  const admin = await adminClients.forShop(domain);
  await note(dependencies, domain, ACCESS, admin);
  if (admin.isErr()) return err(admin.error);

  const failures: PreparationError[] = [];
  for (const step of preparationSteps(dependencies)) {
    const outcome = await step.prepare(admin.value, domain);
    await note(dependencies, domain, step, outcome);
    if (outcome.isErr()) failures.push(outcome.error);
  }
  const failure = failures.find(({ retryable }) => retryable) ?? failures[0];
  if (failure) return err(failure);
  await database.prisma.shop.updateMany({ where: { domain }, data: { preparedAt: clock.now() } });
  return ok();
}

async function note(
  { obstacles }: Pick<ShopsDependencies, 'obstacles'>,
  shop: ShopDomain,
  { subject, source, severity }: Area,
  outcome: Result<unknown, PreparationError>,
): Promise<void> {
  if (outcome.isOk()) return obstacles.clear(shop, { subject, source });
  const { code, params } = outcome.error;
  const cause = { code, ...(params && { params }) };
  await obstacles.raise(shop, { subject, source, causes: [cause], severity, remedies: ['retry'] });
}
