import { request } from 'node:http';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { type SimulatorClient, send, startSimulatorClient } from './client.ts';

let client: SimulatorClient;
let url: string;

beforeAll(async () => {
  client = await startSimulatorClient();
  url = client.simulator.url;
});
afterEach(() => send('DELETE', `${url}/_control`));
afterAll(() => client.simulator.close());

const login = (signal?: AbortSignal) => send('POST', `${url}/v3/login`, {}, { signal });

test('failure 500 answers an error in JSON', async () => {
  await client.control({ failure: '500' });
  expect(await login()).toMatchObject({ status: 500, json: { error: expect.any(String) } });
});

test('failure 429 carries Retry-After only when asked to', async () => {
  await client.control({ failure: '429' });
  const bare = await login();
  expect(bare.status).toBe(429);
  expect(bare.headers).not.toHaveProperty('retry-after');
  await client.control({ retryAfterSeconds: 7 });
  expect((await login()).headers['retry-after']).toBe('7');
});

test('failure malformed answers broken JSON under a 200', async () => {
  await client.control({ failure: 'malformed' });
  const answer = await login();
  expect(answer).toMatchObject({ status: 200, json: undefined });
  expect(answer.headers['content-type']).toBe('application/json');
});

test('failure reset cuts the connection without an answer', async () => {
  await client.control({ failure: 'reset' });
  await expect(login()).rejects.toMatchObject({ code: 'ECONNRESET' });
});

test('failure hang accepts the call and never answers it', async () => {
  // GIVEN a call that hangs
  await client.control({ failure: 'hang' });
  const leaving = new AbortController();
  const hanging = login(leaving.signal);
  const rejected = expect(hanging).rejects.toMatchObject({ name: 'AbortError' });
  await expect.poll(requestCounts).toMatchObject({ 'POST /v3/login': 1 });
  // WHEN the failure ends
  await client.control({ failure: 'none' });
  // THEN the next call is answered and the first is still waiting when its client gives up
  expect(await client.login()).toMatchObject({ status: 200 });
  leaving.abort();
  await rejected;
});

test('failure foreign answers JSON that is none of OneStock’s under a 200', async () => {
  await client.control({ failure: 'foreign' });
  const answer = await login();
  expect(answer.status).toBe(200);
  expect(answer.json).not.toHaveProperty('token');
});

test('failure drip begins the right answer, and has not ended it when its client gives up', async () => {
  await client.control({ failure: 'drip' });
  const leaving = new AbortController();
  const begun = Promise.withResolvers<void>();
  const body = JSON.stringify({ site_id: 's100', user_id: 'api_user', password: 'sandbox-password' });
  let received = '';
  const dripping = new Promise((_resolve, reject) => {
    const options = { method: 'POST', signal: leaving.signal };
    const outgoing = request(`${url}/v3/login`, options, (response) => {
      response.on('data', (chunk: Buffer) => {
        received += chunk;
        if (received.length >= 3) begun.resolve();
      });
      response.once('error', reject);
    });
    outgoing.once('error', reject).end(body);
  });
  const rejected = expect(dripping).rejects.toMatchObject({ name: 'AbortError' });
  await begun.promise;
  expect('{"token":"').toContain(received);
  leaving.abort();
  await rejected;
});

test('an absent site refuses connections at both doors, and is back at the same port with nothing forgotten', async () => {
  await client.control({ latencyMs: 5, absentForSeconds: 1 });
  // A client's kept connection is cut first, and refused when it is made again.
  await expect.poll(() => login().catch(({ code }) => code)).toBe('ECONNREFUSED');
  await expect(send('GET', `${url}/_control`)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  const settings = await vi.waitFor(async () => (await send('GET', `${url}/_control`)).json.settings, {
    timeout: 10_000,
  });
  expect(settings).toMatchObject({ latencyMs: 5, absentForSeconds: 0 });
  expect(await client.login()).toMatchObject({ status: 200 });
});

test('closing the simulator ends the calls that hang', async () => {
  const other = await startSimulatorClient();
  await other.control({ failure: 'hang' });
  const hanging = expect(other.login()).rejects.toMatchObject({ code: 'ECONNRESET' });
  await expect
    .poll(async () => (await send('GET', `${other.simulator.url}/_control`)).json.requests)
    .toMatchObject({ 'POST /login': 1 });
  await other.simulator.close();
  await hanging;
});

test('latency holds an answer back, and a client may leave before it', async () => {
  // GIVEN an answer that would take an hour
  await client.control({ latencyMs: 3_600_000, jitterMs: 1000 });
  const leaving = new AbortController();
  const rejected = expect(login(leaving.signal)).rejects.toMatchObject({ name: 'AbortError' });
  await expect.poll(requestCounts).toMatchObject({ 'POST /v3/login': 1 });
  // WHEN its client leaves and the latency ends
  leaving.abort();
  await rejected;
  await client.control({ latencyMs: 0, jitterMs: 0 });
  // THEN others are served
  expect(await client.login()).toMatchObject({ status: 200 });
});

test.each(['500', '429', 'reset', 'lost', 'hang', 'drip', 'malformed', 'foreign'])(
  'failure %s leaves the control door alone',
  async (failure) => {
    await client.control({ failure, latencyMs: 3_600_000 });
    expect((await send('GET', `${url}/_control`)).json.settings.failure).toBe(failure);
  },
);

async function requestCounts(): Promise<Record<string, number>> {
  return (await send('GET', `${url}/_control`)).json.requests;
}
