import type { Context } from 'hono';
import type { SimulatorApp } from '../../simulator.ts';
import { numericId } from '../../store/ids.ts';
import type { Shops } from '../../store/shops.ts';
import type { Store } from '../../store/store.ts';
import type { Order } from '../../store/types.ts';
import { orderPage, ordersPage } from './orders-pages.ts';
import { promiseState } from './thank-you-page.ts';

/** `/orders`, an order's page, and the part of the thank-you page that follows its metafields. */
export function mountOrderPages(app: SimulatorApp, shops: Shops, shopOf: (context: Context) => Store): void {
  const find = (number: string): { store: Store; order: Order } | undefined => {
    for (const store of shops.all()) {
      const order = [...store.orders.values()].find(({ id }) => String(numericId(id)) === number);
      if (order) return { store, order };
    }
    return undefined;
  };

  app.get('/orders', (context) => context.html(ordersPage(shopOf(context))));

  app.get('/orders/:number', (context) => {
    const found = find(context.req.param('number'));
    return found ? context.html(orderPage(found.store, found.order)) : context.notFound();
  });

  app.get('/orders/:number/promise', (context) => {
    const found = find(context.req.param('number'));
    return found ? context.html(promiseState(found.store, found.order)) : context.notFound();
  });
}
