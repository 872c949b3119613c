import type { Database } from '#app/platform/database/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { Keepers } from './dependencies.ts';
import { groupIn, readStored } from './group/shape.ts';
import { GROUPS, type SettingsValues } from './shape.ts';

/** All that a merchant has configured, but for secrets, which are never given back. */
export interface ShopSettings {
  /** Of all groups together; grows with every save. */
  version: number;
  /** When they were last saved; null before that. */
  savedAt: Date | null;
  values: SettingsValues;
}

/** The settings of a shop, each that was never saved with its default; null where the app is not installed. Asks no outside system. */
export async function readSettings(
  { prisma }: Pick<Database, 'prisma'>,
  keepers: Keepers,
  shop: ShopDomain,
): Promise<ShopSettings | null> {
  const row = await prisma.shop.findUnique({
    where: { domain: shop, uninstalledAt: null },
    select: { settings: true, configurationVersion: true, configurationSavedAt: true },
  });
  if (!row) return null;
  const groups = GROUPS.map(async (group) => {
    const keeper = keepers[group.name];
    const values = keeper ? readStored(group, await keeper.read(shop)) : groupIn(row.settings, group);
    return [group.name, values] as const;
  });
  return {
    version: row.configurationVersion,
    savedAt: row.configurationSavedAt,
    values: Object.fromEntries(await Promise.all(groups)) as unknown as SettingsValues,
  };
}
