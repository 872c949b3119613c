import type { ShopDomain } from '../tenant.ts';
import type { Prisma } from './generated/client.ts';

/**
 * A table as its owner describes it: how long its rows are kept, and how a customer and a shop are taken out of it. Who writes a table owns
 * it, and only its owner knows its columns.
 */
export interface OwnedTable {
  /** Its name in SQL. */
  readonly name: string;
  /** Null for rows that are kept as long as their shop, or as what they belong to. */
  readonly expiry: Expiry | null;
  /** Null for a table that holds nothing of a customer. */
  readonly customer: CustomerRemoval | null;
  /** Null for a table that holds nothing of a shop. */
  readonly shop: ShopRemoval | null;
}

export interface Expiry {
  readonly days: number;
  /** The rows that have lived long enough, as a condition of SQL: `$1` is the moment so many days ago. */
  readonly expired: string;
}

/**
 * What a customer left behind, by kinds of ids: `order` to begin with. Tables lead from one kind to others, as from an order to the rate
 * requests that its promise was shown by.
 */
export type CustomerIds = Readonly<Record<string, readonly string[]>>;

export interface CustomerRemoval {
  /** Further ids that the table's rows know of. */
  leadsTo?(client: Prisma.TransactionClient, shop: ShopDomain, ids: CustomerIds): Promise<CustomerIds>;
  /** Names of what the table keeps of them, for the merchant who must tell the customer. */
  report?(client: Prisma.TransactionClient, shop: ShopDomain, ids: CustomerIds): Promise<string[]>;
  /** Deletes what the table keeps of them. */
  remove(client: Prisma.TransactionClient, shop: ShopDomain, ids: CustomerIds): Promise<void>;
}

/**
 * How the rows of a shop go:
 * - `root`: the table of the shops themselves, which goes first. A shop that was granted access since the moment in `grantedAt` has come back;
 * - `cascades`: with the row of their shop, or with another row of it, by a foreign key;
 * - `at_once`: in the transaction in which the shop goes;
 * - `in_batches`: after it, for there may be more of them than one transaction should delete. The row whose text in `asks` is the id of what
 *   asked for all this goes after the others, so that whoever is stopped half-way is asked again.
 */
export type ShopRemoval =
  | { readonly how: 'root'; readonly column: string; readonly grantedAt: string }
  | { readonly how: 'cascades' }
  | { readonly how: 'at_once'; readonly column: string }
  | { readonly how: 'in_batches'; readonly column: string; readonly asks?: string };

/** For tables with a foreign key to their shop, and no other reason to go. */
export const WITH_ITS_SHOP = {
  expiry: null,
  customer: null,
  shop: { how: 'cascades' },
} as const satisfies Omit<OwnedTable, 'name'>;
