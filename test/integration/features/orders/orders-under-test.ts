import { okAsync, type ResultAsync } from 'neverthrow';
import pino from 'pino';
import { createObstacles, type Obstacle } from '#app/features/obstacles/index.ts';
import type { ShopConnection } from '#app/features/onestock-account/index.ts';
import {
  createOrderPromises,
  type OrderPromises,
  type Outcome,
  RESOLVE_ORDER,
} from '#app/features/orders/index.ts';
import { orderSubject } from '#app/features/orders/shape.ts';
import { basketFingerprint, destinationFingerprint, type ShownRate } from '#app/features/promise/index.ts';
import type { Shop } from '#app/features/shops/index.ts';
import type {
  DeliveryPromise,
  DeliveryPromiseAnswer,
  DeliveryPromiseQuestion,
  OneStockError,
  OneStockGateway,
} from '#app/gateways/onestock/index.ts';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import type { Database } from '#app/platform/database/client.ts';
import { createJobs } from '#app/platform/jobs/enqueue.ts';
import { createFakeOrderShop, type FakeLine, type FakeOrderShop } from '#test/support/fake-order-shop.ts';
import { collectOption, deliveryOption, SHOP, snapshot } from '#test/support/rate-requests.ts';
import { keepShownRates, promiseOf, shownRate } from '#test/support/shown-rates.ts';

export { SHOP };
export const PLACED = new Date('2026-11-21T12:00:00Z');

/** The orders feature over a real database and queue, with Shopify and OneStock in memory and a clock that stands still. */
export interface OrdersUnderTest {
  orders: OrderPromises;
  shopify: FakeOrderShop;
  clock: { now(): Date; pass(seconds: number): void };
  /** What OneStock was asked, and what it answers. */
  oneStock: {
    asked: DeliveryPromiseQuestion[];
    answer: () => ResultAsync<DeliveryPromiseAnswer, OneStockError>;
  };
  installed: { shop: Shop | null; account: ShopConnection | null };
  /** Records rates as shown for these lines to Toulouse. */
  show(lines: FakeLine[], ...rates: Partial<ShownRate>[]): Promise<ShownRate[]>;
  /** Runs the order's job if it is due by the clock, once: each run is an attempt like the first. */
  runDueJob(): Promise<Outcome | null>;
  /** When the order's job is due. */
  dueAt(): Promise<Date | null>;
  record(): Promise<{
    state: string;
    source: string | null;
    causes: unknown;
    resolvedAt: Date | null;
  }>;
  /** What stands in the way of the order. */
  standing(): Promise<Obstacle[]>;
}

export async function ordersUnderTest(database: Database, orderId: OrderId): Promise<OrdersUnderTest> {
  await database.pool.query('delete from shown_rate; delete from order_promise; delete from obstacle');
  await database.pool.query(
    `select graphile_worker.remove_job(key) from graphile_worker.jobs where key is not null`,
  );
  let now = PLACED.getTime() + 1000;
  const clock = {
    now: () => new Date(now),
    pass(seconds: number) {
      now += seconds * 1000;
    },
  };
  const { shop, connection: account } = snapshot([]);
  const installed: OrdersUnderTest['installed'] = { shop, account };
  const shopify = createFakeOrderShop();
  const oneStock: OrdersUnderTest['oneStock'] = { asked: [], answer: () => okAsync({ promises: [] }) };
  const obstacles = createObstacles(database, clock);
  const orders = createOrderPromises({
    database,
    obstacles,
    jobs: createJobs(database.pool),
    shops: { shop: async () => installed.shop },
    oneStockAccounts: { account: async () => installed.account },
    deliveryOptions: { listAll: async () => [deliveryOption(), collectOption()] },
    adminClients: shopify,
    oneStock: {
      deliveryPromises: (_, question) => {
        oneStock.asked.push(question);
        return oneStock.answer();
      },
    } as Partial<OneStockGateway> as OneStockGateway,
    clock,
    log: pino({ enabled: false }),
  });

  async function dueAt(): Promise<Date | null> {
    const { rows } = await database.pool.query<{ run_at: Date }>(
      'select run_at from graphile_worker.jobs where task_identifier = $1',
      [RESOLVE_ORDER],
    );
    return rows[0]?.run_at ?? null;
  }

  return {
    orders,
    shopify,
    clock,
    oneStock,
    installed,
    dueAt,
    async show(lines, ...changes) {
      const basket = lines.map(({ variant, title, quantity }) => ({
        variantId: variant === null ? null : String(variant),
        customTitle: title,
        quantity,
      }));
      const rates = changes.map((change) =>
        shownRate({
          basketFingerprint: basketFingerprint(basket, shop.fingerprintSalt),
          destinationFingerprint: destinationFingerprint(
            { country: 'FR', zip: '31000', region: null },
            shop.fingerprintSalt,
          ),
          ...change,
        }),
      );
      await keepShownRates(database, rates);
      return rates;
    },
    async runDueJob() {
      const due = await dueAt();
      if (due === null || due > clock.now()) return null;
      await database.pool.query('select graphile_worker.remove_job(key) from graphile_worker.jobs');
      const result = await orders.resolvePromise(SHOP, orderId, 1);
      return result._unsafeUnwrap();
    },
    async record() {
      return database.prisma.orderPromise.findUniqueOrThrow({
        where: { shop_orderId: { shop: SHOP, orderId } },
        select: { state: true, source: true, causes: true, resolvedAt: true },
      });
    },
    standing: () => obstacles.of(SHOP, orderSubject(orderId)),
  };
}

/** OneStock promises day `days`, on STANDARD unless said otherwise. */
export function promising(
  days: number,
  change: Partial<DeliveryPromise> = {},
): ResultAsync<DeliveryPromiseAnswer, OneStockError> {
  const option = promiseOf(days);
  const etaStart = new Date(Number(option.eta_start) * 1000);
  return okAsync({
    promises: [{ deliveryMethod: 'standard', status: 'valid', etaStart, carriers: [], option, ...change }],
  });
}
