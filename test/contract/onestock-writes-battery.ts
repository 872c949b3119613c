import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createOneStockGateway,
  type NewOrder,
  type OneStockGateway,
  type OneStockGroup,
  partOfGroup,
} from '#app/gateways/onestock/index.ts';
import { systemClock } from '#app/platform/clock.ts';
import type { SiteUnderTest } from './onestock-gateway-battery.ts';

/** A name that leads nowhere, so that no message of a real site reaches a stranger (https://www.rfc-editor.org/rfc/rfc2606). */
const NOWHERE = 'https://onestock-promise.invalid/webhooks/onestock';
const TOPICS = ['order_state_changed', 'parcel_state_changed', 'line_item_group_state_changed'];

/**
 * What the gateway counts on when it writes: orders and webhooks. For any site that may be written to, and with a workflow that lets a new
 * order go to `removed`; each order that it creates it removes.
 */
export function describeOneStockWrites(name: string, open: () => Promise<SiteUnderTest>): void {
  describe(`${name}, written to`, () => {
    let site: SiteUnderTest;
    let gateway: OneStockGateway;
    let salesChannel: string;

    beforeAll(async () => {
      site = await open();
      const log = pino({ level: 'silent' });
      gateway = createOneStockGateway({ log, clock: systemClock, policy: site.policy });
      const channels = (await gateway.salesChannels(site.connection))._unsafeUnwrap();
      salesChannel = channels[0]?.id ?? '';
    });

    afterAll(async () => {
      await gateway?.close();
      await site?.close();
    });

    function newOrder(changes: Partial<NewOrder> = {}): NewOrder {
      return {
        id: `promise test ${randomUUID()}`,
        types: ['ffs'],
        date: Math.floor(Date.now() / 1_000),
        sales_channel: salesChannel,
        customer: { first_name: 'Test', last_name: '-' },
        delivery: { type: 'standard', destination: { address: { city: 'Toulouse', zip_code: '31000' } } },
        pricing_details: { currency: 'EUR', price: 39.8 },
        order_items: [
          {
            id: 'line_1',
            item_id: site.itemId,
            quantity: 2,
            pricing_details: { price: 39.8, unit_price: 19.9 },
          },
        ],
        information: { shopify_order_id: 'gid://shopify/Order/1' },
        ...changes,
      };
    }

    const create = async (order: NewOrder) =>
      (await gateway.createOrder(site.connection, order))._unsafeUnwrap();
    const read = async (id: string) => (await gateway.readOrder(site.connection, id))._unsafeUnwrap();
    const remove = async (orderId: string) => {
      const groups = (await read(orderId))?.groups ?? [];
      const removal = { orderId, groups, removedState: 'removed' };
      return (await gateway.removeGroups(site.connection, removal))._unsafeUnwrap();
    };

    it('creates an order, and reads what was bought, where its units are and what was noted on it', async () => {
      const order = newOrder();
      expect(await create(order)).toEqual({ id: order.id });
      const found = await read(order.id);
      expect(found).toMatchObject({
        id: order.id,
        state: expect.any(String),
        date: new Date(order.date * 1_000),
        types: ['ffs'],
        items: [{ orderItemId: 'line_1', itemId: site.itemId, quantity: 2 }],
        information: { shopify_order_id: 'gid://shopify/Order/1' },
      });
      expect(found?.groups.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(2);
      await remove(order.id);
    });

    it('says that an order exists rather than make it again, and leaves the first as it is', async () => {
      const order = newOrder();
      await create(order);
      const second = newOrder({ id: order.id, information: { shopify_order_id: 'gid://shopify/Order/2' } });
      const error = (await gateway.createOrder(site.connection, second))._unsafeUnwrapErr();
      expect(error).toMatchObject({ code: 'onestock_conflict', retryable: false, status: 409 });
      expect((await read(order.id))?.information).toMatchObject({
        shopify_order_id: 'gid://shopify/Order/1',
      });
      await remove(order.id);
    });

    it('finds no order where there is none, alone and among others', async () => {
      const order = newOrder();
      await create(order);
      const unknown = `promise test ${randomUUID()}`;
      expect(await read(unknown)).toBeNull();
      const found = await gateway.readOrders(site.connection, [unknown, order.id]);
      expect(found._unsafeUnwrap().map(({ id }) => id)).toEqual([order.id]);
      await remove(order.id);
    });

    it('removes every unit of an order, and says what a second removal would not let go', async () => {
      const order = newOrder();
      await create(order);
      const groups = (await read(order.id))?.groups ?? [];
      expect(await remove(order.id)).toEqual({ kept: [] });
      const removed = await read(order.id);
      expect(removed?.groups.map(({ state }) => state)).toEqual(['removed']);
      expect(removed?.groups.map(({ quantity }) => quantity)).toEqual([2]);
      // The groups as they were before: their units have moved on.
      const removal = { orderId: order.id, groups, removedState: 'removed' };
      const again = (await gateway.removeGroups(site.connection, removal))._unsafeUnwrap();
      expect(again.kept).toMatchObject([{ quantity: 2, refusal: { code: 'onestock_refused' } }]);
      expect(await read(order.id)).toEqual(removed);
    });

    it('removes a part of a group, by its units and by their number, and leaves the rest', async () => {
      const order = newOrder();
      await create(order);
      const [group] = (await read(order.id))?.groups ?? [];
      if (!group) throw new Error('The order has no group.');
      const removeOne = async (part: OneStockGroup) => {
        const removal = { orderId: order.id, groups: [part], removedState: 'removed' };
        expect((await gateway.removeGroups(site.connection, removal))._unsafeUnwrap()).toEqual({ kept: [] });
        const groups = (await read(order.id))?.groups ?? [];
        return groups.map(({ state, quantity }) => `${quantity} ${state}`).sort();
      };
      const second = partOfGroup(group, 1, (unit) => unit === 1);
      expect(await removeOne(second)).toEqual([`1 ${group.state}`, '1 removed'].sort());
      expect(await removeOne(partOfGroup({ ...group, ranges: [] }, 1))).toEqual(['2 removed']);
    });

    it('changes who an order is for and where it goes, and leaves the rest', async () => {
      const order = newOrder();
      await create(order);
      const change = { orderId: order.id, address: { lines: ['2 rue du Taur'], city: 'Toulouse' } };
      for (let times = 0; times < 2; times++)
        expect((await gateway.changeOrder(site.connection, change))._unsafeUnwrap()).toEqual({
          isTaken: true,
        });
      const customer = { first_name: 'Other', last_name: 'Test' };
      const changed = await gateway.changeOrder(site.connection, { orderId: order.id, customer });
      expect(changed._unsafeUnwrap()).toEqual({ isTaken: true });
      expect((await read(order.id))?.items).toMatchObject([{ quantity: 2 }]);
      const unknown = { ...change, orderId: `promise test ${randomUUID()}` };
      const error = (await gateway.changeOrder(site.connection, unknown))._unsafeUnwrapErr();
      expect(error).toMatchObject({ code: 'onestock_not_found' });
      await remove(order.id);
    });

    it('creates, lists, changes, pauses, enables and deletes a webhook', async () => {
      const { connection } = site;
      const url = `${NOWHERE}/${randomUUID()}`;
      const wanted = { url, topics: TOPICS, hashKey: randomUUID() };
      let { id } = (await gateway.createWebhook(connection, wanted))._unsafeUnwrap();
      const readWebhook = async () => (await gateway.readWebhook(connection, id))._unsafeUnwrap();
      expect(await readWebhook()).toEqual({ id, url, topics: TOPICS, status: 'enabled' });
      const listed = (await gateway.listWebhooks(connection))._unsafeUnwrap();
      expect(listed).toContainEqual({ id, url, topics: TOPICS, status: 'enabled' });
      const changed = { url: `${url}/2`, topics: ['order_state_changed'], hashKey: randomUUID() };
      id = (await gateway.updateWebhook(connection, id, changed))._unsafeUnwrap().id;
      expect(await readWebhook()).toMatchObject({ url: `${url}/2`, topics: ['order_state_changed'] });
      for (const status of ['paused', 'enabled'] as const) {
        (await gateway.setWebhookStatus(connection, id, status))._unsafeUnwrap();
        expect(await readWebhook()).toMatchObject({ status });
      }
      expect((await gateway.deleteWebhook(connection, id)).isOk()).toBe(true);
      expect(await readWebhook()).toBeNull();
      expect((await gateway.deleteWebhook(connection, id)).isOk()).toBe(true);
    });
  });
}
