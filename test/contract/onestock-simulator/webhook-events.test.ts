import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { type ReceivedEvent, startSite } from './site-harness.ts';

const site = await startSite();
const { receiver } = site;

/** The events that have come when nothing is under way any more. */
async function settled(): Promise<ReceivedEvent[]> {
  await site.door('webhooks/settle');
  return receiver.events;
}

const states = ({ json }: ReceivedEvent) => `${json.old_state} > ${json.new_state}`;

function signed(key: string, text: string): string {
  return createHmac('sha256', key).update(text).digest('hex');
}

test('a parcel that leaves is told, then its groups, then the order, with ids and seconds', async () => {
  await site.subscribe();
  await site.createOrder('1');
  await site.door('orders/1/parcels', { id: 'p1' });
  await settled();
  receiver.events.length = 0;
  await site.door('orders/1/parcels/p1', { state: 'dispatched' });
  const date = Date.parse('2026-02-06T08:00:00Z') / 1000;
  expect((await settled()).map(({ json }) => json)).toEqual([
    { order_id: '1', date, old_state: 'created', new_state: 'dispatched', parcel_id: 'p1' },
    ...[
      { item_id: 'SKU-001', index_ranges: [{ from: 0, to: 1 }], quantity: 2 },
      { item_id: 'SKU-002', index_ranges: [{ from: 2, to: 4 }], quantity: 3 },
    ].map((group) => ({
      order_id: '1',
      date,
      old_state: 'claimed',
      new_state: 'fulfilled',
      line_item_group_id: expect.stringMatching(/^[0-9a-f]{24}$/),
      ...group,
    })),
    { order_id: '1', date, old_state: 'claimed', new_state: 'fulfilled' },
  ]);
});

test('events can name nothing but the order, or their topic too', async () => {
  await site.subscribe({ topics: ['line_item_group_state_changed'] });
  await site.createOrder('1');
  await site.control({ eventsNameEntity: false, eventsNameTopic: true });
  await site.door('orders/1/remove', { itemQuantities: { 'SKU-001': 1 } });
  expect((await settled()).map(({ json }) => json)).toEqual([
    {
      topic: 'line_item_group_state_changed',
      order_id: '1',
      date: expect.any(Number),
      old_state: 'created',
      new_state: 'removed',
    },
  ]);
});

test('a webhook hears of its own topics only, and of nothing when an order is created', async () => {
  await site.subscribe({ topics: ['parcel_state_changed'] });
  await site.createOrder('1');
  await site.door('orders/1/claim');
  await site.door('orders/1/parcels', { state: 'ready' });
  expect((await settled()).map(states)).toEqual(['created > ready']);
});

test('steps by the API are told as those of the control door are', async () => {
  await site.subscribe();
  await site.createOrder('1');
  await site.call('PATCH', '/v3/orders/1', { order: { from: 'created', to: 'removed' } });
  expect((await settled()).map(states)).toEqual(Array(3).fill('created > removed'));
});

test('an event is signed over the time and its raw body, in lower-case hexadecimal', async () => {
  await site.subscribe();
  await site.createOrder('1');
  await site.door('orders/1/state', { to: 'fulfilled' });
  const [event] = await settled();
  const time = Date.parse('2026-02-06T08:00:00Z') / 1000;
  expect(event?.headers).toMatchObject({
    'content-type': 'application/json',
    'onestock-signature': `t=${time},h0=${signed('newest', `${time}.${event?.raw}`)}`,
  });
});

test('up to three keys sign while they rotate, the newest first; the fourth is forgotten', async () => {
  const id = await site.subscribe();
  for (const hash_key of ['two', 'two', 'three', 'four'])
    await site.call('PATCH', `/v3/webhooks/${id}`, { webhook: { hash_key } });
  await site.control({ signatureCovers: 'timestamp', signatureSeparator: '.' });
  await site.createOrder('1');
  await site.door('orders/1/state', { to: 'fulfilled' });
  const [event] = await settled();
  const time = String(Date.parse('2026-02-06T08:00:00Z') / 1000);
  const signatures = ['four', 'three', 'two'].map((key, age) => `h${age}=${signed(key, time)}`);
  expect(event?.headers['onestock-signature']).toBe([`t=${time}`, ...signatures].join('.'));
});

test('without a key nothing is signed, and the method is the webhook’s', async () => {
  const id = await site.subscribe({ hash_key: undefined, hash_keys: ['old'] });
  await site.call('PATCH', `/v3/webhooks/${id}`, { webhook: { hash_keys: [] } });
  await site.createOrder('1');
  await site.door('orders/1/state', { to: 'fulfilled' });
  const [event] = await settled();
  expect(event?.headers).not.toHaveProperty('onestock-signature');
});

test('events of a webhook go one at a time, in their order', async () => {
  let open = 0;
  let mostOpen = 0;
  receiver.onEvent = async () => {
    open += 1;
    mostOpen = Math.max(mostOpen, open);
    await new Promise((resolve) => setImmediate(resolve));
    open -= 1;
  };
  await site.subscribe();
  await site.createOrder('1');
  for (const state of ['claimed', 'ready', 'provided', 'fulfilled'])
    await site.door('orders/1/groups', { state, indexRanges: [{ from: 0, to: 0 }] });
  expect((await settled()).map(states)).toEqual([
    'created > claimed',
    'created > claimed',
    'claimed > ready',
    'ready > provided',
    'provided > fulfilled',
  ]);
  expect(mostOpen).toBe(1);
});

test('every nth event can come twice, and every nth never', async () => {
  await site.subscribe({ topics: ['line_item_group_state_changed'] });
  await site.createOrder('1');
  const ranges = () => receiver.events.splice(0).map(({ json }) => json.index_ranges[0].from);
  // The first event of each pair is on SKU-001, which begins at 0, and the second on SKU-002, which begins at 2.
  await site.control({ duplicateEvery: 1 });
  await site.door('orders/1/groups', { state: 'issue' });
  await settled();
  expect(ranges()).toEqual([0, 0, 2, 2]);
  await site.control({ duplicateEvery: null, dropEvery: 1 });
  await site.door('orders/1/groups', { state: 'claimed' });
  await settled();
  expect(ranges()).toEqual([]);
  await site.control({ dropEvery: 1000 });
  await site.door('orders/1/groups', { state: 'removed' });
  await settled();
  expect(ranges()).toEqual([0, 2]);
});

test('the newest event can overtake those that wait', async () => {
  await site.subscribe();
  await site.createOrder('1');
  await site.control({ newestFirst: true });
  await site.door('orders/1/parcels', { id: 'p1', state: 'dispatched' });
  const events = await settled();
  expect(events).toHaveLength(7);
  expect(events.map(states).at(0)).toBe('claimed > fulfilled');
  expect(events.map(({ json }) => json.parcel_id).indexOf('p1')).toBe(3);
  expect(events.map(states).at(-1)).toBe('created > claimed');
});

test('what was acknowledged can be sent again, the newest first, in the same bytes', async () => {
  await site.subscribe();
  await site.createOrder('1');
  await site.door('orders/1/parcels', { id: 'p1', state: 'dispatched' });
  const raws = (await settled()).map(({ raw }) => raw);
  receiver.events.length = 0;
  expect((await site.door('webhooks/replay')).json).toEqual({ statuses: raws.map(() => 202) });
  expect(receiver.events.map(({ raw }) => raw)).toEqual(raws.toReversed());
  receiver.events.length = 0;
  await site.door('webhooks/replay', { last: 2, order: 'as_sent', orderId: '1' });
  expect(receiver.events.map(({ raw }) => raw)).toEqual(raws.slice(-2));
  expect((await site.door('webhooks/replay', { orderId: '2' })).json).toEqual({ statuses: [] });
});
