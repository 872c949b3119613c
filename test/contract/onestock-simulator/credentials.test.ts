import { afterEach, beforeEach, expect, test } from 'vitest';
import { type SimulatorClient, send, startSimulatorClient } from './client.ts';

let client: SimulatorClient;

beforeEach(async () => {
  client = await startSimulatorClient();
});
afterEach(() => client.simulator.close());

const check = (token: string, site_id = client.simulator.siteId) =>
  send('GET', `${client.simulator.url}/v3/check`, { site_id, token });

const issueToken = async (): Promise<string> => (await client.login()).json.token;

test('a call without a token is a 400 that says so', async () => {
  const answer = await send('GET', `${client.simulator.url}/v3/check`, { site_id: client.simulator.siteId });
  expect(answer).toMatchObject({
    status: 400,
    json: { error: 'auth_error', message: 'missing token parameter' },
  });
});

test('an unknown token, or the token of another site, is a 401', async () => {
  const token = await issueToken();
  expect(await check(token)).toMatchObject({ status: 200 });
  expect(await check('0'.repeat(32))).toMatchObject({ status: 401, json: { error: 'auth_error' } });
  expect(await check(token, 's200')).toMatchObject({ status: 401, json: { error: 'auth_error' } });
});

test.each([{ password: 'wrong' }, { user_id: 'nobody' }, { site_id: 's200' }])(
  'a login with %o is a 401 and gives no token',
  async (wrong) => {
    const answer = await client.login(wrong);
    expect(answer).toMatchObject({ status: 401, json: { error: 'auth_error' } });
    expect(answer.json.token).toBeUndefined();
  },
);

test('expiring the tokens refuses all that were issued until then, and none issued after', async () => {
  // GIVEN two tokens in use
  const older = [await issueToken(), await issueToken()];
  for (const token of older) expect(await check(token)).toMatchObject({ status: 200 });
  // WHEN they expire
  expect((await client.control({ tokenExpired: true })).json.settings.tokenExpired).toBe(true);
  // THEN both are refused, and stay refused after a login, which works
  const newer = await issueToken();
  for (const token of older) expect(await check(token)).toMatchObject({ status: 401 });
  expect(await check(newer)).toMatchObject({ status: 200 });
  const { json } = await send('GET', `${client.simulator.url}/_control`);
  expect(json.settings.tokenExpired).toBe(false);
});

test('a token lasts a day of the simulated clock', async () => {
  const token = await issueToken();
  await client.control({ clockOffsetSeconds: 24 * 3600 - 1 });
  expect(await check(token)).toMatchObject({ status: 200 });
  await client.control({ clockOffsetSeconds: 24 * 3600 });
  expect(await check(token)).toMatchObject({ status: 401 });
});
