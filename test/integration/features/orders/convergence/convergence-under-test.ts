import { errAsync, ResultAsync } from 'neverthrow';
import { beforeEach, expect } from 'vitest';
import { createObstacles } from '#app/features/obstacles/index.ts';
import { createOrderConvergence, type OrderConvergence } from '#app/features/orders/convergence/index.ts';
import type { OneStockGateway } from '#app/gateways/onestock/index.ts';
import {
  type AdminClient,
  type AdminClients,
  createAdminClients,
} from '#app/gateways/shopify/admin-client.ts';
import { shopifyError } from '#app/gateways/shopify/errors.ts';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import { systemClock } from '#app/platform/clock.ts';
import type { Database } from '#app/platform/database/client.ts';
import { createJobs } from '#app/platform/jobs/enqueue.ts';
import { createLogger } from '#app/platform/log.ts';
import { causeText } from '#app/words/say.ts';
import { speakWords } from '#app/words/speak.ts';
import type { Order } from '#sandbox/shopify/store/types.ts';
import {
  type ExportsUnderTest,
  exportsUnderTest,
} from '#test/integration/features/orders/export/exports-under-test.ts';

export class Killed extends Error {}

/** Kills the worker before or after the effect of this number; a run of fewer effects is left alone. */
export class Killer {
  #effects = 0;
  readonly #at: number;
  readonly #side: 'before' | 'after';

  constructor(at: number, side: 'before' | 'after') {
    this.#at = at;
    this.#side = side;
  }

  async around<T>(effect: () => PromiseLike<T>): Promise<T> {
    const isIt = this.#effects++ === this.#at;
    if (isIt && this.#side === 'before') throw new Killed();
    const done = await effect();
    if (isIt) throw new Killed();
    return done;
  }
}

export interface ConvergenceUnderTest extends ExportsUnderTest {
  convergence: OrderConvergence;
  /** Places an order and has it created in OneStock; its ids in both. */
  export(change?: Record<string, unknown>): Promise<{ orderId: OrderId; id: string }>;
  converge(orderId: OrderId, attempt?: number): ReturnType<OrderConvergence['converge']>;
  /** The same with another gateway in its place: one that fails. */
  convergenceBy(oneStock: OneStockGateway): OrderConvergence;
  /** A run that is killed at an effect, where it has so many; whether it was. */
  die(orderId: OrderId, killer: Killer): Promise<boolean>;
  /** Shopify carries the next mutation of this name out, and its answer is lost. */
  loseAnswerTo(name: string): void;
  pass(seconds: number): void;
  now(): Date;
  order(orderId: OrderId): Order;
  facts(orderId: OrderId, kind: string): Promise<unknown[]>;
}

/** Convergence between the simulated Shopify and the simulated OneStock, over a real database and queue, with a clock that can be moved. */
export async function convergenceUnderTest(database: Database): Promise<ConvergenceUnderTest> {
  const under = await exportsUnderTest(database);
  const { shopify } = under.shopify;
  const log = createLogger('silent');
  let offsetMs = 0;
  let lost: string | null = null;
  const clock = { now: () => new Date(Date.now() + offsetMs) };
  const real = createAdminClients({
    api: { session: { getOfflineId: () => under.session.id } } as never,
    sessionStorage: { loadSession: async () => under.session } as never,
    pool: database.pool,
    clock: systemClock,
    log,
  });
  const words = speakWords('en');
  const convergenceWith = (killer?: Killer, parts: { oneStock?: OneStockGateway } = {}) => {
    const watching = killer ? watched(database, killer) : database;
    return createOrderConvergence({
      database: watching,
      jobs: createJobs(database.pool),
      oneStockAccounts: { account: async () => under.connected.account },
      adminClients: {
        forShop: async (shop) => (await real.forShop(shop)).map((client) => unreliable(client, killer)),
      } satisfies AdminClients,
      oneStock: parts.oneStock ?? under.gateway,
      obstacles: createObstacles(watching, clock),
      say: (cause) => causeText(words, cause),
      clock,
      log,
    });
  };
  const unreliable = (client: AdminClient, killer: Killer | undefined): AdminClient => ({
    shop: client.shop,
    request: (document, variables) => {
      const [, kind, name] = /(query|mutation) (\w+)/.exec(document) ?? [];
      const send = () => client.request(document, variables);
      if (kind === 'query') return send();
      if (name === lost) {
        lost = null;
        return send().andThen(() => errAsync(shopifyError('shopify_timeout')));
      }
      return killer ? new ResultAsync(killer.around(send)) : send();
    },
  });
  const convergence = convergenceWith();

  beforeEach(async () => {
    offsetMs = 0;
    lost = null;
    await database.pool.query('delete from fulfillment_intent');
  });

  return {
    ...under,
    convergence,
    async export(change = {}) {
      const orderId = await under.place(change);
      expect((await under.run(orderId))._unsafeUnwrap()).toMatchObject({ exported: { kind: 'exported' } });
      return { orderId, id: (await under.record(orderId))?.oneStockOrderId ?? '' };
    },
    convergenceBy: (oneStock) => convergenceWith(undefined, { oneStock }),
    converge: (orderId, attempt = 1) => convergence.converge(under.shop, orderId, attempt),
    async die(orderId, killer) {
      try {
        (await convergenceWith(killer).converge(under.shop, orderId, 1))._unsafeUnwrap();
        return false;
      } catch (error) {
        if (error instanceof Killed) return true;
        throw error;
      }
    },
    loseAnswerTo(name) {
      lost = name;
    },
    pass(seconds) {
      offsetMs += seconds * 1000;
    },
    now: clock.now,
    order(orderId) {
      const order = shopify.store.orders.get(orderId);
      if (!order) throw new Error('The shop has no such order.');
      return order;
    },
    async facts(orderId, kind) {
      const notes = await database.prisma.orderNote.findMany({ where: { orderId, kind } });
      return notes.map(({ facts }) => facts);
    },
  };
}

/** The database with whatever convergence writes watched. */
function watched(database: Database, killer: Killer): Database {
  const model = (name: 'fulfillmentIntent' | 'orderNote') =>
    new Proxy(database.prisma[name], {
      get: (target, verb) => {
        const run = Reflect.get(target, verb) as (input: unknown) => PromiseLike<unknown>;
        if (!/^(create|update|delete)/.test(String(verb))) return run;
        return (input: unknown) => killer.around(() => run.call(target, input));
      },
    });
  const models: Record<string, object> = {
    fulfillmentIntent: model('fulfillmentIntent'),
    orderNote: model('orderNote'),
  };
  const prisma = new Proxy(database.prisma, {
    get: (target, name) => {
      const found = models[String(name)];
      if (found) return found;
      const value = Reflect.get(target, name);
      if (name !== '$transaction' && name !== '$executeRaw') return value;
      return (...input: unknown[]) => killer.around(() => value.apply(target, input));
    },
  });
  const pool = new Proxy(database.pool, {
    get: (target, name) => {
      const value = Reflect.get(target, name);
      if (name !== 'query') return typeof value === 'function' ? value.bind(target) : value;
      return (asked: { text: string } | string, ...values: []) => {
        const run = () => target.query(asked as string, ...values);
        const writes = /(insert into|update) (order_export|order_note|fulfillment_intent)/.test(
          typeof asked === 'string' ? asked : asked.text,
        );
        return writes ? killer.around(run) : run();
      };
    },
  });
  return { ...database, prisma, pool };
}
