import { ResultAsync } from 'neverthrow';
import { describe, expect, it } from 'vitest';
import type { OneStockGateway } from '#app/gateways/onestock/index.ts';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import type { Database } from '#app/platform/database/client.ts';
import { freshDatabase } from '#test/support/database.ts';
import { exportsUnderTest } from './exports-under-test.ts';

const { database } = await freshDatabase();
const under = await exportsUnderTest(database);

const lines = [{ sku: 'SKU-001', quantity: 2 }];
const shippingLine = { title: 'Standard delivery', code: 'STANDARD', price: 490 };

class Killed extends Error {}

/** Kills the worker before or after the effect of this number; a run of fewer effects is left alone. */
class Killer {
  effects = 0;
  readonly #at: number;
  readonly #side: 'before' | 'after';

  constructor(at: number, side: 'before' | 'after') {
    this.#at = at;
    this.#side = side;
  }

  async around<T>(effect: () => PromiseLike<T>): Promise<T> {
    const isIt = this.effects++ === this.#at;
    if (isIt && this.#side === 'before') throw new Killed();
    const done = await effect();
    if (isIt) throw new Killed();
    return done;
  }

  /** The same, with what writes watched. */
  database(): Database {
    const watched = (model: 'orderExport' | 'orderNote', verbs: string[]) =>
      new Proxy(database.prisma[model], {
        get: (target, verb) => {
          const run = Reflect.get(target, verb) as (input: unknown) => PromiseLike<unknown>;
          if (!verbs.includes(String(verb))) return run;
          return (input: unknown) => this.around(() => run.call(target, input));
        },
      });
    const orderExport = watched('orderExport', ['upsert']);
    const orderNote = watched('orderNote', ['createMany']);
    const prisma = new Proxy(database.prisma, {
      get: (target, name) =>
        name === 'orderExport' ? orderExport : name === 'orderNote' ? orderNote : Reflect.get(target, name),
    });
    const pool = new Proxy(database.pool, {
      get: (target, name) => {
        const value = Reflect.get(target, name);
        if (name !== 'query') return typeof value === 'function' ? value.bind(target) : value;
        return (asked: { text: string } | string, ...values: []) => {
          const run = () => target.query(asked as string, ...values);
          const writes = /(insert into|update) (order_export|order_delivery|order_note)/.test(
            typeof asked === 'string' ? asked : asked.text,
          );
          return writes ? this.around(run) : run();
        };
      },
    });
    return { ...database, prisma, pool };
  }

  gateway(): OneStockGateway {
    const { createOrder, removeGroups } = under.gateway;
    return {
      ...under.gateway,
      createOrder: (...call) => new ResultAsync(this.around(() => createOrder(...call))),
      removeGroups: (...call) => new ResultAsync(this.around(() => removeGroups(...call))),
    };
  }
}

/** What the next worker does. */
async function finish(orderId: OrderId): Promise<void> {
  expect((await under.run(orderId)).isOk()).toBe(true);
}

async function run(orderId: OrderId, killer: Killer): Promise<'died' | 'done'> {
  const exports = under.exportsWith({ database: killer.database(), oneStock: killer.gateway() });
  try {
    (await exports.process(under.shop, orderId, 1))._unsafeUnwrap();
    return 'done';
  } catch (error) {
    if (error instanceof Killed) return 'died';
    throw error;
  }
}

/** One order's life for each place where a worker can die. */
async function everywhere(life: (killer: Killer) => Promise<'died' | 'done'>): Promise<number> {
  let deaths = 0;
  for (const side of ['before', 'after'] as const) {
    for (let at = 0; (await life(new Killer(at, side))) === 'died'; at++) deaths++;
  }
  return deaths;
}

describe('a worker that is killed between any effect and its record', () => {
  it('leaves an order that ends up in OneStock once, with one note, and the record of what was sent', async () => {
    const deaths = await everywhere(async (killer) => {
      const orderId = await under.place({ lines, shippingLine });
      const end = await run(orderId, killer);
      await finish(orderId);
      const ours = (await under.ofOneStock()).filter(
        ({ information }) => information.shopify_order_id === orderId,
      );
      expect(ours).toHaveLength(1);
      const record = await under.record(orderId);
      expect(record).toMatchObject({ state: 'exported', oneStockOrderId: ours[0].id });
      expect(record?.items).toMatchObject([{ itemId: 'SKU-001', quantity: 2 }]);
      expect(await under.notes(orderId)).toEqual(['exported']);
      return end;
    });
    // The intention, the creation, and the record with its note.
    expect(deaths).toBe(2 * 3);
  });

  it('leaves a cancelled order that ends up out of OneStock, noted once', async () => {
    const deaths = await everywhere(async (killer) => {
      const orderId = await under.place({ lines, shippingLine });
      await finish(orderId);
      await under.command(orderId, 'cancel');
      const end = await run(orderId, killer);
      await finish(orderId);
      const [ours] = (await under.ofOneStock()).filter(
        ({ information }) => information.shopify_order_id === orderId,
      );
      expect(ours.line_item_groups).toMatchObject([{ state: 'removed', quantity: 2 }]);
      expect(await under.notes(orderId)).toEqual(['exported', 'cancelled']);
      expect(await under.record(orderId)).toMatchObject({ state: 'exported' });
      expect(await under.standing(orderId)).toEqual({});
      return end;
    });
    // The removal and the note.
    expect(deaths).toBe(2 * 2);
  });

  it('is as good as an answer of OneStock that is lost on its way', async () => {
    await under.control({ failure: 'lost', failingResources: ['orders'] });
    const orderId = await under.place({ lines, shippingLine });
    expect((await under.run(orderId))._unsafeUnwrapErr()).toMatchObject({ retryable: true });
    await under.control({ failure: 'none' });
    expect(await under.ofOneStock()).toHaveLength(1);
    await finish(orderId);
    expect(await under.ofOneStock()).toHaveLength(1);
    expect(await under.notes(orderId)).toEqual(['exported']);
  });

  it('does not matter more than many that work on one order at once', async () => {
    const orderId = await under.place({ lines, shippingLine });
    const ends = await Promise.all(Array.from({ length: 5 }, () => under.run(orderId)));
    expect(ends.map((end) => end._unsafeUnwrap().exported?.kind).sort()).toEqual([
      'exported',
      ...Array(4).fill('followed'),
    ]);
    expect(await under.ofOneStock()).toHaveLength(1);
  });

  it('leaves an order that is compared at once where OneStock told of it meanwhile, and else when its turn comes', async () => {
    const told = await under.place({ lines, shippingLine });
    // Created in OneStock, and nobody knows.
    expect(await run(told, new Killer(1, 'after'))).toBe('died');
    const { oneStockOrderId } = (await under.record(told)) ?? {};
    const event = { source: 'onestock', shop: under.shop, messageId: 'one', topic: 'parcel_state_changed' };
    await database.prisma.inboxEvent.create({
      data: { ...event, subject: oneStockOrderId ?? null, state: 'done' },
    });
    // Found there and recorded, and nothing more.
    expect(await run(told, new Killer(0, 'after'))).toBe('died');
    expect(await under.record(told)).toMatchObject({ state: 'exported' });
    await finish(told);
    await finish(await under.place({ lines, shippingLine }));
    const { rows } = await database.pool.query(
      "select key from graphile_worker.jobs where task_identifier = 'converge-order'",
    );
    expect(rows).toEqual([{ key: `converge:${under.shop}:${oneStockOrderId}` }]);
  });

  it('leaves an order that is cancelled before it is looked at again out of OneStock', async () => {
    const orderId = await under.place({ lines, shippingLine });
    // Created in OneStock, and nobody knows.
    expect(await run(orderId, new Killer(1, 'after'))).toBe('died');
    expect(await under.record(orderId)).toMatchObject({ state: 'waiting' });
    await under.command(orderId, 'cancel');
    await finish(orderId);
    const [order] = await under.ofOneStock();
    expect(order.line_item_groups).toMatchObject([{ state: 'removed' }]);
    expect(await under.notes(orderId)).toEqual(['exported', 'cancelled']);
  });
});
