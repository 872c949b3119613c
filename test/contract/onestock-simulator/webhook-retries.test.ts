import { expect, test, vi } from 'vitest';
import { startSite } from './site-harness.ts';

const site = await startSite();
const { receiver } = site;

/** Removes a piece: one event on its group. */
async function oneEvent(orderId: string): Promise<void> {
  await site.createOrder(orderId);
  await site.door(`orders/${orderId}/remove`, { indexRanges: [{ from: 0, to: 0 }] });
  await site.door('webhooks/settle');
}

// biome-ignore lint/suspicious/noExplicitAny: tests assert on foreign JSON of any shape.
async function view(): Promise<any> {
  return (await site.door('webhooks')).json;
}

async function alertNames(): Promise<string[]> {
  return (await view()).alerts.map(({ name }: { name: string }) => name);
}

const advance = (seconds: number) => site.door('webhooks/advance', { seconds });
const orderIds = () => receiver.events.map(({ json }) => json.order_id);

test('a receiver that does not answer 202 is tried again after 30 s, and holds up what comes after', async () => {
  await site.subscribe();
  receiver.next = [200];
  await oneEvent('1');
  await oneEvent('2');
  expect(orderIds()).toEqual(['1']);
  expect(await view()).toMatchObject({ webhooks: [{ status: 'paused', waiting: 2, failedTries: 1 }] });
  await advance(29);
  expect(orderIds()).toEqual(['1']);
  await advance(1);
  expect(orderIds()).toEqual(['1', '1', '2']);
  expect(receiver.events[1]?.raw).toBe(receiver.events[0]?.raw);
  expect(await view()).toMatchObject({ webhooks: [{ status: 'enabled', waiting: 0, failedTries: 0 }] });
  expect(await alertNames()).toEqual([]);
});

test('any 2xx acknowledges where the site takes it so', async () => {
  await site.control({ acknowledgedByAny2xx: true });
  await site.subscribe();
  receiver.status = 200;
  await oneEvent('1');
  expect(await view()).toMatchObject({ webhooks: [{ status: 'enabled', waiting: 0 }] });
});

test('six retries, an alert at the third failed try, and the webhook is disabled', async () => {
  const id = await site.subscribe();
  receiver.status = 500;
  await oneEvent('1');
  await advance(30);
  expect(await alertNames()).toEqual([]);
  await advance(60);
  expect(await alertNames()).toEqual(['webhook_failure']);
  await advance(120 + 240 + 480);
  expect(receiver.events).toHaveLength(6);
  expect((await site.read(`/v3/webhooks/${id}`)).json.status).toBe('paused');
  await advance(840);
  expect(receiver.events).toHaveLength(7);
  expect((await site.read(`/v3/webhooks/${id}`)).json.status).toBe('disabled');
  expect(await alertNames()).toEqual(['webhook_failure', 'webhook_deactivation']);
  await advance(3600);
  expect(receiver.events).toHaveLength(7);
});

test('a later try that works is told to people, and the count of tries begins anew', async () => {
  await site.subscribe();
  receiver.next = [500, 500, 500, 202, 500];
  await oneEvent('1');
  await advance(30 + 60 + 120);
  expect(await alertNames()).toEqual(['webhook_failure', 'webhook_failure_recovered']);
  await oneEvent('2');
  expect(await view()).toMatchObject({ webhooks: [{ status: 'paused', failedTries: 1 }] });
});

test('a disabled webhook that is enabled again gets what was stored, once each and in order', async () => {
  await site.control({ retryIntervalsSeconds: [] });
  const id = await site.subscribe();
  receiver.next = [500];
  await oneEvent('1');
  await oneEvent('2');
  expect(await view()).toMatchObject({ webhooks: [{ status: 'disabled', waiting: 2 }] });
  await site.call('PATCH', `/v3/webhooks/${id}/status`, { status: 'enabled' });
  await site.door('webhooks/settle');
  expect(orderIds()).toEqual(['1', '1', '2']);
});

test('a paused webhook keeps its events for a week', async () => {
  const id = await site.subscribe({ status: 'paused' });
  await oneEvent('old');
  await advance(24 * 3600);
  await oneEvent('young');
  await advance(6 * 24 * 3600 + 1);
  expect(receiver.events).toHaveLength(0);
  await site.call('PATCH', `/v3/webhooks/${id}/status`, { status: 'enabled' });
  await site.door('webhooks/settle');
  expect(orderIds()).toEqual(['young']);
});

test('a webhook that a person pauses while it is retried stays paused until it is enabled', async () => {
  const id = await site.subscribe();
  receiver.next = [500];
  await oneEvent('1');
  await site.call('PATCH', `/v3/webhooks/${id}/status`, { status: 'paused' });
  await advance(3600);
  expect(receiver.events).toHaveLength(1);
  await site.call('PATCH', `/v3/webhooks/${id}/status`, { status: 'enabled' });
  await site.door('webhooks/settle');
  expect(orderIds()).toEqual(['1', '1']);
});

test('a deleted webhook is tried no more', async () => {
  const id = await site.subscribe();
  receiver.status = 500;
  await oneEvent('1');
  await site.call('DELETE', `/v3/webhooks/${id}`);
  await advance(3600);
  expect(receiver.events).toHaveLength(1);
});

test('a receiver that takes too long has failed', async () => {
  await site.control({ webhookTimeoutMs: 50 });
  await site.subscribe();
  receiver.status = null;
  await oneEvent('1');
  expect(await view()).toMatchObject({
    webhooks: [{ status: 'paused', waiting: 1 }],
    deliveries: [{ status: null, isAcknowledged: false }],
  });
});

test('retries come by themselves, as much faster as the control door says', async () => {
  await site.control({ timeScale: 10_000 });
  await site.subscribe();
  receiver.next = [500, 500];
  await oneEvent('1');
  await vi.waitFor(() => expect(receiver.events).toHaveLength(3), { timeout: 10_000 });
  await site.door('webhooks/settle');
  expect(await view()).toMatchObject({ webhooks: [{ status: 'enabled', waiting: 0 }] });
});

test('one webhook that fails leaves the others alone', async () => {
  await site.subscribe();
  await site.subscribe({ url: receiver.url.replace(/:\d+/, ':1') });
  await oneEvent('1');
  expect(await view()).toMatchObject({
    webhooks: [
      { status: 'enabled', waiting: 0 },
      { status: 'paused', waiting: 1 },
    ],
  });
});

test('a command that the control door does not know is a 404, and a bad one a 400', async () => {
  expect(await site.door('webhooks/explode')).toMatchObject({ status: 404 });
  expect(await site.door('webhooks/advance', { seconds: 0 })).toMatchObject({ status: 400 });
  expect(await site.door('nothing')).toMatchObject({ status: 404 });
});
