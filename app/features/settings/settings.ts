import type { Result } from 'neverthrow';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { Keepers, SettingsDependencies } from './dependencies.ts';
import { mappingsKeeper } from './keepers/keep-mappings.ts';
import { synchronizationKeeper } from './keepers/keep-synchronization.ts';
import { readSettings, type ShopSettings } from './read-settings.ts';
import { type SettingsInput, type SettingsRefused, saveSettings } from './save-settings.ts';
import { fieldsOf, GROUPS } from './shape.ts';

/** All that a merchant configures: read and written as one, with one version. */
export interface Settings {
  /** See {@link readSettings}. */
  read(shop: ShopDomain): Promise<ShopSettings | null>;
  /** See {@link saveSettings}. */
  save(shop: ShopDomain, input: SettingsInput): Promise<Result<void, SettingsRefused>>;
}

export function createSettings(dependencies: SettingsDependencies): Settings {
  const { database, clock, account, channels } = dependencies;
  const keepers: Keepers = {
    account,
    channels,
    synchronization: synchronizationKeeper(database, clock),
    mappings: mappingsKeeper(dependencies),
  };
  for (const { group, field } of fieldsOf(GROUPS)) {
    if (field.control.kind === 'password' && !keepers[group])
      throw new Error(`The group ${group} has a secret and no keeper: it would be stored as it was typed.`);
  }
  return {
    read: (shop) => readSettings(database, keepers, shop),
    save: (shop, input) => saveSettings(dependencies, keepers, shop, input),
  };
}
