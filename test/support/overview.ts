import type { CallbackOverview, Overview } from '#app/features/activity/index.ts';

/** An overview with one of everything that the page can show; each field may be replaced. */
export function sampleOverview(changes: Partial<Overview> = {}): Overview {
  return {
    connection: {
      state: 'connected',
      siteId: 'c8001',
      host: 'api.onestock-retail.com',
      apiVersion: 'v3',
      salesChannel: 'shopify_fr',
      checkedAt: '2026-11-21T08:30:00.000Z',
    },
    options: [
      option(0, 'STANDARD', 'home', 'Home delivery', '€4.90, free from €60.00'),
      option(1, 'EXPRESS', 'home', 'Express delivery', 'OneStock’s cost'),
      option(2, 'COLLECT', 'collect', 'Collect at {store}', 'Free'),
    ],
    callbacks: sampleCallbacks(),
    problems: [
      {
        key: 'currency_mismatch',
        severity: 'warning',
        message:
          'EXPRESS is priced in EUR, but a checkout asked in GBP. Shoppers there do not see it. Price it in GBP.',
        raisedAt: '2026-11-21T07:12:00.000Z',
      },
    ],
    timezone: 'Europe/Paris',
    ...changes,
  };
}

/** A shop that was installed a moment ago. */
export const emptyOverview: Overview = {
  connection: { state: 'not_connected' },
  options: [],
  callbacks: [],
  problems: [],
  timezone: 'UTC',
};

function option(
  position: number,
  handle: string,
  kind: 'home' | 'collect',
  name: string,
  priceInWords: string,
) {
  const countries = ['FR', 'GB', 'DE', 'ES', 'IT', 'NL', 'US'];
  return { handle, kind, name, priceInWords, countries, active: position !== 1, position };
}

function sampleCallbacks(): CallbackOverview[] {
  return [
    callback(1, 'onestock', 212, { body: 1.2, memory: 0.1, shared: 6, onestock: 198, compose: 3 }),
    callback(2, 'memory', 2.4, { body: 1.1, memory: 0.3, compose: 1 }),
    callback(3, 'fallback', 351, { body: 1, shared: 8, onestock: 340, compose: 2 }),
    callback(4, 'stale', 352, { body: 1, shared: 9, onestock: 339, compose: 2.5 }),
    callback(5, 'shared', 12, { body: 1, shared: 9, compose: 2 }),
    callback(6, 'none', 358, { body: 1, shared: 15, onestock: 341 }),
    ruledOut(7),
    refused(8),
  ];
}

/** The merchant's own rules leave nothing to ask OneStock about. */
function ruledOut(number: number): CallbackOverview {
  const option = (code: string) => ({
    code,
    handle: code,
    kept: false,
    reason: 'country_not_served',
    rung: 'none' as const,
  });
  return {
    ...callback(number, 'none', 1.8, { body: 1, screen: 0.3, compose: 0.5 }),
    country: 'JP',
    status: 200,
    options: [option('STANDARD'), option('EXPRESS')],
    failure: undefined,
  };
}

/** What is signed, but no rate request: nothing of it is kept. */
function refused(number: number): CallbackOverview {
  return {
    ...callback(number, 'none', 0.9, { body: 0.6, parse: 0.2 }),
    country: undefined,
    postalPrefix: undefined,
    status: 400,
    lines: [],
    options: [],
    failure: { code: 'not_json', message: 'The rate request is not JSON.' },
  };
}

function callback(
  number: number,
  rung: CallbackOverview['rung'],
  durationMs: number,
  phasesMs: Record<string, number>,
): CallbackOverview {
  const isNone = rung === 'none';
  const kept = (code: string, handle: string) => ({
    code,
    handle,
    kept: !isNone,
    reason: isNone ? 'no_promise' : 'promised',
  });
  return {
    id: `00000000-0000-4000-8000-00000000000${number}`,
    receivedAt: new Date(Date.UTC(2026, 10, 21, 9, 30 - number, 7)).toISOString(),
    country: 'FR',
    postalPrefix: '690',
    rung,
    status: isNone ? 503 : 200,
    durationMs,
    phasesMs,
    rateCount: isNone ? 0 : 2,
    lines: [
      { sku: 'SKU-001', quantity: 2 },
      { sku: 'SKU-042', quantity: 1 },
    ],
    options: [
      kept('STANDARD', 'STANDARD'),
      { code: 'EXPRESS', handle: 'EXPRESS', kept: false, reason: 'not_active' },
      kept('COLLECT:lyon-part-dieu', 'COLLECT'),
    ],
    failure: isNone
      ? {
          code: 'onestock_timeout',
          message: 'OneStock did not answer in time. Shoppers saw Shopify’s backup rates.',
        }
      : undefined,
  };
}
