import { errAsync, okAsync, ResultAsync } from 'neverthrow';
import { describe, expect, test } from 'vitest';
import { diagnoseConnection } from '#app/features/onestock-account/diagnose-connection.ts';
import {
  type OneStockError,
  type OneStockErrorCode,
  type OneStockGateway,
  PROBED_RESOURCES,
  type ProbedResource,
} from '#app/gateways/onestock/index.ts';

const ACCOUNT = {
  siteId: 's100',
  host: 'https://s100.api.onestock-retail.com',
  apiVersion: 'v3',
  userId: 'api_user',
  password: 'secret',
} as const;

const RETRYABLE: OneStockErrorCode[] = ['onestock_timeout', 'onestock_failed', 'onestock_rate_limited'];

function failure(code: OneStockErrorCode): OneStockError {
  return { code, retryable: RETRYABLE.includes(code), route: 'delivery_promises' };
}

/** The diagnosis at a site that takes the credentials, and answers each resource with the error that is named for it. */
function diagnoseWhere(errorOf: (resource: ProbedResource) => OneStockErrorCode | undefined) {
  const probe: OneStockGateway['probe'] = (_connection, resource) => {
    const code = errorOf(resource);
    return code ? errAsync(failure(code)) : okAsync(undefined);
  };
  return diagnoseConnection({ check: () => okAsync(undefined), probe }, ACCOUNT, { inUse: true });
}

describe('a site that takes the credentials', () => {
  test.each(['onestock_timeout', 'onestock_unreachable'] as const)(
    'but is lost when asked for promises (%s) fails at the connection, whatever else it answers',
    async (code) => {
      const found = await diagnoseWhere((resource) => (resource === 'delivery_promises' ? code : undefined));
      expect(found).toMatchObject({ state: 'fails', step: 'connection' });
    },
  );

  test('and fails whatever it is asked fails at the connection', async () => {
    expect(await diagnoseWhere(() => 'onestock_failed')).toMatchObject({
      state: 'fails',
      step: 'connection',
      retryable: true,
    });
  });

  test.each(['onestock_failed', 'onestock_refused', 'onestock_rate_limited'] as const)(
    'but not our strange question about promises (%s) works, with that left open',
    async (code) => {
      const found = await diagnoseWhere((resource) => (resource === 'delivery_promises' ? code : undefined));
      expect(found).toMatchObject({ state: 'works', notChecked: ['delivery_promises', 'stock_export'] });
    },
  );

  test('but has not the routes whose form is not public works, with those left open', async () => {
    const unknown: ProbedResource[] = ['pieces', 'configurations', 'delivery_configs', 'translators'];
    const found = await diagnoseWhere((resource) =>
      unknown.includes(resource) ? 'onestock_route_unknown' : undefined,
    );
    expect(found).toMatchObject({ state: 'works', step: null, refused: [] });
    expect([...found.notChecked].sort()).toEqual([...unknown, 'stock_export'].sort());
  });

  test('is asked every resource once, and four things at once', async () => {
    let open = 0;
    let most = 0;
    const asked: string[] = [];
    const probe: OneStockGateway['probe'] = (_connection, resource) => {
      asked.push(resource);
      open += 1;
      most = Math.max(most, open);
      const answered = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
        open -= 1;
      });
      return ResultAsync.fromSafePromise(answered);
    };
    await diagnoseConnection({ check: () => okAsync(undefined), probe }, ACCOUNT, { inUse: true });
    expect(asked).toEqual(PROBED_RESOURCES);
    expect(most).toBe(4);
  });
});
