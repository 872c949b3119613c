import type { ActionFunctionArgs } from '@remix-run/server-runtime';
import { err, ok } from 'neverthrow';
import { describe, expect, it, vi } from 'vitest';
import { action, loader } from '#app/routes/api.orders.synchronize.ts';
import { pageServices } from '#test/support/page-services.ts';

const SHOP = 'example.myshopify.com';
const ORDERS = ['gid://shopify/Order/1', 'gid://shopify/Order/2'];

/** The endpoint, called by a merchant of the shop. */
function endpoint() {
  const orderExports = {
    resynchronize: vi.fn(async () => ok()),
    synchronizations: vi.fn(async (_: string, ids: readonly string[]) => ids.map((orderId) => ({ orderId }))),
  };
  const cors = (response: Response) => {
    response.headers.set('Access-Control-Allow-Origin', '*');
    return response;
  };
  const admin = vi.fn(async () => ({ session: { shop: SHOP }, cors }));
  const context = {
    shopify: { authenticate: { admin } },
    services: pageServices({ orders: { export: orderExports as never } }),
  };
  const args = (request: Request) => ({ request, context, params: {} }) as unknown as ActionFunctionArgs;
  const url = 'https://app.example.com/api/orders/synchronize';
  return {
    ...orderExports,
    admin,
    post: (body: unknown) => action(args(new Request(url, { method: 'POST', body: JSON.stringify(body) }))),
    get: (...ids: string[]) =>
      loader(args(new Request(`${url}?${ids.map((id) => `orderId=${encodeURIComponent(id)}`).join('&')}`))),
  };
}

describe('the endpoint that synchronizes orders again', () => {
  it('queues the orders of the authenticated shop, and answers at once with how far each is', async () => {
    const { post, resynchronize } = endpoint();
    const answer = await post({ orderIds: ORDERS });
    expect(answer.status).toBe(202);
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(await answer.json()).toEqual({ orders: ORDERS.map((orderId) => ({ orderId })) });
    expect(resynchronize).toHaveBeenCalledExactlyOnceWith(SHOP, ORDERS);
  });

  it.each([{}, { orderIds: [] }, { orderIds: ['1'] }, { orderIds: Array(251).fill(ORDERS[0]) }])(
    'refuses what names no orders, too many, or something else',
    async (body) => {
      const { post, resynchronize } = endpoint();
      expect((await post(body)).status).toBe(400);
      expect(resynchronize).not.toHaveBeenCalled();
    },
  );

  it('says so when the shop does not synchronize orders', async () => {
    const { post, resynchronize } = endpoint();
    resynchronize.mockResolvedValueOnce(err({ code: 'orders_not_synchronized' }) as never);
    const answer = await post({ orderIds: ORDERS });
    expect(answer.status).toBe(409);
    expect(await answer.json()).toEqual({ error: { code: 'orders_not_synchronized' } });
  });

  it('reports progress to the authenticated shop only', async () => {
    const { get, synchronizations, admin } = endpoint();
    expect(await (await get(...ORDERS)).json()).toEqual({ orders: ORDERS.map((orderId) => ({ orderId })) });
    expect(synchronizations).toHaveBeenCalledExactlyOnceWith(SHOP, ORDERS);
    expect((await get()).status).toBe(400);
    admin.mockRejectedValueOnce(new Response(null, { status: 401 }));
    await expect(get(...ORDERS)).rejects.toMatchObject({ status: 401 });
    expect(synchronizations).toHaveBeenCalledTimes(1);
  });
});
