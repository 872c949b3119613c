import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { RESOURCES } from '#app/gateways/onestock/index.ts';
import { policyResources } from '#sandbox/onestock/policy.ts';
import { type SimulatorClient, send, startSimulatorClient } from './client.ts';

let client: SimulatorClient;

beforeAll(async () => {
  client = await startSimulatorClient();
});
afterEach(() => send('DELETE', `${client.simulator.url}/_control`));
afterAll(() => client.simulator.close());

test('the simulator and the app know the same resources', () => {
  expect([...policyResources]).toEqual([...RESOURCES]);
});

test.each(['/v3/sales_channels', '/v3/endpoints', '/v3/endpoints/store_paris', '/v3/orders/1', '/check'])(
  'a resource that the policy withholds is a 403 at %s, and the others are answered',
  async (path) => {
    await client.control({ refusedResources: ['sales_channels', 'endpoints', 'orders', 'check'] });
    expect(await client.read(path)).toMatchObject({ status: 403, json: { error: 'forbidden' } });
    expect(await client.read('/v3/rulesets')).toMatchObject({ status: 200 });
  },
);

test('the status of a refusal, which is not public, can be that of a refused token', async () => {
  await client.control({ refusedResources: ['items'], policyRefusalStatus: 401 });
  expect(await client.read('/v3/items')).toMatchObject({ status: 401, json: { error: 'auth_error' } });
});

test('a stranger is refused as such before any policy is looked at, and login is under none', async () => {
  await client.control({ refusedResources: ['check'] });
  const answer = await send('GET', `${client.simulator.url}/check`, { site_id: 's100', token: 'none' });
  expect(answer.status).toBe(401);
  expect(await client.login()).toMatchObject({ status: 200 });
});

test('a resource that policies do not know is refused by the control door', async () => {
  expect(await client.control({ refusedResources: ['login'] })).toMatchObject({ status: 400 });
});

test.each([
  ['orders', 'order'],
  ['parcels', 'parcel'],
  ['line_items', 'line_item'],
  ['pieces', 'piece'],
  ['configurations', 'configuration'],
  ['requests', 'request'],
  ['webhooks', 'webhook'],
])('a thing of %s that does not exist is a 404 that names it', async (resource, entity) => {
  expect(await client.read(`/v3/${resource}/42`)).toMatchObject({
    status: 404,
    json: { error: 'not_found', params: { entity, id: '42' } },
  });
});

test.each([401, 404, 530])('a login for an unknown site is answered %i when asked to', async (status) => {
  await client.control({ unknownSiteStatus: status });
  expect(await client.login({ site_id: 's999' })).toMatchObject({ status });
  expect(await client.login({ password: 'wrong' })).toMatchObject({ status: 401 });
});

test.each([400, 401, 403])('a login with a wrong password is answered %i when asked to', async (status) => {
  await client.control({ wrongPasswordStatus: status });
  expect(await client.login({ password: 'wrong' })).toMatchObject({ status, json: { error: 'auth_error' } });
});
