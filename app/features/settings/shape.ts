import type { FormOf } from './form/shape.ts';
import type { PathOf, ValuesByGroup } from './group/shape.ts';
import { ACCOUNT } from './groups/account/shape.ts';
import { CHANNELS } from './groups/channels/shape.ts';
import { CHECKOUT } from './groups/checkout/shape.ts';
import { MAPPINGS } from './groups/mappings/shape.ts';
import { ORDERS } from './groups/orders/shape.ts';
import { SYNCHRONIZATION } from './groups/synchronization/shape.ts';

/** All that a merchant configures, in the order in which the page shows it and a save writes it. */
export const GROUPS = [ACCOUNT, CHANNELS, CHECKOUT, SYNCHRONIZATION, ORDERS, MAPPINGS] as const;

type Group = (typeof GROUPS)[number];

/** The values of all groups, by the group's name. */
export type SettingsValues = ValuesByGroup<Group>;

/** All groups as the page edits them. */
export type SettingsForm = FormOf<Group>;

/** Names a setting: `checkout:softDeadlineMs`. */
export type SettingsPath = PathOf<Group>;

/** Under which the settings of a shop are written, one writer at a time. */
export function settingsLock(shop: string): string {
  return `settings:${shop}`;
}

export * from './check/shape.ts';
export * from './field/shape.ts';
export * from './form/shape.ts';
export * from './group/shape.ts';
export * from './groups/account/shape.ts';
export * from './groups/channels/shape.ts';
export * from './groups/checkout/shape.ts';
export * from './groups/mappings/shape.ts';
export * from './groups/orders/shape.ts';
export * from './groups/synchronization/shape.ts';
