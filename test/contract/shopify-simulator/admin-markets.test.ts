import { beforeEach, describe, expect, it } from 'vitest';
import { detachEverywhere } from '#sandbox/shopify/store/attach-everywhere.ts';
import { startShop } from './shop-harness.ts';

const shop = await startShop();
const { store } = shop.shopify;
const carrierServiceId = 'gid://shopify/DeliveryCarrierService/9';
const service = { id: carrierServiceId, name: 'OneStock', active: true, supportsServiceDiscovery: true };
const id = store.markets[0]?.id ?? '';

beforeEach(() => {
  detachEverywhere(store);
  store.carrierServices.set(carrierServiceId, { ...service, callbackUrl: 'https://app.example.com/rates' });
});

async function update(delivery: object, token?: string) {
  const { body } = await shop.graphql(
    `mutation Update($id: ID!, $input: MarketUpdateInput!) { marketUpdate(id: $id, input: $input) {
      market { id } userErrors { field message code } } }`,
    { id, input: { delivery } },
    token,
  );
  return body;
}

function adding(option: object = {}) {
  const carrierCalculated = { currency: 'EUR', rateGroups: [{ carrierServiceId }], ...option };
  return { shipping: { optionDefinitionsToCreate: [{ carrierCalculated }] } };
}

async function read() {
  const { body } = await shop.graphql(
    `query Market($id: ID!) { market(id: $id) { name status type
      conditions { regionsCondition { applicationLevel regions(first: 9) { nodes { ... on MarketRegionCountry { code } } } } }
      delivery { shipping { isEnabled optionDefinitions(first: 9) { nodes { id isActive currency
        ... on DeliveryCarrierCalculatedOptionDefinition { rateGroups(first: 1) { nodes {
          id autoIncludeNewServices carrierService { id } serviceConfiguration { name status } } } } } } } } } }`,
    { id },
  );
  return body.data.market;
}

describe('the markets of a shop', () => {
  it('have countries, and shipping of their own with no option in it', async () => {
    const { body } = await shop.graphql('{ markets(first: 9, type: REGION) { nodes { name } } }');
    expect(body.data.markets.nodes).toEqual([
      { name: 'Europe' },
      { name: 'France' },
      { name: 'International' },
    ]);
    expect(await read()).toEqual({
      name: 'France',
      status: 'ACTIVE',
      type: 'REGION',
      conditions: {
        regionsCondition: { applicationLevel: 'SPECIFIED', regions: { nodes: [{ code: 'FR' }] } },
      },
      delivery: { shipping: { isEnabled: true, optionDefinitions: { nodes: [] } } },
    });
  });

  it('take a carrier-calculated option, which shows new services unless told otherwise, and give it back', async () => {
    expect((await update(adding())).data.marketUpdate).toEqual({ market: { id }, userErrors: [] });
    const [option] = (await read()).delivery.shipping.optionDefinitions.nodes;
    const [group] = option.rateGroups.nodes;
    expect(option).toMatchObject({ isActive: true, currency: 'EUR' });
    expect(group).toMatchObject({ autoIncludeNewServices: true, carrierService: { id: carrierServiceId } });

    const rateGroupsToUpdate = [{ id: group.id, autoIncludeNewServices: false }];
    const carrierCalculated = { id: option.id, isActive: false, rateGroupsToUpdate };
    await update({ shipping: { optionDefinitionsToUpdate: [{ carrierCalculated }] } });
    expect((await read()).delivery.shipping.optionDefinitions.nodes).toMatchObject([
      { isActive: false, rateGroups: { nodes: [{ autoIncludeNewServices: false }] } },
    ]);

    await update({ shipping: { optionDefinitionsToDelete: [option.id] } });
    expect((await read()).delivery.shipping.optionDefinitions.nodes).toEqual([]);
  });

  it('inherit their shipping once their own is removed, and get their own again with the first option', async () => {
    await update({ removeShipping: true });
    expect((await read()).delivery.shipping).toBeNull();
    await update(adding());
    expect((await read()).delivery.shipping).toMatchObject({ isEnabled: true });
  });

  it('refuse an unknown carrier, two rate groups, and a plan without carrier-calculated rates', async () => {
    const group = { carrierServiceId };
    const unknown = { carrierServiceId: 'gid://shopify/DeliveryCarrierService/1' };
    for (const rateGroups of [[unknown], [group, group], []]) {
      expect((await update(adding({ rateGroups }))).data.marketUpdate.userErrors).toMatchObject([
        { code: 'INVALID' },
      ]);
    }
    await shop.control({ carrierCalculatedRates: false });
    expect((await update(adding())).data.marketUpdate.userErrors).toHaveLength(1);
    expect((await read()).delivery.shipping.optionDefinitions.nodes).toEqual([]);
  });

  it('take the scopes of markets, of which a shipping scope is none', async () => {
    const shipping = await shop.tokenWith('write_shipping');
    const query = '{ markets(first: 1) { nodes { id } } }';
    expect((await shop.graphql(query, {}, shipping)).body.errors[0].extensions.code).toBe('ACCESS_DENIED');
    const reading = await shop.tokenWith('read_markets');
    expect((await update(adding(), reading)).errors[0].extensions.code).toBe('ACCESS_DENIED');
    expect(
      (await update(adding(), await shop.tokenWith('read_markets,write_markets'))).errors,
    ).toBeUndefined();
  });
});
