import { ResultAsync } from 'neverthrow';
import { expect } from 'vitest';
import type { OneStockGateway } from '#app/gateways/onestock/index.ts';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { ExportsUnderTest } from './exports-under-test.ts';

class Killed extends Error {}

/** Kills the worker before or after the effect of this number; a run of fewer effects is left alone. */
export class Killer {
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
  database(database: Database): Database {
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

  gateway(gateway: OneStockGateway): OneStockGateway {
    const { createOrder, changeOrder, removeGroups } = gateway;
    return {
      ...gateway,
      createOrder: (...call) => new ResultAsync(this.around(() => createOrder(...call))),
      changeOrder: (...call) => new ResultAsync(this.around(() => changeOrder(...call))),
      removeGroups: (...call) => new ResultAsync(this.around(() => removeGroups(...call))),
    };
  }
}

/** Runs of an order's job that are killed, and what the next worker does. */
export function killedExports(under: ExportsUnderTest) {
  /** What the next worker does. */
  async function finish(orderId: OrderId): Promise<void> {
    expect((await under.run(orderId)).isOk()).toBe(true);
  }

  async function run(orderId: OrderId, killer: Killer): Promise<'died' | 'done'> {
    const exports = under.exportsWith({
      database: killer.database(under.database),
      oneStock: killer.gateway(under.gateway),
    });
    try {
      (await exports.process(under.shop, orderId, 1))._unsafeUnwrap();
      return 'done';
    } catch (error) {
      if (error instanceof Killed) return 'died';
      throw error;
    }
  }

  return { finish, run };
}

/** One order's life for each place where a worker can die. */
export async function everywhere(life: (killer: Killer) => Promise<'died' | 'done'>): Promise<number> {
  let deaths = 0;
  for (const side of ['before', 'after'] as const) {
    for (let at = 0; (await life(new Killer(at, side))) === 'died'; at++) deaths++;
  }
  return deaths;
}
