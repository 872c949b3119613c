import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { fridayMorning, type Received, type SimulatorClient, send, startSimulatorClient } from './client.ts';

let client: SimulatorClient;

beforeAll(async () => {
  client = await startSimulatorClient();
});
beforeEach(() => client.setNow(fridayMorning));
afterEach(() => send('DELETE', `${client.simulator.url}/_control`));
afterAll(() => client.simulator.close());

const home = (delivery_method: string, location: Record<string, string>) => ({
  delivery_method,
  destination: { location },
});
const collect = (endpoint_id: string) => ({ delivery_method: 'ckc', destination: { endpoint_id } });
const toToulouse = home('standard', { country: 'FR', zip_code: '31400' });

function ask(options: unknown[], skus = ['SKU-001'], fields?: string[]): Promise<Received> {
  return client.read('/v3/delivery_promises', {
    sales_channel: 'online_store',
    line_items: skus.map((item_id) => ({ item_id, qty: 1 })),
    pricing_details: { price: 49.99 },
    delivery_options: options,
    fields,
  });
}

async function promiseFor(option: unknown, skus?: string[]) {
  return (await ask([option], skus)).json.delivery_options[0];
}

const seconds = (iso: string) => Date.parse(iso) / 1000;

test('a promise carries method, status, destination, Unix seconds, cost and footprint', async () => {
  expect(await promiseFor(toToulouse)).toEqual({
    delivery_method: 'standard',
    status: 'valid',
    destination: {
      delivery_zone: 'france',
      location: { country: 'FR', zip_code: '31400', timezone: 'Europe/Paris' },
    },
    cutoff: seconds('2026-02-06T16:00:00+01:00'),
    // Two to three delivery days after a Friday: Saturday counts, Sunday does not.
    eta_start: seconds('2026-02-09T08:00:00+01:00'),
    eta_end: seconds('2026-02-10T20:00:00+01:00'),
    shipment_number: 1,
    cost: 4.9,
    carbon_footprint: 320,
  });
});

test('each requested option has its entry, in the order asked', async () => {
  const options = [
    collect('store_lyon'),
    toToulouse,
    home('express', { country: 'FR' }),
    collect('store_paris'),
  ];
  const { json } = await ask(options);
  const answered = json.delivery_options as {
    delivery_method: string;
    destination: { endpoint_id?: string };
  }[];
  expect(
    answered.map(({ delivery_method, destination }) => [delivery_method, destination.endpoint_id]),
  ).toEqual([
    ['ckc', 'store_lyon'],
    ['standard', undefined],
    ['express', undefined],
    ['ckc', 'store_paris'],
  ]);
});

test('express costs more, leaves earlier and arrives the next delivery day', async () => {
  expect(await promiseFor(home('express', { country: 'FR', zip_code: '31400' }))).toMatchObject({
    cutoff: seconds('2026-02-06T13:00:00+01:00'),
    eta_start: seconds('2026-02-07T08:00:00+01:00'),
    eta_end: seconds('2026-02-07T20:00:00+01:00'),
    cost: 9.9,
  });
});

test('a collection is free, and is ready before the store closes', async () => {
  expect(await promiseFor(collect('store_toulouse_capitole'))).toMatchObject({
    status: 'valid',
    destination: { endpoint_id: 'store_toulouse_capitole' },
    cutoff: seconds('2026-02-06T17:30:00+01:00'),
    eta_start: seconds('2026-02-06T18:30:00+01:00'),
    eta_end: seconds('2026-02-06T19:30:00+01:00'),
    cost: 0,
  });
});

test.each(['CA', 'US-CA'])(
  'a promise to %s ships from America and is dated in the zone of the destination',
  async (state) => {
    expect(await promiseFor(home('express', { country: 'US', state, zip_code: '90046' }))).toMatchObject({
      destination: { location: { state, timezone: 'America/Los_Angeles' } },
      cutoff: seconds('2026-02-06T13:00:00-05:00'),
      eta_start: seconds('2026-02-07T08:00:00-08:00'),
    });
  },
);

test('a country of many zones has no zone without a state', async () => {
  const promise = await promiseFor(home('standard', { country: 'US' }));
  expect(promise).toMatchObject({ status: 'valid' });
  expect(promise.destination.location.timezone).toBeUndefined();
});

test('carriers come only when fields asks for delivery routes', async () => {
  expect(await promiseFor(toToulouse)).not.toHaveProperty('delivery_routes');
  const { json } = await ask([toToulouse], ['SKU-001'], ['delivery_options.delivery_routes']);
  expect(json.delivery_options[0].delivery_routes).toEqual([
    { carrier: { name: 'Colissimo', option: 'domicile' } },
  ]);
});

test('zip_code and postcode mean the same, and a country alone is enough', async () => {
  const postcode = await promiseFor(home('standard', { country: 'FR', postcode: '31400' }));
  expect(postcode).toEqual(await promiseFor(toToulouse));
  expect(await promiseFor(home('standard', { country: 'NL' }))).toMatchObject({ status: 'valid' });
});

test.each([
  ['a country that no zone covers', home('standard', { country: 'JP' }), 'no delivery zone'],
  ['a method that does not exist', home('drone', { country: 'FR' }), 'unknown delivery method'],
  ['a home delivery without an address', collectAsHome(), 'needs a location'],
  ['a collection from a warehouse', collect('warehouse_orleans'), 'does not offer click and collect'],
  ['a collection from nowhere', home('ckc', { country: 'FR' }), 'needs an endpoint_id'],
])('%s is status none with a reason and no dates', async (_case, option, reason) => {
  const promise = await promiseFor(option);
  expect(promise).toMatchObject({ status: 'none', reason: expect.stringContaining(reason) });
  for (const key of ['cutoff', 'eta_start', 'eta_end', 'cost']) expect(promise).not.toHaveProperty(key);
});

test('stock decides the status: all there, some missing, all missing, or unknown', async () => {
  expect(await promiseFor(toToulouse, ['SKU-001', 'SKU-300'])).toMatchObject({ status: 'partial' });
  expect(await promiseFor(toToulouse, ['SKU-001', 'SKU-002'])).toMatchObject({ status: 'valid' });
  expect(await promiseFor(toToulouse, ['SKU-050'])).toMatchObject({
    status: 'none',
    reason: 'out of stock: SKU-050',
  });
  expect(await promiseFor(toToulouse, ['SKU-001', 'SKU-301'])).toMatchObject({
    status: 'none',
    reason: 'unknown items: SKU-301',
  });
  await client.control({ outOfStock: ['SKU-001'] });
  expect(await promiseFor(toToulouse, ['SKU-001'])).toMatchObject({ status: 'none' });
  expect(await promiseFor(toToulouse, ['SKU-050'])).toMatchObject({ status: 'valid' });
});

test.each(['valid', 'valid_estimation', 'partial', 'partial_estimation', 'none'])(
  'the control door forces status %s, dated unless it is none',
  async (promiseStatus) => {
    await client.control({ promiseStatus });
    const { json } = await ask([toToulouse, collect('store_paris')], ['SKU-050']);
    for (const promise of json.delivery_options) {
      expect(promise.status).toBe(promiseStatus);
      expect('cutoff' in promise).toBe(promiseStatus !== 'none');
    }
  },
);

function collectAsHome() {
  return { ...collect('store_paris'), delivery_method: 'standard' };
}
