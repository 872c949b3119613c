import type { Context } from 'hono';
import { z } from 'zod';
import { InvalidInput } from '../invalid-input.ts';
import type { Simulator, SimulatorApp } from '../simulator.ts';
import { createFulfillment } from '../store/fulfillment/create-fulfillment.ts';
import type { Found } from '../store/fulfillment/find.ts';
import { fulfillEverything } from '../store/fulfillment/fulfill-everything.ts';
import { moveFulfillmentOrder } from '../store/fulfillment/move.ts';
import { openWhenDue } from '../store/fulfillment/open.ts';
import { placeHold } from '../store/fulfillment/place-hold.ts';
import type { Pieces } from '../store/fulfillment/quantities.ts';
import type { Refusable } from '../store/fulfillment/refusal.ts';
import { releaseHolds } from '../store/fulfillment/release-holds.ts';
import { isOver } from '../store/fulfillment/status.ts';
import { numericId } from '../store/ids.ts';
import { cancelOrder } from '../store/order-changes/cancel-order.ts';
import { editOrder } from '../store/order-changes/edit-order.ts';
import { payOrder } from '../store/order-changes/pay-order.ts';
import { refundOrder } from '../store/order-changes/refund-order.ts';
import type { Store } from '../store/store.ts';
import type { Order } from '../store/types.ts';
import {
  cancelSchema,
  editSchema,
  fulfillSchema,
  holdSchema,
  moveSchema,
  openSchema,
  refundSchema,
  releaseSchema,
} from './order-bodies.ts';
import { shopNamed } from './shop-named.ts';

/**
 * What merchants and other apps do to an order, at `POST /_control/orders/{numeric id}/…`: `pay`, `cancel`, `edit`, `refund`, `hold`, `release`,
 * `fulfill`, `fulfill-all`, `open` and `move`. A fulfillment order is named by its id, or is the first that is not over. Each answers the order, as
 * `GET /_control/orders/{numeric id}` does; 422 when it cannot be done.
 */
export function mountOrderControl(app: SimulatorApp, { control, shops }: Simulator): void {
  const rules = control.settings;
  const command = <Body>(
    name: string,
    schema: z.ZodType<Body>,
    run: (store: Store, order: Order, body: Body) => void,
  ): void => {
    app.post(`/_control/orders/:id/${name}`, async (context) => {
      const body = schema.safeParse(await context.req.json().catch(() => ({})));
      if (!body.success) return context.json({ error: z.prettifyError(body.error) }, 400);
      const store = shopNamed(context.req.query('shop'), shops);
      const order = orderNamed(store, context);
      if (!order) return context.json({ error: 'The shop has no such order.' }, 404);
      run(store, order, body.data);
      return context.json(shownOrder(store, order));
    });
  };

  app.get('/_control/orders/:id', (context) => {
    const store = shopNamed(context.req.query('shop'), shops);
    const order = orderNamed(store, context);
    if (!order) return context.json({ error: 'The shop has no such order.' }, 404);
    return context.json(shownOrder(store, order));
  });

  command('pay', z.strictObject({}), (store, order) => payOrder(store, order));
  command('cancel', cancelSchema, (store, order, { reason, refund }) =>
    done(cancelOrder(store, order, { reason, refunds: refund }, rules)),
  );
  command('edit', editSchema, (store, order, { quantities, additions, note, marksEdited }) => {
    const named = quantities.map((line) => ({
      orderLineId: lineNamed(order, line),
      quantity: line.quantity,
    }));
    editOrder(store, order, { quantities: named, additions, note, marksEdited }, rules);
  });
  command('refund', refundSchema, (store, order, { lines, shipping, note }) => {
    const named = lines.map((line) => ({
      orderLineId: lineNamed(order, line),
      quantity: line.quantity,
      restockType: line.restockType,
      locationId: null,
    }));
    done(refundOrder(store, order, { lines: named, shipping, note }, rules));
  });
  command('hold', holdSchema, (store, order, { fulfillmentOrderId, lines, ...hold }) => {
    const found = fulfillmentOrderNamed(order, fulfillmentOrderId);
    done(placeHold(store, found, { ...hold, pieces: piecesNamed(found, lines) }, rules));
  });
  command('release', releaseSchema, (store, order, { fulfillmentOrderId, holdId }) => {
    const found = fulfillmentOrderNamed(order, fulfillmentOrderId);
    const holds = found.fulfillmentOrder.holds.filter(({ id }) => holdId === undefined || id === holdId);
    for (const { id, app: holder } of holds) {
      done(releaseHolds(store, found, { app: holder, holdIds: [id] }, rules));
    }
  });
  command('fulfill', fulfillSchema, (store, order, { fulfillmentOrderId, lines, tracking }) => {
    const found = fulfillmentOrderNamed(order, fulfillmentOrderId);
    const groups = [{ fulfillmentOrderId: found.fulfillmentOrder.id, pieces: piecesNamed(found, lines) }];
    const { company = null, number = null, url = null } = tracking ?? {};
    const given = tracking ? [{ company, number, url }] : [];
    done(createFulfillment(store, { groups, tracking: given, notifiesCustomer: false }, rules));
  });
  command('fulfill-all', z.strictObject({}), (store, order) => done(fulfillEverything(store, order, rules)));
  command('open', openSchema, (store, order, { fulfillmentOrderId }) => {
    const scheduled = order.fulfillmentOrders.find(({ isScheduled }) => isScheduled)?.id;
    done(openWhenDue(store, fulfillmentOrderNamed(order, fulfillmentOrderId ?? scheduled), rules));
  });
  command('move', moveSchema, (store, order, { fulfillmentOrderId, locationId, lines }) => {
    const found = fulfillmentOrderNamed(order, fulfillmentOrderId);
    done(moveFulfillmentOrder(store, found, { locationId, pieces: piecesNamed(found, lines) }, rules));
  });
}

function orderNamed(store: Store, context: Context): Order | undefined {
  const number = Number(context.req.param('id'));
  return [...store.orders.values()].find(({ id }) => numericId(id) === number);
}

function shownOrder(store: Store, order: Order): object {
  return { ...order, metafields: store.metafields.of(order.id) };
}

function done(result: Refusable<unknown>): void {
  if (result.isErr()) throw new InvalidInput(result.error.message);
}

type LineName = { sku?: string | undefined; lineId?: string | number | undefined };

function lineNamed({ lines }: Order, { sku, lineId }: LineName): string {
  const found = lines.find(({ id, sku: known }) =>
    lineId === undefined ? sku !== undefined && known === sku : numericId(id) === numericId(String(lineId)),
  );
  if (!found) throw new InvalidInput(`The order has no line ${lineId ?? sku}.`);
  return found.id;
}

function fulfillmentOrderNamed(order: Order, id: string | number | undefined): Found {
  const found = order.fulfillmentOrders.find((each) =>
    id === undefined ? !isOver(each) : numericId(each.id) === numericId(String(id)),
  );
  if (!found) throw new InvalidInput(`The order has no fulfillment order ${id ?? 'that is not over'}.`);
  return { order, fulfillmentOrder: found };
}

function piecesNamed(
  { order, fulfillmentOrder }: Found,
  lines: (LineName & { quantity: number })[] | undefined,
): Pieces[] | null {
  if (!lines) return null;
  return lines.map((line) => {
    const orderLineId = lineNamed(order, line);
    const found = fulfillmentOrder.lines.find((each) => each.orderLineId === orderLineId);
    if (!found) throw new InvalidInput('The fulfillment order has no piece of that line.');
    return { id: found.id, quantity: line.quantity };
  });
}
