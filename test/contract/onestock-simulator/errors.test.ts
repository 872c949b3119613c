import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type SimulatorClient, send, startSimulatorClient } from './client.ts';

let client: SimulatorClient;
let url: string;

beforeAll(async () => {
  client = await startSimulatorClient();
  url = client.simulator.url;
});
afterEach(() => send('DELETE', `${url}/_control`));
afterAll(() => client.simulator.close());

test.each(['/nowhere', '/v1/login', '/v9/check', '/v2/endpoints/store_paris/more'])(
  'the unknown route %s is a page of text under a 404, not JSON',
  async (path) => {
    const answer = await client.read(path);
    expect(answer).toMatchObject({ status: 404, json: undefined });
    expect(answer.headers['content-type']).toContain('text/plain');
  },
);

test.each(['{"site_id": ', '[]', '"text"', 'null'])('a body of %s is a 400 invalid_json', async (body) => {
  expect(await send('GET', `${url}/v3/check`, body)).toMatchObject({
    status: 400,
    json: { error: 'invalid_json', message: expect.any(String) },
  });
});

test('an unproven classic query string is refused as JSON that it is not', async () => {
  const answer = await send('GET', `${url}/v3/check?site_id=s100&token=abc`);
  expect(answer).toMatchObject({ status: 400, json: { error: 'invalid_json' } });
});

test('a parameter of the wrong type is a 400 that names it', async () => {
  const answer = await client.read('/v3/delivery_promises', {
    line_items: [{ item_id: 7, qty: 1 }],
    delivery_options: [],
  });
  expect(answer.status).toBe(400);
  expect(answer.json.message).toContain('invalid line_items.0.item_id: ');
  expect(answer.json.message).toContain('expected string');
  expect(answer.json.message).toContain('invalid delivery_options: ');
});

test('an unknown entity is a 404 in JSON that names it', async () => {
  expect(await client.read('/v3/endpoints/store_atlantis')).toMatchObject({
    status: 404,
    json: { error: 'not_found', params: { entity: 'endpoint', id: 'store_atlantis' } },
  });
});

test('the control door chooses which of the two error shapes is spoken', async () => {
  await client.control({ errorShape: 'code' });
  const answer = await send('GET', `${url}/v3/check`, {});
  expect(answer.json).toEqual({ code: 400, name: 'auth_error', message: 'missing token parameter' });
});
