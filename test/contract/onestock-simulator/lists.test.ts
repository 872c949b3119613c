import { afterAll, beforeAll, expect, test } from 'vitest';
import { CATALOGUE } from '#sandbox/catalogue.ts';
import { type SimulatorClient, startSimulatorClient } from './client.ts';

let client: SimulatorClient;

beforeAll(async () => {
  client = await startSimulatorClient();
});
afterAll(() => client.simulator.close());

const idsOf = (entries: { id: string }[]) => entries.map(({ id }) => id);

async function endpointIds(parameters: Record<string, unknown>): Promise<string[]> {
  return idsOf((await client.read('/v3/endpoints', parameters)).json.endpoints);
}

test.each(['sales_channels', 'delivery_configs', 'rulesets', 'ruleset_chainings'])(
  '%s lists ids with names',
  async (name) => {
    const { status, json } = await client.read(`/v3/${name}`);
    expect(status).toBe(200);
    expect(json[name].length).toBeGreaterThan(1);
    for (const entry of json[name])
      expect(entry).toEqual({ id: expect.any(String), name: expect.any(String) });
  },
);

test.each(['requests', 'translators'])('%s lists names', async (name) => {
  const { json } = await client.read(`/v3/${name}`);
  for (const entry of json[name]) expect(entry).toMatchObject({ name: expect.any(String) });
});

test('every delivery config that is listed can be promised', async () => {
  const { json } = await client.read('/v3/delivery_configs');
  const destination = { endpoint_id: 'store_paris', location: { country: 'FR' } };
  const answer = await client.read('/v3/delivery_promises', {
    line_items: [{ item_id: 'SKU-001', qty: 1 }],
    delivery_options: idsOf(json.delivery_configs).map((delivery_method) => ({
      delivery_method,
      destination,
    })),
  });
  for (const promise of answer.json.delivery_options) expect(promise.status).toBe('valid');
});

test('endpoints come a page at a time, and the pages are the whole', async () => {
  const all = await endpointIds({});
  expect(all).toHaveLength(14);
  const pages = [0, 5, 10, 15].map((start) => endpointIds({ pagination: { limit: 5, start } }));
  expect((await Promise.all(pages)).map((page) => page.length)).toEqual([5, 5, 4, 0]);
  expect((await Promise.all(pages)).flat()).toEqual(all);
});

test('an endpoint tells where it is, when it opens and whether it collects', async () => {
  const { json } = await client.read('/v3/endpoints/store_amsterdam');
  expect(json).toMatchObject({
    id: 'store_amsterdam',
    timezone: 'Europe/Amsterdam',
    open: true,
    modules: { ckc: true },
    address: {
      city: 'Amsterdam',
      zip_code: '1012 XE',
      regions: { country: { code: 'NL', name: 'Netherlands' } },
      coordinates: { lat: expect.closeTo(52.37, 1), lon: expect.closeTo(4.89, 1) },
    },
    classification: { endpoint_type: ['store'] },
  });
  const mondayTenToSeven = { start: 10 * 3600, end: 19 * 3600, options: { open: true } };
  expect(json.opening_hours.timespans[0]).toEqual(mondayTenToSeven);
});

test('endpoints are found by id, address, type, module and nearness', async () => {
  const inToulouse = ['store_toulouse_capitole', 'store_toulouse_jean_jaures'];
  const warehouses = ['warehouse_orleans', 'warehouse_new_jersey'];
  expect(await endpointIds({ endpoint_ids: ['store_paris', 'nowhere'] })).toEqual(['store_paris']);
  expect(await endpointIds({ address: { city: 'toulouse' } })).toEqual(inToulouse);
  expect(await endpointIds({ address: { regions: { country: { code: 'ES' } } } })).toEqual(['store_madrid']);
  expect(await endpointIds({ classification: [{ endpoint_type: [['warehouse']] }] })).toEqual(warehouses);
  expect(await endpointIds({ modules: { ckc: false } })).toEqual(warehouses);
  expect(await endpointIds({ open: false })).toEqual([]);

  const albi = { lat: 43.9298, lon: 2.148 };
  const within = (distance: number) => endpointIds({ near: { centre_coordinates: albi, distance } });
  expect(await within(100_000)).toEqual([...inToulouse].reverse());
  expect(await within(10_000)).toEqual([]);
  const nearest = await endpointIds({
    modules: { ckc: true },
    near: { endpoint_id: 'store_lyon', limit: 3 },
  });
  expect(nearest.slice(0, 2)).toEqual(['store_lyon', 'store_milan']);
  expect(nearest).toHaveLength(3);
});

test('fields keeps the named paths only', async () => {
  const fields = ['id', 'address.city', 'opening_hours.timespans.start'];
  const { json } = await client.read('/v3/endpoints', { endpoint_ids: ['store_berlin'], fields });
  const [berlin] = json.endpoints;
  expect(berlin).toMatchObject({ id: 'store_berlin', address: { city: 'Berlin' } });
  expect(Object.keys(berlin.address)).toEqual(['city']);
  expect(berlin.opening_hours.timespans[0]).toEqual({ start: 36000 });
  expect(berlin).not.toHaveProperty('name');
});

test('the 300 items are the shared catalogue, each feature an array', async () => {
  const found: string[] = [];
  let search_after: string | undefined;
  do {
    const { json } = await client.read('/v3/items', { pagination: { limit: 125, search_after } });
    found.push(...idsOf(json.items));
    search_after = json.pagination.search_after;
  } while (search_after);
  expect(found).toEqual(CATALOGUE.map(({ sku }) => sku));
  expect(found).toHaveLength(300);

  const { json } = await client.read('/v3/items', { item_ids: ['SKU-001'], lang: 'fr' });
  expect(json.items).toEqual([
    {
      id: 'SKU-001',
      product_id: 'cotton-t-shirt',
      category_ids: ['clothing'],
      is_default: true,
      features: {
        fr: {
          name: ['T-shirt en coton, bleu marine, S'],
          color: ['bleu marine'],
          size: ['S'],
          weight: ['180'],
        },
      },
    },
  ]);
});

test('items are found by a text and by product', async () => {
  const byText = await client.read('/v3/items', { pattern: 'wollmantel', pagination: { limit: 2 } });
  expect(byText.json.items).toHaveLength(2);
  const byProduct = await client.read('/v3/items', { filters: { product_ids: ['wool-coat'] } });
  expect(byProduct.json.items).toHaveLength(12);
  expect(byProduct.json.items.filter((item: { is_default: boolean }) => item.is_default)).toHaveLength(1);
});
