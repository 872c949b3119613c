import { beforeEach, describe, expect, it } from 'vitest';
import { startShop } from './shop-harness.ts';

const shop = await startShop();
beforeEach(() => shop.shopify.store.carrierServices.clear());

const service = {
  name: 'OneStock',
  callbackUrl: 'https://app.example.com/rates',
  active: true,
  supportsServiceDiscovery: true,
};
const fields = 'id name formattedName callbackUrl active supportsServiceDiscovery';

async function create(change: Record<string, unknown> = {}) {
  const { body } = await shop.graphql(
    `mutation Create($input: DeliveryCarrierServiceCreateInput!) { carrierServiceCreate(input: $input) {
      carrierService { ${fields} } userErrors { field message code } } }`,
    { input: { ...service, ...change } },
  );
  return body.data.carrierServiceCreate;
}

async function list() {
  return (await shop.graphql(`{ carrierServices(first: 5) { nodes { ${fields} } } }`)).body.data
    .carrierServices.nodes;
}

it('registers a carrier service, re-points it and deletes it', async () => {
  const { carrierService } = await create();
  expect(carrierService).toMatchObject({ ...service, formattedName: 'OneStock (Rates provided by app)' });

  const callbackUrl = 'https://moved.example.com/rates';
  const update = await shop.graphql(
    `mutation Update($input: DeliveryCarrierServiceUpdateInput!) { carrierServiceUpdate(input: $input) {
      carrierService { id callbackUrl active } userErrors { message } } }`,
    { input: { id: carrierService.id, callbackUrl } },
  );
  expect(update.body.data.carrierServiceUpdate).toEqual({
    carrierService: { id: carrierService.id, callbackUrl, active: true },
    userErrors: [],
  });
  expect(await list()).toEqual([{ ...carrierService, callbackUrl }]);

  const remove =
    'mutation Delete($id: ID!) { carrierServiceDelete(id: $id) { deletedId userErrors { field code message } } }';
  expect(
    (await shop.graphql(remove, { id: carrierService.id })).body.data.carrierServiceDelete.deletedId,
  ).toBe(carrierService.id);
  expect(await list()).toEqual([]);
  expect(
    (await shop.graphql(remove, { id: carrierService.id })).body.data.carrierServiceDelete.userErrors,
  ).toEqual([
    {
      field: ['id'],
      code: 'CARRIER_SERVICE_DELETE_FAILED',
      message: 'The carrier or app could not be found.',
    },
  ]);
});

describe('refusals, which share one code and differ in the message', () => {
  it.each([
    ['no name', { name: ' ' }, "Shipping rate provider name can't be blank"],
    [
      'a callback without TLS',
      { callbackUrl: 'http://app.example.com/rates' },
      'Shipping rate provider callback url must use HTTPS',
    ],
  ])('%s', async (_what, change, message) => {
    expect(await create(change)).toEqual({
      carrierService: null,
      userErrors: [{ field: null, message, code: 'CARRIER_SERVICE_CREATE_FAILED' }],
    });
  });

  it('a plan without carrier-calculated rates', async () => {
    await shop.control({ carrierCalculatedRates: false });
    expect((await create()).userErrors).toEqual([
      {
        field: null,
        message: 'Carrier Calculated Shipping must be enabled for your store',
        code: 'CARRIER_SERVICE_CREATE_FAILED',
      },
    ]);
    expect(await list()).toEqual([]);
  });

  it('a name that is taken', async () => {
    await create();
    expect((await create()).userErrors[0].message).toBe('OneStock is already configured');
    expect(await list()).toHaveLength(1);
  });

  it('an update of nothing', async () => {
    const { body } = await shop.graphql(
      'mutation { carrierServiceUpdate(input: { id: "gid://shopify/DeliveryCarrierService/1" }) { userErrors { code field } } }',
    );
    expect(body.data.carrierServiceUpdate.userErrors).toEqual([
      { code: 'CARRIER_SERVICE_UPDATE_FAILED', field: null },
    ]);
  });
});

it('takes a callback on this machine without TLS', async () => {
  expect((await create({ callbackUrl: 'http://127.0.0.1:3000/rates' })).userErrors).toEqual([]);
});
