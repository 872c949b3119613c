import fc from 'fast-check';
import { isObjectType } from 'graphql';
import { describe, expect, test } from 'vitest';
import { carrierName } from '#app/features/orders/convergence/carrier-name.ts';
import { ORDERS } from '#app/features/settings/shape.ts';
import { TRACKING_COMPANIES } from '#app/gateways/shopify/tracking-companies.ts';
import { loadAdminSchema } from '#sandbox/shopify/admin-api/schema.ts';
import { updateTracking } from '#sandbox/shopify/store/fulfillment/update-tracking.ts';
import type { Tracking } from '#sandbox/shopify/store/fulfillment-types.ts';
import { type ConvergingOrder, convergingOrder } from '#test/support/converging-order.ts';
import { fulfilPiece } from './fulfil-piece.ts';

const one = [{ sku: 'SKU-001', quantity: 1 }];
const UPDATE = 'FulfillmentTrackingInfoUpdate';
const complete = { trackingCode: '6A1', trackingLink: 'https://example.com/6A1', transporter: 'Colissimo' };
const kept: Tracking = { number: '6A1', url: 'https://example.com/6A1', company: 'Colissimo' };

/** An order whose only parcel, `p1`, has left and is fulfilled. */
async function fulfilledOrder(tracking: object = {}): Promise<ConvergingOrder> {
  const world = await convergingOrder(one);
  world.command('parcels', { id: 'p1', state: 'dispatched', ...tracking });
  await world.settle();
  return world;
}

function shown({ order }: ConvergingOrder): Tracking[] | undefined {
  return order.fulfillments[0]?.tracking;
}

function byHand(world: ConvergingOrder, ...tracking: Tracking[]): void {
  updateTracking(world.store, world.order.fulfillments[0]?.id ?? '', tracking, false);
}

describe('the carrier of a parcel', () => {
  test('is called as a setting says of its code, so that Shopify makes a link of its number', async () => {
    const world = await convergingOrder(one);
    world.settings.carrierNames = ['other=UPS', 'exp-24 = DHL Express'];
    world.command('parcels', { state: 'dispatched', trackingCode: '6A1', transporter: 'EXP_24' });
    await world.settle();
    expect(shown(world)).toEqual([
      { number: '6A1', url: expect.stringContaining('6A1'), company: 'DHL Express' },
    ]);
    const before = world.mutations.length;
    await world.settle();
    expect(world.mutations).toHaveLength(before);
  });

  test('is spelled as Shopify spells it, for capitals count there, and keeps a name that Shopify does not know', () => {
    const names = ['la poste=colis prive', 'x=Van of the shop', '=UPS', 'bare'];
    const called = (carrier: string) => carrierName(carrier, names);
    expect(['DHL_EXPRESS', 'colissimo', 'La-Poste', 'X', 'Our van', 'bare', '--'].map(called)).toEqual([
      ...['DHL Express', 'Colissimo', 'Colis Privé', 'Van of the shop', 'Our van', 'bare', '--'],
    ]);
  });

  test('is set by a code and a name, and by nothing less', () => {
    const { schema, fromForm } = ORDERS.fields.carrierNames;
    const taken = (...typed: [code: string, company: string][]) =>
      schema.safeParse(fromForm(typed.map(([code, company]) => ({ code, company }))));
    expect(taken().data).toEqual([]);
    expect(taken(['exp', 'UPS']).data).toEqual(['exp=UPS']);
    const two = ['exp 24=DHL Express', 'rm=Mondial Relay'];
    expect(taken(['exp 24', ' DHL Express'], ['rm', 'Mondial Relay']).data).toEqual(two);
    expect(taken(['a', 'b=c']).data).toEqual(['a=b=c']);
    expect(schema.safeParse([`${' '.repeat(100_000)}x`]).success).toBe(false);
    for (const [code, company] of [
      ...[
        ['exp=24', 'UPS'],
        ['', 'UPS'],
        [' ', 'UPS'],
        ['exp', ' '],
        ['', ''],
      ],
    ] as [string, string][])
      expect([code, company, taken([code, company], ['rm', 'UPS']).success]).toEqual([code, company, false]);
  });

  test('is not told again to a customer who was told before it had its name of Shopify', async () => {
    const world = await fulfilledOrder({ trackingCode: '6A1', transporter: 'exp' });
    world.settings.carrierNames = ['exp=DHL Express'];
    await world.settle();
    expect(shown(world)).toEqual([{ number: '6A1', url: null, company: 'exp' }]);
    world.track('p1', { trackingCode: '6A2' });
    await world.settle();
    expect(shown(world)).toMatchObject([{ number: '6A2', company: 'DHL Express' }]);
    expect(world.mutations.filter((name) => name === UPDATE)).toHaveLength(1);
  });

  test('may be each company that Shopify lists, no two of which are spelled alike', async () => {
    const { schema } = await loadAdminSchema();
    const type = schema.getType('FulfillmentTrackingInfo');
    const { description } = (isObjectType(type) && type.getFields().company) || {};
    const listed = (description ?? '').replaceAll(/\s+/g, ' ');
    expect(TRACKING_COMPANIES.filter((name) => !listed.includes(name))).toEqual([]);
    const forAll = [...(description ?? '').matchAll(/^ {2}\* ([^*\n]+)$/gm)].map(([, name]) => name);
    expect(forAll.length).toBeGreaterThan(100);
    expect(TRACKING_COMPANIES).toEqual(expect.arrayContaining(forAll));
    expect(TRACKING_COMPANIES.map((name) => carrierName(name, []))).toEqual(TRACKING_COMPANIES);
  });
});

describe('the tracking of a parcel', () => {
  test('has no address but one of the web, so that Shopify makes its own', async () => {
    const world = await fulfilledOrder({ ...complete, trackingLink: 'javascript:alert(document.domain)' });
    expect(shown(world)).toMatchObject([{ number: '6A1', company: 'Colissimo' }]);
    expect(JSON.stringify(shown(world))).not.toContain('javascript');
  });

  test('is settled whatever characters OneStock writes', async () => {
    const world = await fulfilledOrder({ ...complete, trackingCode: '6\0A1\ud800' });
    expect(shown(world)).toMatchObject([{ number: '6A1\ufffd' }]);
  });
});

describe('tracking that OneStock has after the fulfilment was made', () => {
  test('is sent on once, and told on the timeline', async () => {
    const world = await fulfilledOrder();
    world.track('p1', complete);
    expect((await world.settle()).changes).toBe(1);
    expect(shown(world)).toEqual([kept]);
    world.track('p1', { trackingCode: '6A2', trackingLink: 'https://example.com/6A2' });
    await world.settle();
    await world.settle();
    expect(shown(world)).toEqual([{ ...kept, number: '6A2', url: 'https://example.com/6A2' }]);
    expect(world.mutations.filter((name) => name === UPDATE)).toHaveLength(2);
    expect([...world.record.notes.values()].filter(({ kind }) => kind === 'tracked')).toMatchObject([
      { facts: { parcelId: 'p1', trackingNumber: '6A1', carrier: 'Colissimo' } },
      { facts: { parcelId: 'p1', trackingNumber: '6A2' } },
    ]);
  });

  test('is told to the customer where fulfilments are, and not where they are not', async () => {
    for (const notifyCustomer of [true, false]) {
      const world = await fulfilledOrder();
      const before = world.order.fulfillments[0]?.customerNotifications ?? 0;
      world.settings.notifyCustomer = notifyCustomer;
      world.track('p1', complete);
      await world.settle();
      expect(world.order.fulfillments[0]?.customerNotifications).toBe(before + (notifyCustomer ? 1 : 0));
    }
  });

  test.each<[string, Tracking[]]>([
    ['gave it another number', [{ number: 'HAND', url: null, company: 'UPS' }]],
    ['added a number', [kept, { number: 'HAND', url: null, company: 'Colissimo' }]],
    ['took its number away', []],
  ])('leaves a fulfilment alone to which the merchant %s', async (_, tracking) => {
    const world = await fulfilledOrder(complete);
    byHand(world, ...tracking);
    world.track('p1', { trackingCode: '6A2' });
    expect((await world.settle()).blocked).toEqual([]);
    expect(shown(world)).toEqual(tracking);
  });

  test('leaves tracking alone that the merchant gave to a fulfilment that had none', async () => {
    const world = await fulfilledOrder();
    byHand(world, { number: null, url: 'https://example.com/by-hand', company: null });
    world.track('p1', complete);
    await world.settle();
    expect(world.mutations).not.toContain(UPDATE);
  });

  test('is not sent to a fulfilment that was cancelled', async () => {
    const world = await fulfilledOrder();
    const [made] = world.order.fulfillments;
    if (made) made.status = 'CANCELLED';
    world.track('p1', complete);
    await world.settle();
    expect(world.mutations).not.toContain(UPDATE);
  });

  test('is not sent to a fulfilment that somebody else made', async () => {
    const world = await convergingOrder(one);
    fulfilPiece(world, 0);
    world.command('parcels', { id: 'p1', state: 'dispatched' });
    await world.settle();
    world.track('p1', complete);
    await world.settle();
    expect(world.order.fulfillments).toMatchObject([{ tracking: [] }]);
    expect(world.mutations).not.toContain(UPDATE);
  });

  test('is sent on where Shopify has guessed the carrier of the number before', async () => {
    const world = await fulfilledOrder({ trackingCode: '6A1' });
    byHand(world, { number: '6A1', url: 'https://example.com/6A1', company: 'La Poste' });
    world.track('p1', { trackingCode: '6A2' });
    expect((await world.settle()).changes).toBe(1);
    expect(shown(world)).toMatchObject([{ number: '6A2' }]);
  });

  test('counts as sent where Shopify adds the address of the carrier by itself', async () => {
    const world = await fulfilledOrder();
    world.track('p1', { trackingCode: '6A1', transporter: 'Colissimo' });
    await world.settle();
    world.track('p1', { trackingCode: '6A2' });
    await world.settle();
    expect(shown(world)).toMatchObject([{ number: '6A2', url: expect.stringContaining('6A2') }]);
  });
});

const change = fc.record({
  number: fc.constantFrom('6A1', '6A2', '6A3'),
  crashAfter: fc.option(fc.nat(5)),
});

test('whatever changes and wherever the app is cut off, the last tracking is on the fulfilment, and the customer hears of each at most once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
      const world = await fulfilledOrder();
      world.settings.notifyCustomer = true;
      for (const { number, crashAfter } of changes) {
        world.track('p1', { trackingCode: number });
        await world.converge(crashAfter ?? undefined);
      }
      await world.settle();
      expect(shown(world)).toMatchObject([{ number: changes.at(-1)?.number }]);
      const sent = world.mutations.filter((name) => name === UPDATE).length;
      expect(sent).toBeLessThanOrEqual(changes.length);
      expect(world.order.fulfillments[0]?.customerNotifications).toBe(sent);
      await world.settle();
      expect(world.mutations.filter((name) => name === UPDATE)).toHaveLength(sent);
    }),
    { numRuns: 150 },
  );
}, 60_000);
