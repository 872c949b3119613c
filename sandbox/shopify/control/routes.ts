import { z } from 'zod';
import { InvalidInput } from '../invalid-input.ts';
import type { Simulator, SimulatorApp } from '../simulator.ts';
import { attachEverywhere, detachEverywhere } from '../store/attach-everywhere.ts';
import { newOrderSchema, newShopSchema, shippingSchema } from './bodies.ts';
import { shopNamed } from './shop-named.ts';

/**
 * The control door, which belongs to the sandbox and to no Shopify:
 * `GET /_control` settings and counts of requests; `POST /_control` merges settings; `DELETE /_control` resets both;
 * `POST /_control/shops` opens another shop; `POST /_control/orders` places an order without a checkout;
 * `POST /_control/shipping` with `{"attached": true}` adds every carrier service to every zone and market, with `false` takes them all out, and
 * `GET` shows profiles and markets. What else can be added to a shop is in `shop-routes.ts`, what happens to an order in `order-routes.ts`.
 * `?shop=` names another shop than the demo one.
 */
export function mountControl(app: SimulatorApp, { control, shops, tokens }: Simulator): void {
  app.get('/_control', (context) => context.json(control.view()));
  app.post('/_control', async (context) => {
    const refusal = control.merge(await context.req.json().catch(() => null));
    return refusal === null ? context.json(control.view()) : context.json({ error: refusal }, 400);
  });
  app.delete('/_control', (context) => {
    control.reset();
    return context.json(control.view());
  });

  app.post('/_control/shops', async (context) => {
    const seed = newShopSchema.safeParse(await context.req.json().catch(() => null));
    if (!seed.success) return context.json({ error: z.prettifyError(seed.error) }, 400);
    const store = shops.open(seed.data);
    if (!store) throw new InvalidInput(`There is a shop ${seed.data.domain} already.`);
    return context.json({ shop: store.shop, accessToken: tokens.fixedToken(seed.data.domain) }, 201);
  });

  app.post('/_control/orders', async (context) => {
    const body = newOrderSchema.safeParse(await context.req.json().catch(() => null));
    if (!body.success) return context.json({ error: z.prettifyError(body.error) }, 400);
    const order = shopNamed(context.req.query('shop'), shops).placeOrder(body.data);
    return context.json({ orderId: order.id, orderName: order.name }, 201);
  });

  app.get('/_control/shipping', (context) => {
    const { deliveryProfiles, markets } = shopNamed(context.req.query('shop'), shops);
    return context.json({ deliveryProfiles, markets });
  });
  app.post('/_control/shipping', async (context) => {
    const body = shippingSchema.safeParse(await context.req.json().catch(() => null));
    if (!body.success) return context.json({ error: z.prettifyError(body.error) }, 400);
    const store = shopNamed(context.req.query('shop'), shops);
    if (body.data.attached) attachEverywhere(store);
    else detachEverywhere(store);
    return context.json({ deliveryProfiles: store.deliveryProfiles, markets: store.markets });
  });
}
