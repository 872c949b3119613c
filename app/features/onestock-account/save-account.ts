import { err, ok, type Result } from 'neverthrow';
import { withLock } from '#app/platform/database/lock.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import {
  type AccountInput,
  type AccountRefused,
  type CheckedAccount,
  checkAccountInput,
  invalidAccount,
} from './account-input.ts';
import type { OneStockAccountDependencies } from './dependencies.ts';
import { mayKeepPassword, passwordMissing } from './kept-password.ts';
import { passwordContext, readAccount } from './read-account.ts';
import type { ShopConnection } from './types.ts';
import { writeAccount } from './write-account.ts';

/**
 * Saves the shop's account at OneStock as a new version of it, and has its endpoints mirrored. Rate requests see it at once, and what
 * somebody was editing of the shop's settings meanwhile is of a former version.
 *
 * A stored password is kept when none is typed, but for the same site, host and user only ({@link mayKeepPassword}). See
 * {@link writeAccount}.
 *
 * @returns the connection as it is now, or what is to be corrected, by field
 */
export async function saveAccount(
  dependencies: OneStockAccountDependencies,
  shop: ShopDomain,
  input: AccountInput,
): Promise<Result<ShopConnection, AccountRefused>> {
  const checked = checkAccountInput(input, dependencies.hostPolicy);
  if (checked.isErr()) return err(checked.error);
  return withLock(dependencies.database.pool, dependencies.settingsWriting.lock(shop), () =>
    save(dependencies, shop, checked.value),
  );
}

async function save(
  dependencies: OneStockAccountDependencies,
  shop: ShopDomain,
  account: CheckedAccount,
): Promise<Result<ShopConnection, AccountRefused>> {
  const { database, sealer, clock, settingsWriting } = dependencies;
  const { prisma } = database;
  const owner = await prisma.shop.findUnique({
    where: { domain: shop, uninstalledAt: null },
    select: { connection: true },
  });
  if (!owner) return err(NOT_INSTALLED);
  const current = owner.connection;
  const { password: typed, ...plain } = account;
  const password = typed === null ? undefined : sealer.seal(typed, passwordContext(shop));
  const kept = mayKeepPassword(current, account) ? current.password : undefined;
  const sealed = password ?? kept;
  if (sealed === undefined) return err(invalidAccount({ password: passwordMissing(current !== null) }));

  const written = { ...plain, password: sealed, checkedAt: null };
  await prisma.$transaction(async (transaction) => {
    await transaction.shop.update({
      where: { domain: shop },
      data: settingsWriting.nextVersion(clock.now()),
    });
    await writeAccount(dependencies, transaction, shop, written);
  });
  const saved = await readAccount(dependencies, shop);
  return saved ? ok(saved) : err(NOT_INSTALLED);
}

const NOT_INSTALLED: AccountRefused = {
  code: 'shop_not_installed',
  retryable: false,
  fields: {},
};
