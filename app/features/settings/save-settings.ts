import { err, ok, type Result } from 'neverthrow';
import type { Database } from '#app/platform/database/client.ts';
import type { Prisma } from '#app/platform/database/generated/client.ts';
import { notifyConfigurationChanged } from '#app/platform/database/listen.ts';
import { withLock } from '#app/platform/database/lock.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { checkValues, type SettingsFault } from './check/shape.ts';
import type { Keepers, SettingsDependencies } from './dependencies.ts';
import type { SettingsGroup, ValuesOf } from './group/shape.ts';
import type { GroupKeeper, GroupWrite } from './group-keeper.ts';
import { GROUPS, type SettingsValues, settingsLock } from './shape.ts';

/** What a merchant wants to be saved. */
export interface SettingsInput {
  /** That of the settings that were edited. */
  version: number;
  /** A group that is left out stays as it is. */
  values: Partial<SettingsValues>;
}

/** Nothing was saved. */
export interface SettingsRefused {
  code: 'settings_refused' | 'changed_meanwhile' | 'shop_not_installed';
  /** Everything that is to be corrected; empty but for `settings_refused`. */
  faults: SettingsFault[];
}

/**
 * Saves all of what a merchant configures, or nothing, if it is still the version that was edited. An account that differs from the one
 * in use is tried at OneStock first, which takes seconds. Rate requests see the change at once.
 *
 * @returns an error with everything that is to be corrected, by field; with nothing to correct where somebody else saved meanwhile
 */
export async function saveSettings(
  dependencies: SettingsDependencies,
  keepers: Keepers,
  shop: ShopDomain,
  { version, values }: SettingsInput,
): Promise<Result<void, SettingsRefused>> {
  const { database } = dependencies;
  const missed = await whyNotSaved(database, shop, version);
  if (missed) return err(missed);
  const prepared = await Promise.all(
    GROUPS.filter(({ name }) => values[name]).map((group) =>
      prepare(group, keepers[group.name], shop, values[group.name] ?? {}),
    ),
  );
  const faults = prepared.flatMap((one) => (one.isErr() ? one.error : []));
  if (faults.length > 0) return err({ code: 'settings_refused', faults });
  const ready = prepared.flatMap((one) => (one.isOk() ? one.value : []));

  const isSaved = await withLock(database.pool, settingsLock(shop), () =>
    database.prisma.$transaction((transaction) => write(dependencies, transaction, shop, version, ready)),
  );
  // Between the reading and the writing.
  if (!isSaved) return err((await whyNotSaved(database, shop, version)) ?? NOT_INSTALLED);
  for (const one of ready) if (!('json' in one)) await one.afterwards?.();
  return ok();
}

/** A group that is ready to be written: by its keeper, or into the shop's JSON. */
type Ready = GroupWrite | { json: Record<string, unknown> };

async function prepare(
  group: SettingsGroup,
  keeper: GroupKeeper<ValuesOf<SettingsGroup>> | undefined,
  shop: ShopDomain,
  typed: Readonly<Record<string, unknown>>,
): Promise<Result<Ready, SettingsFault[]>> {
  const { values, faults } = checkValues(group, typed);
  if (faults) return err(faults);
  // The schemas of the group have just made them what its keeper takes.
  return keeper ? keeper.prepare(shop, values) : ok({ json: { [group.name]: values } });
}

/** What every writer of settings writes of the shop, so that of two people who edit them the second is told. */
export function nextVersion(at: Date) {
  return { configurationVersion: { increment: 1 }, configurationSavedAt: at };
}

async function write(
  { clock, whenSaved }: SettingsDependencies,
  transaction: Prisma.TransactionClient,
  shop: ShopDomain,
  version: number,
  ready: readonly Ready[],
): Promise<boolean> {
  const where = { domain: shop, uninstalledAt: null, configurationVersion: version };
  const before = await transaction.shop.findUnique({ where, select: { settings: true } });
  if (!before) return false;
  const changed = Object.assign({}, ...ready.map((one) => ('json' in one ? one.json : {})));
  const settings = { ...(before.settings as Prisma.JsonObject), ...changed };
  const { count } = await transaction.shop.updateMany({
    where,
    data: { ...nextVersion(clock.now()), settings },
  });
  if (count === 0) return false;
  for (const one of ready) if (!('json' in one)) await one.write(transaction);
  await whenSaved(transaction, shop, { before: before.settings, after: settings });
  await notifyConfigurationChanged(transaction, shop);
  return true;
}

/** Null while the settings of the shop are still this version. */
async function whyNotSaved(
  { prisma }: Pick<Database, 'prisma'>,
  shop: ShopDomain,
  version: number,
): Promise<SettingsRefused | null> {
  const where = { domain: shop, uninstalledAt: null };
  const current = await prisma.shop.findUnique({ where, select: { configurationVersion: true } });
  if (!current) return NOT_INSTALLED;
  return current.configurationVersion === version ? null : { code: 'changed_meanwhile', faults: [] };
}

const NOT_INSTALLED: SettingsRefused = { code: 'shop_not_installed', faults: [] };
