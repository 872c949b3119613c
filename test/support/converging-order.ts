import { ok, ResultAsync } from 'neverthrow';
import type { ConvergeRecord } from '#app/features/orders/convergence/converge-record.ts';
import { takePlannedSteps } from '#app/features/orders/convergence/take-planned-steps.ts';
import type { Situation } from '#app/features/orders/convergence/types.ts';
import type { ExportedItem } from '#app/features/orders/deliveries/types.ts';
import { defaultsOf, ORDERS, type OrderSettings } from '#app/features/settings/shape.ts';
import type { OneStockOrder } from '#app/gateways/onestock/index.ts';
import { orderAnswer } from '#app/gateways/onestock/resources/order-answer.ts';
import type { AdminClient } from '#app/gateways/shopify/admin-client.ts';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import { commandParcel, commands } from '#sandbox/onestock/orders/commands.ts';
import { createOrder } from '#sandbox/onestock/orders/new-order.ts';
import { renderOrder } from '#sandbox/onestock/orders/render.ts';
import type { Order as SiteOrder } from '#sandbox/onestock/orders/types.ts';
import { defaultSettings } from '#sandbox/onestock/settings.ts';
import { executeGraphql } from '#sandbox/shopify/admin-api/execute.ts';
import { loadAdminSchema } from '#sandbox/shopify/admin-api/schema.ts';
import { settingsSchema as shopSettingsSchema } from '#sandbox/shopify/control/settings.ts';
import { createShops } from '#sandbox/shopify/store/shops.ts';
import type { Store } from '#sandbox/shopify/store/store.ts';
import type { Order as ShopOrder } from '#sandbox/shopify/store/types.ts';
import { type MemoryRecord, memoryRecord } from './memory-record.ts';

/** The process ends here. */
export class Crash extends Error {}

export interface LineOfOrder {
  sku: string;
  quantity: number;
  /** How many of them are delivered from the second location. */
  elsewhere?: number;
  /** How many of those that are not are delivered locally, the others being shipped. */
  local?: number;
}

export interface ConvergingOrder {
  store: Store;
  order: ShopOrder;
  site: SiteOrder;
  items: ExportedItem[];
  record: MemoryRecord;
  settings: OrderSettings;
  /** The settings of both simulators. */
  shopSettings: ReturnType<typeof shopSettingsSchema.parse>;
  siteSettings: ReturnType<typeof defaultSettings>;
  locations: Map<string, string>;
  /** Every mutation that Shopify carried out. */
  mutations: string[];
  pass(seconds: number): void;
  /** A command of OneStock's control door; whether it could be done. */
  command(name: string, body: object): boolean;
  moveParcel(id: string, state: string): boolean;
  /** Gives a parcel other tracking, as far as it is named. */
  track(id: string, tracking: object): void;
  /** Converges, ending as if killed before or after the nth effect, on Shopify or the record, when that is given. */
  converge(crashAfter?: number): Promise<Awaited<ReturnType<typeof takePlannedSteps>> | 'crashed'>;
  /** Converges without a crash, as often as it takes until nothing waits. */
  settle(): Promise<NonNullable<Settled>>;
}

type Settled = ReturnType<Awaited<ReturnType<typeof takePlannedSteps>>['_unsafeUnwrap']>;

/** An order in both simulators, in this process, with what the app keeps of it in memory and a clock that stands still. */
export async function convergingOrder(lines: readonly LineOfOrder[]): Promise<ConvergingOrder> {
  const { schema, access } = await loadAdminSchema();
  let now = Date.parse('2026-11-21T12:00:00.500Z');
  const clock = { now: () => new Date(now) };
  const shopSettings = shopSettingsSchema.parse({});
  const siteSettings = defaultSettings();
  const store = createShops({
    now: clock.now,
    demo: { domain: 'sandbox-fashion.myshopify.com' },
    whenRouted: (route) => route(),
    opened: () => {},
  }).demo;
  const order = placeOrder(store, lines);
  const items = order.lines.map(({ id, sku, quantity }) => ({
    lineItemId: id,
    itemId: sku ?? '',
    quantity,
  }));
  let ids = 0;
  const moment = () => ({
    newId: () => `id_${++ids}`,
    time: Math.floor(now / 1000),
    settings: siteSettings,
  });
  const site = createOrder(
    {
      id: '1001',
      types: ['ffs'],
      sales_channel: 'web',
      pricing_details: { currency: 'EUR', price: 1 },
      order_items: items.map(({ itemId, quantity }) => ({ item_id: itemId, quantity })),
    },
    moment(),
  );

  const record = memoryRecord();
  const mutations: string[] = [];
  let effectsLeft = Number.POSITIVE_INFINITY;
  /** A crash comes just before an effect or, half a count later, just after it. */
  const effect = async <T>(work: () => T | Promise<T>): Promise<T> => {
    effectsLeft -= 1;
    if (effectsLeft < 0) throw new Crash();
    const result = await work();
    if (effectsLeft === 0) throw new Crash();
    return result;
  };
  const buckets = {
    take: () => true,
    giveBack: () => {},
    status: () => ({ maximumAvailable: 1, currentlyAvailable: 1, restoreRate: 1 }),
  };
  const request = (document: string, variables: Record<string, unknown>) => {
    const run = () => {
      const grant = { shop: store.shop.domain, scopes: 'all' as const };
      const answer = executeGraphql(
        schema,
        { query: document, variables },
        { store, grant, access, settings: shopSettings },
        buckets,
      );
      if (answer.errors) throw new Error(JSON.stringify(answer.errors));
      return JSON.parse(JSON.stringify(answer.data));
    };
    const name = /(query|mutation) (\w+)/.exec(document);
    if (name?.[1] === 'query') return new ResultAsync(Promise.resolve(ok(run())));
    const mutate = effect(() => {
      const data = run();
      const refused = Object.values<{ userErrors: unknown[] }>(data).some(
        (each) => each.userErrors.length > 0,
      );
      mutations.push(refused ? `refused ${name?.[2]}` : (name?.[2] ?? ''));
      return ok(data);
    });
    return new ResultAsync(mutate);
  };
  const client = { shop: store.shop.domain, request } as unknown as AdminClient;
  const watched: ConvergeRecord = {
    ...record,
    intend: (intent) => effect(() => record.intend(intent)),
    forget: (id) => effect(() => record.forget(id)),
    settle: (id, fulfillmentId, note) => effect(() => record.settle(id, fulfillmentId, note)),
    doubt: (id) => effect(() => record.doubt(id)),
    askTracking: (id, tracking) => effect(() => record.askTracking(id, tracking)),
    settleTracking: (id, tracking, note) => effect(() => record.settleTracking(id, tracking, note)),
    keepNote: (note) => effect(() => record.keepNote(note)),
  };

  const self: ConvergingOrder = {
    store,
    order,
    site,
    items,
    record,
    settings: defaultsOf(ORDERS),
    shopSettings,
    siteSettings,
    locations: new Map(),
    mutations,
    pass(seconds) {
      now += seconds * 1000;
    },
    command: (name, body) => commands[name]?.(site, body, moment()).isOk() ?? false,
    moveParcel: (id, state) => commandParcel(site, id, { state }, moment()).isOk(),
    track: (id, tracking) => void commandParcel(site, id, tracking, moment())._unsafeUnwrap(),
    async converge(crashAfter = Number.POSITIVE_INFINITY) {
      effectsLeft = crashAfter;
      const { settings, locations } = self;
      const facts: Pick<Situation, 'deliveries' | 'locations'> & { settings: OrderSettings } = {
        deliveries: [{ number: 1, choice: null, removed: [], items, oneStockOrder: read(self) }],
        settings,
        locations,
      };
      try {
        const orderId = order.id as OrderId;
        return await takePlannedSteps({
          client,
          record: watched,
          clock,
          say: ({ code }) => code,
          orderId,
          facts,
        });
      } catch (error) {
        if (error instanceof Crash) return 'crashed';
        throw error;
      } finally {
        effectsLeft = Number.POSITIVE_INFINITY;
      }
    },
    async settle() {
      for (let tries = 0; tries < 5; tries++) {
        const taken = await self.converge();
        if (taken === 'crashed') throw new Error('Nothing crashes here.');
        const settled = taken._unsafeUnwrap();
        if (settled && !settled.waitUntil) return settled;
        self.pass(61);
      }
      throw new Error('It waits for ever.');
    },
  };
  return self;
}

function read({ site, siteSettings }: ConvergingOrder): OneStockOrder {
  const order = orderAnswer.parse(JSON.parse(JSON.stringify(renderOrder(site, siteSettings))));
  if (!order) throw new Error('The order cannot be read.');
  return order;
}

function placeOrder(store: Store, lines: readonly LineOfOrder[]): ShopOrder {
  const [here, there] = store.locations.filter(({ isActive }) => isActive);
  if (!here || !there) throw new Error('The shop has two locations.');
  const method = {
    serviceCode: 'STANDARD',
    presentedName: 'Standard',
    minDeliveryDateTime: null,
    maxDeliveryDateTime: null,
  };
  const delivery = (
    locationId: string,
    methodType: 'SHIPPING' | 'LOCAL',
    quantityOf: (line: LineOfOrder) => number,
  ) => ({
    locationId,
    lines: lines
      .map((line, index) => ({ line: index, quantity: quantityOf(line) }))
      .filter(({ quantity }) => quantity > 0),
    deliveryMethod: { ...method, methodType },
  });
  return store.placeOrder({
    lines: lines.map(({ sku, quantity }) => ({ sku, quantity })),
    shippingAddress: { country: 'FR', zip: '75011', city: 'Paris' },
    shippingLines: [],
    deliveries: [
      delivery(here.id, 'SHIPPING', ({ quantity, elsewhere = 0, local = 0 }) => quantity - elsewhere - local),
      delivery(here.id, 'LOCAL', ({ local = 0 }) => local),
      delivery(there.id, 'SHIPPING', ({ elsewhere = 0 }) => elsewhere),
    ],
  });
}
