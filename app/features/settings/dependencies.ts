import type { Clock } from '#app/platform/clock.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { Prisma } from '#app/platform/database/generated/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { SettingsGroup, ValuesOf } from './group/shape.ts';
import type { GroupKeeper } from './group-keeper.ts';
import type { SettingsValues } from './shape.ts';

export interface SettingsDependencies {
  database: Database;
  clock: Clock;
  /** The account at OneStock: tried before it takes the place of the one in use, and kept encrypted. */
  account: GroupKeeper<SettingsValues['account']>;
  /** The sales channels, which belong to the account. */
  channels: GroupKeeper<SettingsValues['channels']>;
  /** The names of the endpoints of the shop's OneStock site, by id; those that it does not have are not in it. */
  endpointNames(shop: ShopDomain, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /**
   * What else a save brings about, within its transaction, after everything is written.
   *
   * @param settings the shop's JSON, before and after
   */
  whenSaved(
    transaction: Prisma.TransactionClient,
    shop: ShopDomain,
    settings: { before: unknown; after: unknown },
  ): Promise<void>;
}

/** The keepers of groups by the group's name. A group without one is kept in the shop's JSON. */
export type Keepers = Readonly<Partial<Record<string, GroupKeeper<ValuesOf<SettingsGroup>>>>>;
