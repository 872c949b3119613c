import { beforeEach } from 'vitest';
import { allDefaultsOf, GROUPS, type SettingsValues } from '#app/features/settings/shape.ts';
import type { Database } from '#app/platform/database/client.ts';
import {
  gatewayTo,
  policyFor,
  simulatedSite,
} from '#test/integration/features/onestock-account/diagnosis-under-test.ts';
import { SHOP, tiesUnderTest } from '#test/support/ties-under-test.ts';

/** What is typed otherwise than what a connected shop has that changed nothing. */
export type Change = { [Group in keyof SettingsValues]?: Partial<SettingsValues[Group]> };

/** The settings of shops over a real database. Call it at the top of a test file: every test there begins without shops. */
export function settingsUnderTest(database: Database) {
  beforeEach(async () => {
    await database.pool.query(
      'delete from shop; delete from obstacle; delete from run; delete from graphile_worker._private_jobs',
    );
  });

  /** A shop that has installed the app, beside a simulated OneStock site, and what its merchant would type to connect it. */
  async function shopBesideSite() {
    const site = await simulatedSite();
    const { host } = site.account;
    const world = tiesUnderTest(database, { oneStock: gatewayTo(host), hostPolicy: policyFor(host) });
    await world.shops.install(SHOP);
    const typed = (change: Change = {}): SettingsValues => {
      const defaults = { ...allDefaultsOf(GROUPS), account: site.account };
      const groups = GROUPS.map(({ name }) => [name, { ...defaults[name], ...change[name] }]);
      return Object.fromEntries(groups) as SettingsValues;
    };
    /** Saves what somebody typed who had opened the page just before. */
    const save = async (change: Change = {}, version?: number) => {
      const read = await world.settings.read(SHOP);
      return world.settings.save(SHOP, { version: version ?? read?.version ?? 1, values: typed(change) });
    };
    const values = async (shop = SHOP) => (await world.settings.read(shop))?.values;
    return { ...world, site, typed, save, values };
  }

  async function connectedShop() {
    const world = await shopBesideSite();
    (await world.save())._unsafeUnwrap();
    return world;
  }

  return { shopBesideSite, connectedShop };
}
