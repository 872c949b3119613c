import type { Result } from 'neverthrow';
import type { Prisma } from '#app/platform/database/generated/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { SettingsFault } from './check/shape.ts';

/** Keeps a group in tables or columns of its own, for it is searched by, holds a secret, or is tried before it is saved. */
export interface GroupKeeper<Values> {
  /** The group as it is stored, whole or in part; a secret is left out. */
  read(shop: ShopDomain): Promise<unknown>;
  /**
   * Makes ready to write values that the group's schemas accept, and may ask an outside system first.
   *
   * @returns how they are written, or everything that is to be corrected
   */
  prepare(shop: ShopDomain, values: Values): Promise<Result<GroupWrite, SettingsFault[]>>;
}

export interface GroupWrite {
  /** Writes the group, within the one transaction of a save. */
  write(transaction: Prisma.TransactionClient): Promise<void>;
  /** What follows once all is saved. */
  afterwards?(): Promise<void>;
}
