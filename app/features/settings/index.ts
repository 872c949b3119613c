export type { SettingsFault } from './check/shape.ts';
export type { SettingsDependencies } from './dependencies.ts';
export type { GroupKeeper, GroupWrite } from './group-keeper.ts';
export type { ShopSettings } from './read-settings.ts';
export { nextVersion, type SettingsInput, type SettingsRefused } from './save-settings.ts';
export { createSettings, type Settings } from './settings.ts';
export { TABLES } from './tables.ts';
