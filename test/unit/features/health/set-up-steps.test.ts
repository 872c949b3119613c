import { describe, expect, test } from 'vitest';
import { type SetupFacts, setUpSteps } from '#app/features/health/set-up-steps.ts';

const NOTHING: SetupFacts = {
  account: null,
  hasActiveOption: false,
  isCarrierServiceRegistered: false,
  attachment: null,
  hasCallback: false,
  hasPromise: false,
};
const ATTACHED: SetupFacts['attachment'] = {
  isKnown: true,
  answer: {
    mode: 'profiles',
    carrierService: 'registered',
    coverage: { attached: 1, hidingNewServices: 0, total: 3 },
  },
};
const EVERYTHING: SetupFacts = {
  account: { isChecked: true, hasSalesChannel: true },
  hasActiveOption: true,
  isCarrierServiceRegistered: true,
  attachment: ATTACHED,
  hasCallback: true,
  hasPromise: true,
};

const states = (facts: SetupFacts) =>
  Object.fromEntries(setUpSteps(facts).steps.map(({ name, state }) => [name, state]));

const withCoverage = (coverage: { attached: number; hidingNewServices: number; total: number } | null) => ({
  ...ATTACHED,
  answer: { mode: 'profiles' as const, carrierService: 'registered' as const, coverage },
});

const refusedBy = (source: string) => ({ source, causes: [{ code: 'shopify_refused' }] as const });

describe('the way from an installed app to a promise', () => {
  test('begins with the account, and has one step to do next at any time', () => {
    expect(states(NOTHING)).toEqual({
      onestock: 'current',
      sales_channel: 'todo',
      delivery_option: 'todo',
      carrier_service: 'todo',
      attachment: 'asking',
      first_callback: 'todo',
    });
    const order: Partial<SetupFacts>[] = [
      { account: { isChecked: true, hasSalesChannel: false } },
      { account: { isChecked: true, hasSalesChannel: true } },
      { hasActiveOption: true },
      {
        isCarrierServiceRegistered: true,
        attachment: withCoverage({ attached: 0, hidingNewServices: 0, total: 3 }) as never,
      },
      { attachment: ATTACHED },
      { hasCallback: true },
    ];
    let facts = NOTHING;
    const next = order.map((change) => {
      facts = { ...facts, ...change };
      return setUpSteps(facts).steps.find(({ state }) => state === 'current')?.name;
    });
    expect(next).toEqual([
      'sales_channel',
      'delivery_option',
      'carrier_service',
      'attachment',
      'first_callback',
      undefined,
    ]);
    expect(setUpSteps(facts).isComplete).toBe(true);
  });

  test('does not take an account for connected before it was seen to work', () => {
    expect(states({ ...NOTHING, account: { isChecked: false, hasSalesChannel: true } })).toMatchObject({
      onestock: 'current',
      sales_channel: 'done',
    });
  });

  test('asks for no sales channel of a shop that gets promises without one', () => {
    const account = { isChecked: true, hasSalesChannel: false };
    expect(states({ ...EVERYTHING, account })).toMatchObject({ sales_channel: 'done' });
    expect(states({ ...EVERYTHING, account, hasPromise: false })).toMatchObject({ sales_channel: 'current' });
  });

  test('shows what fails with its words, and holds the steps after it back', () => {
    const { steps, isComplete } = setUpSteps({
      ...EVERYTHING,
      hasCallback: false,
      registrationObstacle: refusedBy('carrier_service'),
    });
    expect(steps).toContainEqual({
      name: 'carrier_service',
      state: 'failing',
      obstacle: refusedBy('carrier_service'),
    });
    expect(steps.at(-1)).toEqual({ name: 'first_callback', state: 'todo' });
    expect(isComplete).toBe(false);
  });

  test('once completed is not begun anew by a fault, nor by Shopify’s silence', () => {
    const faults: Partial<SetupFacts>[] = [
      { accountObstacle: refusedBy('onestock_connection') },
      { registrationObstacle: refusedBy('shopify_access') },
      { attachment: null },
      { attachment: { isKnown: false, code: 'shopify_timeout' } },
      { attachment: withCoverage(null) as never },
    ];
    for (const fault of faults) expect(setUpSteps({ ...EVERYTHING, ...fault }).isComplete).toBe(true);
  });

  test('is open again when nothing is offered any more', () => {
    expect(setUpSteps({ ...EVERYTHING, hasActiveOption: false }).isComplete).toBe(false);
  });

  test.each([
    ['missing', 'carrier_service_missing'],
    ['inactive', 'carrier_service_inactive'],
  ] as const)(
    'believes Shopify over our own record when the carrier service is %s',
    (carrierService, reason) => {
      const attachment = { isKnown: true as const, answer: { ...withCoverage(null).answer, carrierService } };
      const { steps } = setUpSteps({ ...EVERYTHING, attachment });
      expect(steps).toContainEqual({ name: 'carrier_service', state: 'failing', reason });
    },
  );

  test('says when the app may not look where the rates are, and goes on', () => {
    const { steps } = setUpSteps({
      ...EVERYTHING,
      attachment: withCoverage(null) as never,
      hasCallback: false,
    });
    expect(steps.slice(-2)).toEqual([
      { name: 'attachment', state: 'unknown', reason: 'scope_missing' },
      { name: 'first_callback', state: 'current' },
    ]);
  });
});
