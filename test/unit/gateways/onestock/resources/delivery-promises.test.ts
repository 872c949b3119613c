import { describe, expect, it } from 'vitest';
import type { DeliveryPromiseQuestion } from '#app/gateways/onestock/index.ts';
import { connectionTo, gatewayFor, sendJson, startFakeSiteWithLogin } from '../fake-site.ts';

const question: DeliveryPromiseQuestion = {
  salesChannel: 'sc_1',
  lines: [{ itemId: 'SKU1', quantity: 2 }],
  basketTotal: 49.99,
  options: [
    {
      deliveryMethod: 'standard',
      kind: 'home',
      location: { country: 'GB', state: 'ENG', zipCode: 'EC2A 2AS' },
    },
    { deliveryMethod: 'ckc', kind: 'collect', endpointId: 'store_001' },
  ],
};

const homeOption = {
  delivery_method: 'standard',
  status: 'valid',
  destination: {
    delivery_zone: 'uk',
    location: { country: 'GB', zip_code: 'EC2A 2AS', timezone: 'Europe/London' },
  },
  cutoff: 1772035200,
  eta_start: 1772467201,
  eta_end: 1772654401,
  shipment_number: 1,
  cost: 4.99,
  carbon_footprint: 100,
  metric_values: { something: [1, { nested: null }] },
  delivery_routes: [{ carrier: { name: 'UPS', option: 'standard' } }, { carrier: { name: 'DHL' } }, {}],
};

async function ask(answer: unknown, asked: DeliveryPromiseQuestion = question) {
  const site = await startFakeSiteWithLogin((_, response) =>
    sendJson(response, answer, 200, { 'request-id': 'a1b2' }),
  );
  const { gateway } = gatewayFor([site.host]);
  const result = await gateway.deliveryPromises(connectionTo(site.origin), asked);
  return { result, sent: site.received[1]?.body };
}

describe('the question', () => {
  it('is put in the words of OneStock', async () => {
    const { sent } = await ask({ delivery_options: [] });
    expect(sent).toEqual({
      site_id: 's100',
      token: 'token-1',
      sales_channel: 'sc_1',
      line_items: [{ item_id: 'SKU1', qty: 2 }],
      pricing_details: { price: 49.99 },
      delivery_options: [
        {
          delivery_method: 'standard',
          destination: { location: { country: 'GB', state: 'ENG', zip_code: 'EC2A 2AS' } },
        },
        { delivery_method: 'ckc', destination: { endpoint_id: 'store_001' } },
      ],
      fields: ['delivery_options.delivery_routes', 'delivery_options.cost'],
    });
  });

  it('leaves out what is not known', async () => {
    const { sent } = await ask(
      { delivery_options: [] },
      {
        lines: [{ itemId: 'SKU1', quantity: 1 }],
        options: [{ deliveryMethod: 'standard', kind: 'home', location: { country: 'FR' } }],
      },
    );
    expect(sent).not.toHaveProperty('sales_channel');
    expect(sent).not.toHaveProperty('pricing_details');
    expect(sent?.delivery_options).toEqual([
      { delivery_method: 'standard', destination: { location: { country: 'FR' } } },
    ]);
  });
});

describe('a promise', () => {
  it('is read with its dates, cost, zone and carriers', async () => {
    const { result } = await ask({ delivery_options: [homeOption] });
    expect(result._unsafeUnwrap()).toEqual({
      requestId: 'a1b2',
      promises: [
        {
          deliveryMethod: 'standard',
          endpointId: undefined,
          status: 'valid',
          reason: undefined,
          cutoff: new Date('2026-02-25T16:00:00Z'),
          etaStart: new Date('2026-03-02T16:00:01Z'),
          etaEnd: new Date('2026-03-04T20:00:01Z'),
          cost: 4.99,
          timezone: 'Europe/London',
          carriers: [
            { name: 'UPS', option: 'standard' },
            { name: 'DHL', option: undefined },
          ],
          option: homeOption,
        },
      ],
    });
  });

  it("keeps OneStock's own object to the last unknown key, for the order", async () => {
    const { result } = await ask({ delivery_options: [homeOption], extra: true });
    expect(JSON.stringify(result._unsafeUnwrap().promises[0]?.option)).toBe(JSON.stringify(homeOption));
  });

  it('for a store names the store', async () => {
    const option = { delivery_method: 'ckc', status: 'valid', destination: { endpoint_id: 'store_001' } };
    const { result } = await ask({ delivery_options: [option] });
    expect(result._unsafeUnwrap().promises[0]).toMatchObject({
      deliveryMethod: 'ckc',
      endpointId: 'store_001',
    });
  });

  it.each(['valid', 'valid_estimation', 'partial', 'partial_estimation', 'none', 'a_status_of_tomorrow'])(
    'may have the status %s and nothing else',
    async (status) => {
      const { result } = await ask({ delivery_options: [{ delivery_method: 'standard', status }] });
      expect(result._unsafeUnwrap().promises[0]).toMatchObject({ status, carriers: [] });
    },
  );

  it('does without the optional values that it cannot read', async () => {
    const option = {
      delivery_method: 'standard',
      status: 'none',
      reason: null,
      cutoff: null,
      eta_start: 'tomorrow',
      eta_end: 1e300,
      cost: '4.90',
      destination: 'somewhere',
      delivery_routes: [null, { carrier: 'UPS' }],
    };
    const { result } = await ask({ delivery_options: [option] });
    expect(result._unsafeUnwrap().promises[0]).toEqual({
      deliveryMethod: 'standard',
      status: 'none',
      cost: 4.9,
      carriers: [],
      option,
    });
  });
});

describe('an answer', () => {
  it('may be empty', async () => {
    const { result } = await ask({ delivery_options: [] });
    expect(result._unsafeUnwrap().promises).toEqual([]);
  });

  it.each([
    [{}],
    [{ delivery_options: null }],
    [{ delivery_options: {} }],
    [{ delivery_options: ['standard'] }],
    [{ delivery_options: [{ status: 'valid' }] }],
    [{ delivery_options: [homeOption, { delivery_method: 'ckc' }] }],
  ])('without readable options is an error, never an empty list: %j', async (answer) => {
    const { result } = await ask(answer);
    expect(result._unsafeUnwrapErr()).toMatchObject({ code: 'onestock_unreadable', requestId: 'a1b2' });
  });
});
