import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type SimulatorClient, send, startSimulatorClient } from './client.ts';

let client: SimulatorClient;
let door: string;

beforeAll(async () => {
  client = await startSimulatorClient();
  door = `${client.simulator.url}/_control`;
});
afterEach(() => send('DELETE', door));
afterAll(() => client.simulator.close());

test('settings merge: what is not named stays', async () => {
  await client.control({ latencyMs: 20, failure: '500' });
  const { json } = await client.control({ failure: 'none', promiseStatus: 'partial' });
  expect(json.settings).toMatchObject({ latencyMs: 20, failure: 'none', promiseStatus: 'partial' });
});

test('an unknown setting is refused by name, and nothing of the change is kept', async () => {
  const answer = await client.control({ latencyMs: 20, latency: 30 });
  expect(answer).toMatchObject({ status: 400, json: { message: expect.stringContaining('"latency"') } });
  expect((await send('GET', door)).json.settings.latencyMs).toBe(0);
});

test('a bad value is refused with its key', async () => {
  const answer = await client.control({ failure: 'explode' });
  expect(answer).toMatchObject({
    status: 400,
    json: { message: expect.stringContaining('invalid failure') },
  });
  expect(await send('POST', door, '{"latencyMs":')).toMatchObject({ status: 400 });
  expect(await send('PUT', door, {})).toMatchObject({ status: 405 });
});

test('requests are counted by the method and the route that were called', async () => {
  await client.read('/v3/endpoints/store_paris');
  await client.read('/v3/endpoints/store_lyon');
  await send('GET', `${client.simulator.url}/v4/check`, {});
  const { requests } = (await send('GET', door)).json;
  expect(requests).toEqual({ 'POST /login': 2, 'POST /v3/endpoints/{id}': 2, 'GET /v4/check': 1 });
});

test('the last twenty requests are kept without token or password', async () => {
  for (let call = 0; call < 12; call += 1) await client.read('/v3/check', { note: call });
  const { json, text } = await send('GET', door);
  expect(json.lastRequests).toHaveLength(20);
  const site_id = client.simulator.siteId;
  expect(json.lastRequests.at(-1)).toEqual({ route: 'POST /v3/check', body: { site_id, note: 11 } });
  expect(text).not.toContain('"token"');
  expect(text).not.toContain(client.simulator.password);
});

test('a reset puts settings back and forgets requests, but not tokens', async () => {
  const { token } = (await client.login()).json;
  const before = (await send('GET', door)).json.settings;
  await client.control({ outOfStock: ['SKU-001'], clockOffsetSeconds: 60 });
  const { json } = await send('DELETE', door);
  expect(json).toEqual({ settings: before, requests: {}, lastRequests: [] });
  const check = await send('GET', `${client.simulator.url}/check`, {
    site_id: client.simulator.siteId,
    token,
  });
  expect(check.status).toBe(200);
});
