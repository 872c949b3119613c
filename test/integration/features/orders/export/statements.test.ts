import pg from 'pg';
import { expect, it, vi } from 'vitest';
import { freshDatabase } from '#test/support/database.ts';
import { convergenceUnderTest } from '../convergence/convergence-under-test.ts';

const { database } = await freshDatabase();
const under = await convergenceUnderTest(database);
const order = {
  lines: [{ sku: 'SKU-001', quantity: 2 }],
  shippingLine: { title: 'Standard delivery', code: 'STANDARD', price: 490 },
};

/** In memory here, and one statement each in the app. */
const SHOP_AND_SESSION = 2;
const OPTIONS_AND_ACCOUNT = 2;
const ACCOUNT_AND_SESSION = 2;

/** How many statements go to the database while `work` is done; locks, and what begins and ends a transaction, are counted. */
async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const asked = vi.spyOn(pg.Client.prototype, 'query');
  try {
    await work();
    return asked.mock.calls.length;
  } finally {
    asked.mockRestore();
  }
}

it('an order of one delivery is resolved and exported by at most 14 statements', async () => {
  const orderId = await under.place(order);
  const count = await statementsOf(async () => {
    expect((await under.run(orderId))._unsafeUnwrap()).toMatchObject({
      resolved: { kind: 'resolved' },
      exported: { kind: 'exported' },
    });
  });
  expect(count + SHOP_AND_SESSION + OPTIONS_AND_ACCOUNT).toBeLessThanOrEqual(14);
});

it('an order with nothing to do is found so by at most 6 statements', async () => {
  const { orderId } = await under.export(order);
  const count = await statementsOf(async () => {
    expect((await under.run(orderId))._unsafeUnwrap()).toMatchObject({
      resolved: { kind: 'resolved', changed: false },
      exported: { kind: 'followed' },
    });
  });
  expect(count + SHOP_AND_SESSION).toBeLessThanOrEqual(6);
});

it('an order that is like OneStock’s is compared by at most 8 statements', async () => {
  const { orderId } = await under.export(order);
  const count = await statementsOf(async () => {
    expect((await under.converge(orderId))._unsafeUnwrap()).toMatchObject({ kind: 'converged', changes: 0 });
  });
  expect(count + ACCOUNT_AND_SESSION).toBeLessThanOrEqual(8);
});
