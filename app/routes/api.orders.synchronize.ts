import { json } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/server-runtime';
import { z } from 'zod';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { readJson } from '#app/ui/form/read-json.ts';

/** As many as Shopify lets a merchant select on one page of a list. */
const MOST_ORDERS = 250;

const orderIds = z
  .array(z.string().regex(/^gid:\/\/shopify\/Order\/\d{1,20}$/))
  .min(1)
  .max(MOST_ORDERS)
  .transform((ids) => ids as OrderId[]);

/** Has orders synchronized again: `{orderIds}`. Answers 202 with how far each is as soon as that is queued; 409 when the shop does not synchronize orders. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { session, cors } = await context.shopify.authenticate.admin(request);
  const { orders } = context.services;
  const shop = session.shop as ShopDomain;
  const body = await readJson(request, z.object({ orderIds }));
  if (body.isErr()) return cors(json({ errors: body.error }, { status: 400 }));
  const asked = await orders.export.resynchronize(shop, body.value.orderIds);
  if (asked.isErr()) return cors(json({ error: asked.error }, { status: 409 }));
  const synchronizations = await orders.export.synchronizations(shop, body.value.orderIds);
  return cors(json({ orders: synchronizations }, { status: 202 }));
}

/** How far the synchronization of orders is: `?orderId=…&orderId=…`. Admin extensions call from an origin of their own, hence `cors`. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { session, cors } = await context.shopify.authenticate.admin(request);
  const asked = orderIds.safeParse(new URL(request.url).searchParams.getAll('orderId'));
  if (!asked.success) return cors(json({ errors: asked.error.issues }, { status: 400 }));
  const { orders } = context.services;
  return cors(json({ orders: await orders.export.synchronizations(session.shop as ShopDomain, asked.data) }));
}
