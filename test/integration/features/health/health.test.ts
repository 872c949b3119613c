import { err } from 'neverthrow';
import { describe, expect, test } from 'vitest';
import { freshDatabase } from '#test/support/database.ts';
import { ATTACHED, healthUnderTest, NOW, OTHER_SHOP, ofAccount, SHOP } from './health-under-test.ts';

const { database } = await freshDatabase();
const { prisma } = database;
const { health, shopify, obstacles, keepShop, connect, keepOption, keepCallback } = healthUnderTest(database);

const stateOf = async (name: string) =>
  (await health().setup(SHOP)).steps.find((step) => step.name === name)?.state;

describe('the set-up', () => {
  test('of a shop whose installation has only begun has everything before it', async () => {
    const { steps, isComplete } = await health().setup(SHOP);
    expect(steps[0]).toEqual({ name: 'onestock', state: 'current' });
    expect(steps.filter(({ state }) => state === 'done')).toEqual([]);
    expect(isComplete).toBe(false);
  });

  test('is complete with the first rate request, and without waiting for Shopify', async () => {
    await keepShop();
    await connect();
    await keepOption('STANDARD');
    expect((await health().setup(SHOP)).isComplete).toBe(false);
    await keepCallback({ minutesAgo: 1 });
    expect((await health().setup(SHOP)).isComplete).toBe(true);
    expect(shopify.admin.asked).toEqual([]);
  });

  test('takes a channel of one destination country for a chosen channel', async () => {
    await keepShop();
    await connect({ salesChannel: null });
    expect(await stateOf('sales_channel')).toBe('current');
    await prisma.oneStockConnection.update({
      where: { shop: SHOP },
      data: { salesChannels: { FR: 'web_fr' } },
    });
    expect(await stateOf('sales_channel')).toBe('done');
  });

  test('counts neither what is switched off or archived, nor anything of another shop', async () => {
    await keepShop();
    await keepShop(OTHER_SHOP);
    await connect();
    await keepOption('OFF', { active: false });
    await keepOption('OLD');
    await prisma.deliveryOption.updateMany({ where: { handle: 'OLD' }, data: { archivedAt: NOW } });
    await keepCallback({ shop: OTHER_SHOP, minutesAgo: 1 });
    expect(await stateOf('delivery_option')).toBe('current');
    expect(await stateOf('first_callback')).toBe('todo');
  });

  test('tells why the account or the registration fails', async () => {
    await keepShop();
    await connect();
    const refused = {
      source: 'onestock_connection',
      causes: [{ code: 'user_refused', params: { userId: 'us_api', siteId: 's100' } }],
    } as const;
    const unregistered = { source: 'carrier_service', causes: [{ code: 'shopify_refused' }] } as const;
    await obstacles.raise(SHOP, { ...ofAccount(refused.source), ...refused });
    await obstacles.raise(SHOP, { ...ofAccount(unregistered.source), ...unregistered });
    const { steps } = await health().setup(SHOP);
    expect(steps).toContainEqual({ name: 'onestock', state: 'failing', obstacle: refused });
    expect(steps).toContainEqual({ name: 'carrier_service', state: 'failing', obstacle: unregistered });
  });
});

describe('what only Shopify knows', () => {
  test('completes the set-up with where the rates are attached', async () => {
    await keepShop();
    const { setup, attachment: told } = await health().checkout(SHOP);
    expect(setup.steps).toContainEqual({ name: 'attachment', state: 'done' });
    expect(told).toEqual({ isKnown: true, answer: ATTACHED });
  });

  test('is missing by itself when Shopify does not say where they are', async () => {
    await keepShop();
    shopify.attachment = err({ code: 'shopify_timeout', retryable: true });
    const { attachment: told, origins, setup } = await health().checkout(SHOP);
    expect(told).toEqual({ isKnown: false, code: 'shopify_timeout' });
    expect(setup.steps).toContainEqual({ name: 'attachment', state: 'unknown' });
    expect(origins.isKnown).toBe(true);
  });

  test('is missing by itself when Shopify does not name its locations', async () => {
    shopify.admin.failing.Locations = 'shopify_unreachable';
    const { attachment: told, origins } = await health().checkout(SHOP);
    expect(origins).toEqual({ isKnown: false, code: 'shopify_unreachable' });
    expect(told.isKnown).toBe(true);
  });

  test('warns of each option that several locations would charge several times', async () => {
    await keepShop();
    await keepOption('STANDARD');
    await keepOption('ONCE', { chargeOnce: true });
    await keepOption('FREE', { amount: 0 });
    await keepOption('OFF', { active: false });
    shopify.admin.locations = [
      { name: 'Paris', fulfillsOnlineOrders: true },
      { name: 'Lyon', fulfillsOnlineOrders: true },
      { name: 'Pop-up', fulfillsOnlineOrders: false },
    ];
    expect((await health().checkout(SHOP)).origins).toEqual({
      isKnown: true,
      answer: { locations: ['Paris', 'Lyon'], chargedRepeatedly: ['STANDARD'] },
    });
    shopify.admin.locations = shopify.admin.locations.slice(1);
    expect((await health().checkout(SHOP)).origins).toMatchObject({
      answer: { locations: ['Lyon'], chargedRepeatedly: [] },
    });
  });
});
