import { json } from '@remix-run/node';
import type { LoaderFunctionArgs } from '@remix-run/server-runtime';
import { merchant } from '#app/ui/merchant.ts';
import { notFound } from '#app/ui/not-found.ts';
import { toOrderId } from '#app/ui/orders/to-order-id.ts';

/** What the app is about to do with an order: asked for while its page waits for that. */
export async function loader(args: LoaderFunctionArgs) {
  const { shop, services } = await merchant(args);
  const orderId = toOrderId(args.params.id);
  if (!orderId) throw notFound();
  return json(await services.orders.views.work(shop, orderId));
}
