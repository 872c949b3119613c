import { Agent } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SimulatorClient, send, startSimulatorClient } from './client.ts';

let client: SimulatorClient;
let credentials: { site_id: string; token: string };

beforeAll(async () => {
  client = await startSimulatorClient();
  credentials = { site_id: client.simulator.siteId, token: (await client.login()).json.token };
});
afterAll(() => client.simulator.close());

const salesChannels = {
  sales_channels: expect.arrayContaining([{ id: 'online_store', name: 'Online store' }]),
};

test.each(['', '/v2', '/v3', '/v4'])('a site answers the same under the prefix "%s"', async (prefix) => {
  const login = await send('POST', `${client.simulator.url}${prefix}/login`, {
    site_id: client.simulator.siteId,
    user_id: client.simulator.userId,
    password: client.simulator.password,
  });
  expect(login).toMatchObject({ status: 200, json: { token: expect.stringMatching(/^[0-9a-f]{32}$/) } });
  expect(await client.read(`${prefix}/sales_channels`)).toMatchObject({ status: 200, json: salesChannels });
});

test('a read travels as a GET with a body', async () => {
  const answer = await send('GET', `${client.simulator.url}/v2/sales_channels`, credentials);
  expect(answer).toMatchObject({ status: 200, json: salesChannels });
});

test('a read travels as a POST with a method override', async () => {
  const override = { 'X-HTTP-Method-Override': 'GET' };
  const answer = await send('POST', `${client.simulator.url}/v2/sales_channels`, credentials, {
    headers: override,
  });
  expect(answer).toMatchObject({ status: 200, json: salesChannels });
});

test('a read travels as a GET whose query string is the encoded JSON object', async () => {
  const query = encodeURIComponent(JSON.stringify(credentials));
  const answer = await send('GET', `${client.simulator.url}/v4/sales_channels?${query}`);
  expect(answer).toMatchObject({ status: 200, json: salesChannels });
});

test('a read travels as an XGET with a body, also on a connection that served other methods', async () => {
  // GIVEN one connection that is kept alive
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const over = (method: string) =>
    send(method, `${client.simulator.url}/v2/sales_channels`, credentials, { agent });
  // WHEN methods alternate on it
  const answers = [await over('GET'), await over('XGET'), await over('GET'), await over('XGET')];
  agent.destroy();
  // THEN each is answered, over the same connection
  expect(answers.map(({ reusedConnection }) => reusedConnection)).toEqual([false, true, true, true]);
  for (const answer of answers) expect(answer).toMatchObject({ status: 200, json: salesChannels });
});

test.each([
  ['POST', {}],
  ['PUT', { 'X-HTTP-Method-Override': 'GET' }],
])('a %s with the headers %o is not a read', async (method, headers) => {
  const answer = await send(method, `${client.simulator.url}/v2/sales_channels`, credentials, { headers });
  expect(answer).toMatchObject({ status: 404, json: undefined });
});

test('every answer carries a request id of 24 hexadecimal characters, refusals and failures included', async () => {
  const { url } = client.simulator;
  await client.control({ failure: '500' });
  const failed = await send('GET', `${url}/v2/check`, credentials);
  await client.control({ failure: 'none' });
  const answers = [
    failed,
    await send('GET', `${url}/nowhere`),
    await send('GET', `${url}/check`),
    await client.login(),
  ];
  expect(answers.map(({ status }) => status)).toEqual([500, 404, 400, 200]);
  const ids = answers.map(({ headers }) => headers['request-id']);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{24}$/);
  expect(new Set(ids).size).toBe(ids.length);
});

test('a client that leaves in the middle of its body harms nobody', async () => {
  // GIVEN a client that announces more than it sends
  const loginsBefore = await loginsCounted();
  const port = Number(new URL(client.simulator.url).port);
  const socket = connect(port, '127.0.0.1');
  socket.write('POST /v2/login HTTP/1.1\r\nHost: onestock\r\nContent-Length: 500\r\n\r\n{"site_id"');
  await expect.poll(() => loginsCounted(), { timeout: 5000 }).toBe(loginsBefore + 1);
  // WHEN it cuts the line
  socket.resetAndDestroy();
  // THEN others are served
  expect(await client.read('/v2/check')).toMatchObject({ status: 200 });
});

async function loginsCounted(): Promise<number> {
  const { json } = await send('GET', `${client.simulator.url}/_control`);
  return json.requests['POST /v2/login'] ?? 0;
}
