import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type SimulatorClient, send, startSimulatorClient } from './client.ts';

let client: SimulatorClient;

beforeAll(async () => {
  client = await startSimulatorClient();
});
afterEach(() => send('DELETE', `${client.simulator.url}/_control`));
afterAll(() => client.simulator.close());

const toulouse = { endpoint_id: 'store_paris', location: { country: 'FR', zip_code: '31000' } };

async function promised(delivery_method: string, destination: object = toulouse) {
  return client.read('/v3/delivery_promises', {
    line_items: [{ item_id: 'SKU-001', qty: 1 }],
    delivery_options: [{ delivery_method, destination }],
  });
}

test.each(['sales_channels', 'ruleset_chainings', 'delivery_configs'])(
  '%s has as many entries as are asked for, each with an id of its own',
  async (name) => {
    const own = (await client.read(`/v3/${name}`)).json[name];
    await client.control({ listSizes: { [name]: 300 } });
    const many = (await client.read(`/v3/${name}`)).json[name];
    expect(many).toHaveLength(300);
    expect(many.slice(0, own.length)).toEqual(own);
    expect(new Set(many.map(({ id }: { id: string }) => id)).size).toBe(300);
    await client.control({ listSizes: { [name]: 0 } });
    expect((await client.read(`/v3/${name}`)).json[name]).toEqual([]);
  },
);

test('a site of 2,000 endpoints gives them all, page by page, and promises in each store', async () => {
  await client.control({ listSizes: { endpoints: 2_000 } });
  const ids: string[] = [];
  for (let start = 0; start < 2_000; start += 500) {
    const { json } = await client.read('/v3/endpoints', {
      fields: ['id'],
      pagination: { limit: 500, start },
    });
    ids.push(...json.endpoints.map(({ id }: { id: string }) => id));
  }
  expect(new Set(ids).size).toBe(2_000);
  const last = ids.at(-1) as string;
  expect((await client.read(`/v3/endpoints/${last}`)).json.modules.ckc).toBe(true);
  const { json } = await promised('ckc', { endpoint_id: last });
  expect(json.delivery_options[0].status).toBe('valid');
});

test('the last of 300 delivery methods can be promised', async () => {
  await client.control({ listSizes: { delivery_configs: 300 } });
  const { delivery_configs } = (await client.read('/v3/delivery_configs')).json;
  const { json } = await promised(delivery_configs.at(-1).id);
  expect(json.delivery_options[0].status).toBe('valid');
});

test('a deleted delivery method is listed no more, and no promise is made for it', async () => {
  await client.control({ deletedDeliveryMethods: ['express'] });
  const { delivery_configs } = (await client.read('/v3/delivery_configs')).json;
  expect(delivery_configs.map(({ id }: { id: string }) => id)).toEqual(['standard', 'ckc']);
  const { json } = await promised('express');
  expect(json.delivery_options[0]).toMatchObject({
    status: 'none',
    reason: 'unknown delivery method express',
  });
});

test('a deleted delivery method can cost the whole answer, since how it is answered is not public', async () => {
  await client.control({ deletedDeliveryMethods: ['express'], unknownMethodAnswer: 'not_found' });
  expect(await promised('express')).toMatchObject({
    status: 404,
    json: { params: { entity: 'delivery_method', id: 'express' } },
  });
  expect(await promised('standard')).toMatchObject({ status: 200 });
});
