import { z } from 'zod';
import { shopNamed } from '../control/shop-named.ts';
import type { Simulator, SimulatorApp } from '../simulator.ts';
import { numericId } from '../store/ids.ts';
import type { Delivery } from './delivery.ts';
import { compliancePayload } from './shop-payloads.ts';

const shop = z.string().optional();
const sendSchema = z.strictObject({ topic: z.string(), payload: z.unknown().default({}), shop });
const uninstallSchema = z.strictObject({ shop });
const complianceSchema = z.strictObject({
  topic: z.enum(['customers/data_request', 'customers/redact', 'shop/redact']),
  /** Numeric or global ids. */
  orderIds: z.array(z.union([z.string(), z.number()])).default([]),
  shop,
});
const replaySchema = z
  .strictObject({
    webhookId: z.string().optional(),
    /** Numeric or global. */
    orderId: z.union([z.string(), z.number()]).optional(),
    times: z.number().int().positive().default(1),
    reverse: z.boolean().default(false),
  })
  .refine(({ webhookId, orderId }) => (webhookId === undefined) !== (orderId === undefined), {
    error: 'Name either a webhookId or an orderId.',
  });

/**
 * The control door of webhooks: `GET /_control/webhooks` the log; `POST …/replay` sends recorded ones again and
 * answers when they are sent; `POST …/send` any topic; `POST /_control/uninstall` and `POST /_control/compliance`
 * what merchants and Shopify set off.
 */
export function mountWebhookControl(app: SimulatorApp, { shops, tokens, webhooks }: Simulator): void {
  app.get('/_control/webhooks', (context) => context.json({ webhooks: webhooks.log }));

  app.post('/_control/webhooks/replay', async (context) => {
    const body = replaySchema.safeParse(await context.req.json().catch(() => null));
    if (!body.success) return context.json({ error: z.prettifyError(body.error) }, 400);
    const { webhookId, orderId, times, reverse } = body.data;
    const chosen = webhooks.log.filter((delivery) =>
      webhookId === undefined ? isAbout(delivery, String(orderId)) : delivery.webhookId === webhookId,
    );
    if (chosen.length === 0) return context.json({ error: 'No such webhook was sent.' }, 404);
    if (reverse) chosen.reverse();
    for (let round = 0; round < times; round += 1) await webhooks.replay(chosen);
    return context.json({ replayed: chosen.length * times });
  });

  app.post('/_control/webhooks/send', async (context) => {
    const body = sendSchema.safeParse(await context.req.json().catch(() => null));
    if (!body.success) return context.json({ error: z.prettifyError(body.error) }, 400);
    const { topic, payload } = body.data;
    return context.json(idsOf(webhooks.publish(shopNamed(body.data.shop, shops), { topic, payload })));
  });

  app.post('/_control/uninstall', async (context) => {
    const body = uninstallSchema.safeParse(await context.req.json().catch(() => ({})));
    if (!body.success) return context.json({ error: z.prettifyError(body.error) }, 400);
    const store = shopNamed(body.data.shop, shops);
    tokens.forget(store.shop.domain);
    return context.json(idsOf(webhooks.uninstall(store)));
  });

  app.post('/_control/compliance', async (context) => {
    const body = complianceSchema.safeParse(await context.req.json().catch(() => null));
    if (!body.success) return context.json({ error: z.prettifyError(body.error) }, 400);
    const { topic, orderIds } = body.data;
    const store = shopNamed(body.data.shop, shops);
    const numbers = new Set(orderIds.map((id) => numericId(String(id))));
    const orders = [...store.orders.values()].filter(({ id }) => numbers.has(numericId(id)));
    return context.json(
      idsOf(webhooks.publish(store, { topic, payload: compliancePayload(topic, store.shop, orders) })),
    );
  });
}

function isAbout({ orderId }: Delivery, id: string): boolean {
  return orderId !== null && numericId(orderId) === numericId(id);
}

function idsOf(deliveries: Delivery[]): { webhookIds: string[] } {
  return { webhookIds: deliveries.map(({ webhookId }) => webhookId) };
}
