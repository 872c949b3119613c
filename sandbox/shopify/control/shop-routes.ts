import type { Context } from 'hono';
import { z } from 'zod';
import type { Simulator, SimulatorApp } from '../simulator.ts';
import { openDueFulfillmentOrders } from '../store/fulfillment/open.ts';
import type { Store } from '../store/store.ts';
import { newLocationSchema, newVariantSchema, openScheduledSchema } from './shop-bodies.ts';
import { shopNamed } from './shop-named.ts';

/**
 * What a merchant changes of a shop, and what time does, at the control door: `POST /_control/locations` adds a location, `POST /_control/variants` a
 * product with one variant; `POST /_control/open-scheduled` opens every scheduled fulfillment order that is due. `?shop=` as elsewhere.
 */
export function mountShopControl(app: SimulatorApp, { control, shops }: Simulator): void {
  const form = <Body>(
    path: string,
    schema: z.ZodType<Body>,
    run: (store: Store, body: Body, context: Context) => Response,
  ): void => {
    app.post(path, async (context) => {
      const body = schema.safeParse(await context.req.json().catch(() => ({})));
      if (!body.success) return context.json({ error: z.prettifyError(body.error) }, 400);
      return run(shopNamed(context.req.query('shop'), shops), body.data, context);
    });
  };

  form('/_control/locations', newLocationSchema, (store, { fulfillmentService, ...facts }, context) => {
    const service = fulfillmentService && {
      id: store.nextId('FulfillmentService'),
      serviceName: facts.name,
      ...fulfillmentService,
    };
    const location = {
      id: store.nextId('Location'),
      isPrimary: false,
      fulfillsOnlineOrders: true,
      shipsInventory: true,
      fulfillmentService: service ?? null,
      ...facts,
    };
    store.locations.push(location);
    return context.json({ location }, 201);
  });

  form('/_control/variants', newVariantSchema, (store, { productTitle, ...facts }, context) => {
    const productId = store.nextId('Product');
    store.products.push({ id: productId, handle: `product-${store.products.length}`, title: productTitle });
    const variant = { id: store.nextId('ProductVariant'), productId, productTitle, ...facts };
    store.variants.push(variant);
    return context.json({ variant }, 201);
  });

  form('/_control/open-scheduled', openScheduledSchema, (store, { until }, context) => {
    const opened = openDueFulfillmentOrders(store, until ?? store.now(), control.settings);
    return context.json({ fulfillmentOrderIds: opened.map(({ fulfillmentOrder }) => fulfillmentOrder.id) });
  });
}
