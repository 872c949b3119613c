import { beforeEach, describe, expect, test } from 'vitest';
import { attachmentWorld } from './attachment-under-test.ts';

const { shopify, shop, prepared, control, carrierRates, market, asksFor } = await attachmentWorld();

describe('on a shop with market-driven shipping', () => {
  beforeEach(() => control({ marketDrivenShipping: true }));

  test('the rates are attached to markets, and detached again', async () => {
    const { attach, detach, placeId, readAttachment, states } = await prepared();
    expect((await readAttachment(shop))._unsafeUnwrap()).toMatchObject({
      mode: 'markets',
      isByHandOnly: false,
    });
    const ids = [await placeId('France'), await placeId('Europe')];

    expect((await attach(shop, ids))._unsafeUnwrap().failures).toEqual([]);
    await attach(shop, ids);
    expect(await states()).toEqual({ France: 'attached', Europe: 'attached', International: 'not_attached' });
    expect(market('France').shipping?.options).toMatchObject([
      { isActive: true, currency: 'EUR', rateGroup: { showsNewServices: true } },
    ]);
    expect([await asksFor('FR'), await asksFor('JP')]).toEqual([true, false]);
    expect(carrierRates('France')).toEqual([]);

    expect((await detach(shop, ids))._unsafeUnwrap().failures).toEqual([]);
    expect(market('France').shipping?.options).toEqual([]);
  });

  test('an option that hides new services, or is switched off, is set right in its place', async () => {
    const { attach, placeId, states } = await prepared();
    const ids = [await placeId('France'), await placeId('Europe')];
    await attach(shop, ids);
    for (const option of market('France').shipping?.options ?? []) option.rateGroup.showsNewServices = false;
    for (const option of market('Europe').shipping?.options ?? []) option.isActive = false;
    expect(await states()).toMatchObject({ France: 'attached_hiding_new_services', Europe: 'not_attached' });

    await attach(shop, ids);

    expect(await states()).toMatchObject({ France: 'attached', Europe: 'attached' });
    expect(market('Europe').shipping?.options).toHaveLength(1);
  });

  test('a market that inherits its shipping is left to its parent, and one with shipping off is not switched on', async () => {
    const { attach, checkAttachment, placeId } = await prepared();
    market('France').shipping = null;
    market('Europe').shipping = { isEnabled: false, options: [] };

    const ids = [await placeId('France'), await placeId('Europe')];
    const { failures } = (await attach(shop, ids))._unsafeUnwrap();

    expect(failures.map(({ code }) => code)).toEqual(['place_inherits_shipping', 'place_shipping_off']);
    expect(market('France').shipping).toBeNull();
    expect(market('Europe').shipping).toEqual({ isEnabled: false, options: [] });
    expect((await checkAttachment(shop))._unsafeUnwrap().coverage).toMatchObject({ attached: 0, total: 2 });
  });

  test('more markets than are asked for at once are all read and attached', async () => {
    const { attach, readAttachment, states } = await prepared();
    const { markets } = shopify.store;
    const seeded = markets.length;
    const france = market('France');
    for (let each = 1; each <= 9; each++) {
      const id = shopify.store.nextId('Market');
      markets.push({ ...france, id, name: `Market ${each}`, shipping: { isEnabled: true, options: [] } });
    }
    const ids = (await readAttachment(shop))._unsafeUnwrap().places.map(({ id }) => id);
    const { failures } = (await attach(shop, ids))._unsafeUnwrap();
    const attached = Object.values(await states()).filter((state) => state === 'attached');
    markets.splice(seeded);

    expect(failures).toEqual([]);
    expect(attached).toHaveLength(12);
  });

  test('draft markets, where nobody can order, are left out', async () => {
    const { states } = await prepared();
    market('International').status = 'DRAFT';
    const read = await states();
    market('International').status = 'ACTIVE';

    expect(Object.keys(read)).toEqual(['Europe', 'France']);
  });

  test('without the scopes of markets the missing ones are named, and the merchant is left to do it by hand', async () => {
    const { attach, checkAttachment, holding, placeId, readAttachment } = await prepared();
    const id = await placeId('France');
    await holding('write_shipping');

    const attachment = (await readAttachment(shop))._unsafeUnwrap();
    expect(attachment).toMatchObject({
      places: [],
      missingScopes: ['read_markets', 'write_markets'],
      isByHandOnly: true,
    });
    expect((await checkAttachment(shop))._unsafeUnwrap().coverage).toBeNull();
    const refusal = (await attach(shop, [id]))._unsafeUnwrapErr();
    expect(refusal.code).toBe('scope_missing');
    expect(refusal.params).toEqual({ scopes: ['read_markets', 'write_markets'] });
  });

  test('with read_markets alone the places are shown, and write_markets is asked for', async () => {
    const { holding, readAttachment } = await prepared();
    await holding('write_shipping,read_markets');

    expect((await readAttachment(shop))._unsafeUnwrap()).toMatchObject({
      missingScopes: ['write_markets'],
      places: expect.arrayContaining([expect.objectContaining({ name: 'France' })]),
    });
  });
});
