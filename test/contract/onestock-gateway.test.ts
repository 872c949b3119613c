import { pino } from 'pino';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  type ApiVersion,
  type CallOptions,
  createOneStockGateway,
  type HostPolicy,
  type OneStockConnection,
} from '#app/gateways/onestock/index.ts';
import { systemClock } from '#app/platform/clock.ts';
import { type OneStockSimulator, startOneStock } from '#sandbox/onestock/index.ts';
import { describeOneStockSite, type SiteUnderTest } from './onestock-gateway-battery.ts';
import { describeOneStockWrites } from './onestock-writes-battery.ts';

for (const apiVersion of ['', 'v2', 'v3', 'v4'] as const) {
  const name = `the OneStock simulator in API version “${apiVersion}”`;
  const open = async () => {
    const simulator = await startOneStock();
    return {
      connection: connectionTo(simulator, apiVersion),
      policy: policyFor(simulator),
      itemId: 'SKU-001',
      home: { deliveryMethod: 'standard', country: 'FR', zipCode: '31000' },
      collectMethod: 'ckc',
      close: () => simulator.close(),
    };
  };
  describeOneStockSite(name, open);
  describeOneStockWrites(name, open);
}

const REAL_SITE_VARIABLES = [
  'HOST',
  'SITE_ID',
  'USER_ID',
  'PASSWORD',
  'ITEM_ID',
  'HOME_METHOD',
  'COUNTRY',
].map((name) => `ONESTOCK_TEST_${name}`);
const missing = REAL_SITE_VARIABLES.filter((name) => !process.env[name]);

if (missing.length === 0) {
  describeOneStockSite('a real OneStock site', async () => realSite());
  // Leaves removed orders behind: only where somebody says that it may.
  if (process.env.ONESTOCK_TEST_WRITES === '1')
    describeOneStockWrites('a real OneStock site', async () => realSite());
} else
  describe.skip(`a real OneStock site (not asked: ${missing.join(', ')} not set)`, () =>
    it('is not asked', () => {}));

/** Optional besides: `_API_VERSION` (v3), `_ZIP_CODE`, `_COLLECT_METHOD`. */
function realSite(): SiteUnderTest {
  const read = (name: string) => process.env[`ONESTOCK_TEST_${name}`] ?? '';
  return {
    connection: {
      host: read('HOST'),
      siteId: read('SITE_ID'),
      userId: read('USER_ID'),
      password: read('PASSWORD'),
      apiVersion: (read('API_VERSION') || 'v3') as ApiVersion,
    },
    policy: { allowedHosts: [], allowPrivateAddresses: false, allowHttp: false },
    itemId: read('ITEM_ID'),
    home: {
      deliveryMethod: read('HOME_METHOD'),
      country: read('COUNTRY'),
      zipCode: read('ZIP_CODE') || undefined,
    },
    collectMethod: read('COLLECT_METHOD') || undefined,
    close: async () => {},
  };
}

describe('a simulator that misbehaves', () => {
  it('by forgetting its tokens is not noticed by the caller', async () => {
    const { ask, control, counted } = await openSimulator();
    await ask();
    await control({ tokenExpired: true });
    const answers = await Promise.all(Array.from({ length: 10 }, () => ask()));
    expect(answers.every((answer) => answer.isOk())).toBe(true);
    expect(await counted('login')).toBe(2);
  });

  it.each(['error', 'code'] as const)('is understood in its “%s” form of errors', async (errorShape) => {
    const { ask, control } = await openSimulator();
    await control({ errorShape, failure: '500' });
    const error = (await ask())._unsafeUnwrapErr();
    expect(error).toMatchObject({ code: 'onestock_failed', retryable: true, status: 500 });
    expect(error.vendorCode).toEqual(expect.any(String));
    expect(error.requestId).toMatch(/^[0-9a-f]{24}$/);
  });

  it.each([
    [
      { failure: '429', retryAfterSeconds: 7 },
      { code: 'onestock_rate_limited', retryAfterMs: 7_000 },
    ],
    [
      { failure: '429', retryAfterSeconds: null },
      { code: 'onestock_rate_limited', retryAfterMs: undefined },
    ],
    [{ failure: 'reset' }, { code: 'onestock_unreachable' }],
    [{ failure: 'malformed' }, { code: 'onestock_unreadable', retryable: true }],
    [{ failure: 'hang' }, { code: 'onestock_timeout', retryable: true }],
    [{ latencyMs: 60_000 }, { code: 'onestock_timeout', retryable: true }],
  ])('with %j gives %j, logged in or not', async (settings, expected) => {
    for (const isLoggedIn of [true, false]) {
      const { ask, control } = await openSimulator();
      if (isLoggedIn) await ask();
      await control(settings);
      expect((await ask({ timeoutMs: 300 }))._unsafeUnwrapErr()).toMatchObject(expected);
    }
  });

  it.each(['valid', 'valid_estimation', 'partial', 'partial_estimation', 'none'])(
    'with the promise status %s hands it on',
    async (promiseStatus) => {
      const { ask, control } = await openSimulator();
      await control({ promiseStatus });
      expect((await ask())._unsafeUnwrap().promises[0]?.status).toBe(promiseStatus);
    },
  );
});

async function openSimulator() {
  const simulator = await startOneStock();
  const gateway = createOneStockGateway({
    log: pino({ level: 'silent' }),
    clock: systemClock,
    policy: policyFor(simulator),
  });
  onTestFinished(async () => {
    await gateway.close();
    await simulator.close();
  });
  const door = `${simulator.url}/_control`;
  return {
    ask: (options?: CallOptions) =>
      gateway.deliveryPromises(
        connectionTo(simulator, 'v3'),
        {
          lines: [{ itemId: 'SKU-001', quantity: 1 }],
          options: [{ deliveryMethod: 'standard', kind: 'home', location: { country: 'FR' } }],
        },
        options,
      ),
    control: async (settings: object) => {
      const answer = await fetch(door, { method: 'POST', body: JSON.stringify(settings) });
      expect(answer.status).toBe(200);
    },
    counted: async (route: string): Promise<number> => {
      const { requests } = (await (await fetch(door)).json()) as { requests: Record<string, number> };
      return requests[`POST /v3/${route}`] ?? 0;
    },
  };
}

function connectionTo(
  { url, siteId, userId, password }: OneStockSimulator,
  apiVersion: ApiVersion,
): OneStockConnection {
  return { host: url, siteId, userId, password, apiVersion };
}

function policyFor({ url }: OneStockSimulator): HostPolicy {
  return { allowedHosts: [new URL(url).host], allowPrivateAddresses: true, allowHttp: true };
}
