import { err, ok, type Result } from 'neverthrow';
import type { Database } from '#app/platform/database/client.ts';
import type { Prisma } from '#app/platform/database/generated/client.ts';
import { notifyConfigurationChanged } from '#app/platform/database/listen.ts';
import { withLock } from '#app/platform/database/lock.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { keepObstacle } from '../check-account.ts';
import type { ConnectionDependencies } from '../dependencies.ts';
import { startWebhook } from '../shop-jobs.ts';
import { writeAccount } from '../write-account.ts';
import { faultsOf } from './check-configuration-input.ts';
import type { ConfigurationFault, ConfigurationInput, ConfigurationRefused } from './types.ts';
import { type VerifiedAccount, verifyAccount } from './verify-account.ts';

/**
 * Saves all of what a merchant configures, or nothing, if it is still the version that was edited. An account that differs from the one in
 * use is tried at OneStock first, which takes seconds, and is refused when no promise could be had by it; one whose policy withholds
 * something else is saved, and the obstacle `onestock_access` raised. Rate requests see the change at once.
 *
 * @returns an error with everything that is to be corrected, by field; with nothing to correct where somebody else saved meanwhile
 */
export async function saveConfiguration(
  dependencies: ConnectionDependencies,
  shop: ShopDomain,
  input: ConfigurationInput,
): Promise<Result<void, ConfigurationRefused>> {
  const { database, obstacles } = dependencies;
  const missed = await whyNotSaved(database, shop, input.version);
  if (missed) return err(missed);
  const verified = await verifyAccount(dependencies, shop, input.account);
  const faults = [
    ...(verified.isErr() ? verified.error : []),
    ...faultsOf(input),
    ...(await unknownEndpoints(database, shop, input.locations)),
  ];
  if (verified.isErr() || faults.length > 0) return err(refused(faults));
  const account = verified.value;

  const isSaved = await withLock(database.pool, `onestock-account:${shop}`, () =>
    database.prisma.$transaction((transaction) => write(dependencies, transaction, shop, input, account)),
  );
  // Between the reading and the writing.
  if (!isSaved) return err((await whyNotSaved(database, shop, input.version)) ?? NOT_INSTALLED);
  if (account) await keepObstacle(obstacles, shop, account.diagnosis, account.written);
  return ok();
}

/** Null while the shop's configuration is still this version. */
async function whyNotSaved(
  { prisma }: Database,
  shop: ShopDomain,
  version: number,
): Promise<ConfigurationRefused | null> {
  const where = { domain: shop, uninstalledAt: null };
  const current = await prisma.shop.findUnique({ where, select: { configurationVersion: true } });
  if (!current) return NOT_INSTALLED;
  return current.configurationVersion === version ? null : CHANGED_MEANWHILE;
}

async function write(
  dependencies: ConnectionDependencies,
  transaction: Prisma.TransactionClient,
  shop: ShopDomain,
  input: ConfigurationInput,
  account: VerifiedAccount | null,
): Promise<boolean> {
  const { itemIdSource, softDeadlineMs, promiseLifeSeconds, signatureMode, syncsOrders, syncMoment } = input;
  const { version, orderSettings } = input;
  const since = await startOfSynchronization(dependencies, transaction, shop, syncsOrders);
  const { count } = await transaction.shop.updateMany({
    where: { domain: shop, uninstalledAt: null, configurationVersion: version },
    data: {
      configurationVersion: { increment: 1 },
      configurationSavedAt: dependencies.clock.now(),
      itemIdSource,
      softDeadlineMs,
      promiseLifeSeconds,
      signatureMode,
      syncsOrders,
      syncMoment,
      ...since,
      ...(orderSettings && { orderSettings: orderSettings as Prisma.InputJsonObject }),
    },
  });
  if (count === 0) return false;
  if (account) await writeAccount(dependencies, transaction, shop, account.written);
  else await startWebhook(dependencies.runs, transaction, shop);
  await transaction.oneStockConnection.updateMany({
    where: { shop },
    data: {
      salesChannel: input.salesChannel,
      salesChannels: Object.fromEntries(input.salesChannels.map((one) => [one.country, one.channelId])),
    },
  });
  await transaction.rulesetMapping.deleteMany({ where: { shop } });
  await transaction.rulesetMapping.createMany({
    data: input.rulesets.map(({ source, key, rulesetChainingId }) => ({
      shop,
      source,
      key: key.trim(),
      rulesetChainingId,
    })),
    skipDuplicates: true,
  });
  await transaction.locationMapping.deleteMany({ where: { shop } });
  await transaction.locationMapping.createMany({
    data: input.locations.map(({ locationId, endpointId }) => ({ shop, locationId, endpointId })),
    skipDuplicates: true,
  });
  await notifyConfigurationChanged(transaction, shop);
  return true;
}

/** Turning the switch on begins a new time of synchronization: orders placed before are left alone. */
async function startOfSynchronization(
  { clock }: ConnectionDependencies,
  transaction: Prisma.TransactionClient,
  shop: ShopDomain,
  syncsOrders: boolean,
): Promise<{ syncsOrdersSince?: Date; ordersSweptTo?: null }> {
  const before = await transaction.shop.findUnique({
    where: { domain: shop },
    select: { syncsOrders: true },
  });
  const isTurnedOn = syncsOrders && before?.syncsOrders === false;
  return isTurnedOn ? { syncsOrdersSince: clock.now(), ordersSweptTo: null } : {};
}

/** Endpoints that the site does not have; one that was mapped to the location before it was deleted may stay. */
async function unknownEndpoints(
  { prisma }: Database,
  shop: ShopDomain,
  locations: ConfigurationInput['locations'],
): Promise<ConfigurationFault[]> {
  const [known, stored] = await Promise.all([
    prisma.oneStockEndpoint.findMany({
      where: { shop, endpointId: { in: locations.map(({ endpointId }) => endpointId) } },
      select: { endpointId: true },
    }),
    prisma.locationMapping.findMany({ where: { shop } }),
  ]);
  const exists = new Set(known.map(({ endpointId }) => endpointId));
  const before = new Map(stored.map(({ locationId, endpointId }) => [locationId, endpointId]));
  return locations.flatMap(({ locationId, endpointId }, at) => {
    if (exists.has(endpointId) || before.get(locationId) === endpointId) return [];
    const message = `The OneStock site has no endpoint “${endpointId}”.`;
    return [
      { field: `locations.${at}.endpointId`, code: 'endpoint_unknown', message, params: { endpointId } },
    ];
  });
}

function refused(faults: ConfigurationFault[]): ConfigurationRefused {
  return {
    code: 'configuration_refused',
    retryable: false,
    message: 'Nothing was saved, and shoppers keep what they see now. Correct what is marked.',
    faults,
  };
}

const CHANGED_MEANWHILE: ConfigurationRefused = {
  code: 'changed_meanwhile',
  retryable: false,
  message:
    'Somebody else saved the configuration meanwhile, and nothing of yours was saved. Shoppers see what the other version leads to. ' +
    'Compare both, then save again.',
  faults: [],
};

const NOT_INSTALLED: ConfigurationRefused = {
  code: 'shop_not_installed',
  retryable: false,
  message: 'Nothing was saved: the app is not installed in this shop. Open it in the Shopify admin.',
  faults: [],
};
