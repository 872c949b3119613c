import { err, ok, type Result } from 'neverthrow';
import type { Causes } from '#app/features/obstacles/index.ts';
import type { OneStockConnection, OneStockError, OneStockOrder } from '#app/gateways/onestock/index.ts';
import { readOwnOrder } from '../read-own-order.ts';
import { saidByOneStock } from '../said-by-onestock.ts';
import type { OrderCause, OrderError } from '../shape.ts';
import type { ExportRun } from './export-run.ts';
import { healsByItself } from './healing-faults.ts';

/** The orders of OneStock that one run looks at, each read once, and none before somebody asks. */
export interface OneStockReads {
  /** Null where the shop has no account. */
  account(): Promise<OneStockConnection | null>;
  /** Null where OneStock has no such order. */
  read(account: OneStockConnection, id: string): Promise<Result<OneStockOrder | null, OrderError>>;
}

export function oneStockReads({ oneStock, oneStockAccounts, shop, orderId }: ExportRun): OneStockReads {
  const known = new Map<string, OneStockOrder | null>();
  return {
    account: async () => (await oneStockAccounts.account(shop))?.account ?? null,
    async read(account, id) {
      const before = known.get(id);
      if (before !== undefined) return ok(before);
      const order = await readOwnOrder(oneStock, account, { oneStockOrderId: id, orderId });
      if (order.isErr()) return err(notCompared(order.error));
      known.set(id, order.value);
      return ok(order.value);
    },
  };
}

const NOT_COMPARED: OrderCause = { code: 'change_not_followed' };

/** Why it is not known whether OneStock does what Shopify says by now. */
export function notCompared(error: OneStockError): OrderError {
  const { code } = error;
  const causes: Causes = [NOT_COMPARED, { code }, ...saidByOneStock(error)];
  return { code, retryable: healsByItself(error), causes };
}
