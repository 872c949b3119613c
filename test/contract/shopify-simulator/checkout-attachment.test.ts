import { beforeEach, describe, expect, test } from 'vitest';
import { attachEverywhere, detachEverywhere } from '#sandbox/shopify/store/attach-everywhere.ts';
import type { Participant } from '#sandbox/shopify/store/shipping.ts';
import { answerRates, carrierRate, startCheckout } from './checkout-harness.ts';

const { carrier, control, open, shopify } = await startCheckout();
const { store } = shopify;
const berlin = { country: 'DE', zip: '10115', city: 'Berlin', address1: 'Chausseestraße 1' };
const tokyo = { country: 'JP', zip: '100-0001', city: 'Tokyo', address1: '1-1 Chiyoda' };

beforeEach(() => {
  detachEverywhere(store);
  attachEverywhere(store);
});

function zone(name: string) {
  const zones = store.deliveryProfiles[0]?.locationGroups[0]?.zones ?? [];
  const found = zones.find((each) => each.name === name);
  if (!found) throw new Error(`There is no zone ${name}.`);
  return found;
}

function participant(name: string): Participant {
  const found = zone(name).methods.find(({ rateProvider }) => rateProvider.kind === 'participant');
  return found?.rateProvider as Participant;
}

function market(name: string) {
  const found = store.markets.find((each) => each.name === name);
  if (!found) throw new Error(`There is no market ${name}.`);
  return found;
}

async function titles(change: Record<string, unknown> = {}) {
  return (await open({ useCache: false, ...change })).rates.map(({ title }) => title);
}

describe('a carrier is asked', () => {
  test('nowhere while it is registered only', async () => {
    detachEverywhere(store);

    expect(await open()).toMatchObject({ rates: [], source: 'carrier' });
    expect(carrier.callbacks).toHaveLength(0);
  });

  test('for the countries of the zones that it is attached to, and for no other', async () => {
    zone('Europe').methods = [];

    expect(await titles({ address: berlin })).toEqual([]);
    expect(carrier.callbacks).toHaveLength(0);
    expect(await titles()).toEqual(['Standard delivery']);
    expect(await titles({ address: tokyo })).toEqual(['Standard delivery']);
  });

  test('only where its rate is active', async () => {
    for (const method of zone('France').methods) method.active = false;

    expect(await titles()).toEqual([]);
  });

  test('once, though it was attached twice', async () => {
    const [method] = zone('France').methods.filter(({ active }) => active);
    if (method) zone('France').methods.push({ ...method, id: store.nextId('DeliveryMethodDefinition') });

    expect(await titles()).toEqual(['Standard delivery']);
    expect(carrier.callbacks).toHaveLength(1);
  });

  test('by the market and no more by the zone, on a shop with market-driven shipping', async () => {
    await control({ marketDrivenShipping: true });
    const { shipping } = market('France');
    if (!shipping) throw new Error('France has no shipping of its own.');
    const { options } = shipping;
    shipping.options = [];
    expect(await titles()).toEqual([]);
    shipping.options = options;
    zone('France').methods = zone('France').methods.filter(({ name }) => name === 'Standard');
    expect(await titles()).toEqual(['Standard delivery']);
    shipping.isEnabled = false;
    expect(await titles()).toEqual([]);
    shipping.isEnabled = true;
  });

  test('for a market without shipping of its own where its parent has it', async () => {
    await control({ marketDrivenShipping: true });
    const france = market('France');
    const { shipping } = france;
    france.shipping = null;
    expect(await titles()).toEqual([]);
    france.parentId = market('Europe').id;
    expect(await titles()).toEqual(['Standard delivery']);
    Object.assign(france, { shipping, parentId: null });
  });
});

describe('what a merchant ticked', () => {
  beforeEach(() => {
    carrier.answer = answerRates(
      carrierRate(),
      carrierRate({ service_name: 'Express', service_code: 'EXPRESS', total_price: 990 }),
    );
  });

  test('is all that is shown while new services are hidden', async () => {
    Object.assign(participant('France'), {
      showsNewServices: false,
      services: [{ name: 'Standard delivery', shown: true }],
    });

    expect(await titles()).toEqual(['Standard delivery']);
  });

  test('and unticked stays hidden, while new services show by themselves', async () => {
    participant('France').services = [{ name: 'EXPRESS', shown: false }];
    expect(await titles()).toEqual(['Standard delivery', 'Express']);

    await control({ participantServicesBy: 'code' });
    expect(await titles()).toEqual(['Standard delivery']);
  });
});

test('the merchant’s own active rates are offered beside the carrier’s', async () => {
  const standard = zone('France').methods.find(({ name }) => name === 'Standard');
  if (standard) standard.active = true;
  const both = await titles();
  if (standard) standard.active = false;

  expect(both).toEqual(['Standard delivery', 'Standard']);
});

test('the control door attaches and detaches everything', async () => {
  const door = (attached: boolean) =>
    fetch(`${shopify.url}/_control/shipping`, { method: 'POST', body: JSON.stringify({ attached }) });
  await door(false);
  expect(await titles()).toEqual([]);
  await door(true);
  expect(await titles()).toEqual(['Standard delivery']);
  expect((await fetch(`${shopify.url}/_control/shipping`)).status).toBe(200);
});
