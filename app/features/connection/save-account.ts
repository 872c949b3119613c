import { err, ok, type Result } from 'neverthrow';
import type { ShopDomain } from '#app/gateways/shopify/ids.ts';
import { notifyConfigurationChanged } from '#app/platform/database/listen.ts';
import { withLock } from '#app/platform/database/lock.ts';
import {
  type AccountInput,
  type AccountRefused,
  type CheckedAccount,
  checkAccountInput,
  invalidAccount,
} from './account-input.ts';
import type { ConnectionDependencies } from './dependencies.ts';
import { mayKeepPassword, passwordMissing } from './kept-password.ts';
import { passwordContext, readAccount } from './read-account.ts';
import { enqueueForShop } from './shop-jobs.ts';
import type { ShopConnection } from './types.ts';

/**
 * Saves the shop's account at OneStock as a new version of it, and has its endpoints mirrored. Rate requests see it at once.
 *
 * A stored password is kept when none is typed, but for the same site, host and user only ({@link mayKeepPassword}). The mirror of
 * another site or host is emptied.
 *
 * @returns the connection as it is now, or what is to be corrected, by field
 */
export async function saveAccount(
  dependencies: ConnectionDependencies,
  shop: ShopDomain,
  input: AccountInput,
): Promise<Result<ShopConnection, AccountRefused>> {
  const checked = checkAccountInput(input, dependencies.hostPolicy);
  if (checked.isErr()) return err(checked.error);
  return withLock(dependencies.database.pool, `onestock-account:${shop}`, () =>
    save(dependencies, shop, checked.value),
  );
}

async function save(
  dependencies: ConnectionDependencies,
  shop: ShopDomain,
  account: CheckedAccount,
): Promise<Result<ShopConnection, AccountRefused>> {
  const { database, sealer, jobs } = dependencies;
  const { prisma } = database;
  const owner = await prisma.shop.findUnique({
    where: { domain: shop, uninstalledAt: null },
    select: { connection: true },
  });
  if (!owner) return err(NOT_INSTALLED);
  const current = owner.connection;
  const isSameSite = current?.siteId === account.siteId && current.host === account.host;
  const { password: typed, ...plain } = account;
  const password = typed === null ? undefined : sealer.seal(typed, passwordContext(shop));
  const kept = mayKeepPassword(current, account) ? current.password : undefined;
  const sealed = password ?? kept;
  if (sealed === undefined) return err(invalidAccount({ password: passwordMissing(current !== null) }));

  await prisma.$transaction(async (transaction) => {
    await transaction.oneStockConnection.upsert({
      where: { shop },
      create: { shop, ...plain, password: sealed },
      update: {
        ...plain,
        password: sealed,
        version: { increment: 1 },
        checkedAt: null,
        ...(!isSameSite && { endpointsMirroredAt: null }),
      },
    });
    if (!isSameSite) await transaction.oneStockEndpoint.deleteMany({ where: { shop } });
    await enqueueForShop(jobs, 'mirror-endpoints', shop, transaction);
    await notifyConfigurationChanged(transaction, shop);
  });
  const saved = await readAccount(dependencies, shop);
  return saved ? ok(saved) : err(NOT_INSTALLED);
}

const NOT_INSTALLED: AccountRefused = {
  code: 'shop_not_installed',
  retryable: false,
  message: 'The connection was not saved, for the app is not installed. Open it in the Shopify admin.',
  fields: {},
};
