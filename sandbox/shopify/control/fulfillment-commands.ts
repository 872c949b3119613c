import { z } from 'zod';
import { cancelFulfillment } from '../store/fulfillment/cancel-fulfillment.ts';
import { cancelFulfillmentOrder } from '../store/fulfillment/cancel-fulfillment-order.ts';
import { createFulfillment } from '../store/fulfillment/create-fulfillment.ts';
import { fulfillEverything } from '../store/fulfillment/fulfill-everything.ts';
import { mergeFulfillmentOrders } from '../store/fulfillment/merge.ts';
import { moveFulfillmentOrder } from '../store/fulfillment/move.ts';
import { openWhenDue } from '../store/fulfillment/open.ts';
import { placeHold } from '../store/fulfillment/place-hold.ts';
import { releaseHolds } from '../store/fulfillment/release-holds.ts';
import { splitFulfillmentOrder } from '../store/fulfillment/split.ts';
import { done, fulfillmentOrderNamed, partNamed, piecesNamed } from './named.ts';
import {
  cancelFulfillmentSchema,
  fulfillmentOrderSchema,
  fulfillSchema,
  holdSchema,
  mergeSchema,
  moveSchema,
  releaseSchema,
  splitSchema,
} from './order-bodies.ts';
import type { AddCommand } from './order-routes.ts';
import type { Settings } from './settings.ts';

/** The commands that are about fulfillment orders and fulfillments. */
export function fulfillmentCommands(command: AddCommand, rules: Settings): void {
  holdCommands(command, rules);
  command('fulfill', fulfillSchema, (store, order, { fulfillmentOrderId, lines, tracking }) => {
    const found = fulfillmentOrderNamed(order, fulfillmentOrderId);
    const groups = [{ fulfillmentOrderId: found.fulfillmentOrder.id, pieces: piecesNamed(found, lines) }];
    const { company = null, number = null, url = null } = tracking ?? {};
    const given = tracking ? [{ company, number, url }] : [];
    done(createFulfillment(store, { groups, tracking: given, notifiesCustomer: false }, rules));
  });
  command('fulfill-all', z.strictObject({}), (store, order) => done(fulfillEverything(store, order, rules)));
  command('cancel-fulfillment', cancelFulfillmentSchema, (store, order, { fulfillmentId }) => {
    const { id } = partNamed(order.fulfillments, fulfillmentId, ({ status }) => status === 'SUCCESS');
    done(cancelFulfillment(store, id, rules));
  });
  command('open', fulfillmentOrderSchema, (store, order, { fulfillmentOrderId }) => {
    const scheduled = order.fulfillmentOrders.find(({ isScheduled }) => isScheduled)?.id;
    done(openWhenDue(store, fulfillmentOrderNamed(order, fulfillmentOrderId ?? scheduled), rules));
  });
  command('move', moveSchema, (store, order, { fulfillmentOrderId, locationId, lines }) => {
    const found = fulfillmentOrderNamed(order, fulfillmentOrderId);
    done(moveFulfillmentOrder(store, found, { locationId, pieces: piecesNamed(found, lines) }, rules));
  });
  command('split', splitSchema, (store, order, { fulfillmentOrderId, lines }) => {
    const found = fulfillmentOrderNamed(order, fulfillmentOrderId);
    done(splitFulfillmentOrder(store, found, piecesNamed(found, lines) ?? [], []));
  });
  command('merge', mergeSchema, (store, order, { fulfillmentOrderIds }) => {
    const named = fulfillmentOrderIds
      ? fulfillmentOrderIds.map((id) => fulfillmentOrderNamed(order, id).fulfillmentOrder)
      : order.fulfillmentOrders.filter(({ status }) => status === 'OPEN');
    done(mergeFulfillmentOrders(store, order, named, rules));
  });
  command('cancel-fulfillment-order', fulfillmentOrderSchema, (store, order, { fulfillmentOrderId }) =>
    done(cancelFulfillmentOrder(store, fulfillmentOrderNamed(order, fulfillmentOrderId))),
  );
}

function holdCommands(command: AddCommand, rules: Settings): void {
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
}
