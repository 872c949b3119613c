import { z } from 'zod';
import type { Simulator, SimulatorApp } from '../simulator.ts';
import { cancelOrder } from '../store/order-changes/cancel-order.ts';
import { changeDetails } from '../store/order-changes/change-details.ts';
import { editOrder } from '../store/order-changes/edit-order.ts';
import { payOrder } from '../store/order-changes/pay-order.ts';
import { refundOrder } from '../store/order-changes/refund-order.ts';
import { cancelReturn, closeReturn, createReturn, processReturn } from '../store/order-changes/returns.ts';
import type { Store } from '../store/store.ts';
import type { Order } from '../store/types.ts';
import { fulfillmentCommands } from './fulfillment-commands.ts';
import { done, lineNamed, orderNamed, partNamed } from './named.ts';
import {
  cancelSchema,
  changeSchema,
  editSchema,
  processReturnSchema,
  refundSchema,
  returnNameSchema,
  returnSchema,
} from './order-bodies.ts';
import type { Settings } from './settings.ts';
import { shopNamed } from './shop-named.ts';

/** Adds the command `name`: a body of that schema, and what it does. */
export type AddCommand = <Body>(
  name: string,
  schema: z.ZodType<Body>,
  run: (store: Store, order: Order, body: Body) => void,
) => void;

/**
 * What merchants and other apps do to an order, at `POST /_control/orders/{numeric id}/…`, with the bodies of `order-bodies.ts`:
 * - the order: `pay`, `cancel`, `edit`, `change` (address, contact, note), `refund`
 * - its fulfillment orders: `hold`, `release`, `open`, `move`, `split`, `merge`, `cancel-fulfillment-order`
 * - its fulfillments: `fulfill`, `fulfill-all`, `cancel-fulfillment`
 * - its returns: `return`, `process-return`, `close-return`, `cancel-return`
 *
 * A fulfillment order is named by its id, or is the first that is not over; a return or fulfillment by its id, or is the last that is not. Each
 * answers the order, as `GET /_control/orders/{numeric id}` does; 422 when it cannot be done.
 */
export function mountOrderControl(app: SimulatorApp, { control, shops }: Simulator): void {
  const command: AddCommand = (name, schema, run) => {
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
  orderCommands(command, control.settings);
  fulfillmentCommands(command, control.settings);
  returnCommands(command, control.settings);
}

function orderCommands(command: AddCommand, rules: Settings): void {
  command('pay', z.strictObject({}), (store, order) => payOrder(store, order));
  command('cancel', cancelSchema, (store, order, { reason, refund }) =>
    done(cancelOrder(store, order, { reason, refunds: refund }, rules)),
  );
  command('edit', editSchema, (store, order, { quantities, ...edit }) => {
    const named = quantities.map((line) => ({
      orderLineId: lineNamed(order, line),
      quantity: line.quantity,
    }));
    editOrder(store, order, { quantities: named, ...edit }, rules);
  });
  command('change', changeSchema, (store, order, details) => changeDetails(store, order, details, rules));
  command('refund', refundSchema, (store, order, { lines, shipping, note }) => {
    const named = lines.map((line) => ({
      orderLineId: lineNamed(order, line),
      quantity: line.quantity,
      restockType: line.restockType,
      locationId: null,
    }));
    done(refundOrder(store, order, { lines: named, shipping, note }, rules));
  });
}

function returnCommands(command: AddCommand, rules: Settings): void {
  const isOpen = ({ status }: Order['returns'][number]) => status === 'OPEN';

  command('return', returnSchema, (store, order, { lines, exchange }) => {
    const named = lines.map(({ sku, lineId, ...line }) => ({
      orderLineId: lineNamed(order, { sku, lineId }),
      ...line,
    }));
    createReturn(store, order, { lines: named, exchange }, rules);
  });
  command('process-return', processReturnSchema, (store, order, { returnId, refund }) => {
    const asked = partNamed(order.returns, returnId, isOpen);
    processReturn(store, order, { asked, refunds: refund }, rules);
  });
  command('close-return', returnNameSchema, (store, order, { returnId }) =>
    closeReturn(store, order, partNamed(order.returns, returnId, isOpen)),
  );
  command('cancel-return', returnNameSchema, (store, order, { returnId }) =>
    cancelReturn(store, order, partNamed(order.returns, returnId, isOpen), rules),
  );
}

function shownOrder(store: Store, order: Order): object {
  return { ...order, metafields: store.metafields.of(order.id) };
}
