import { ok } from 'neverthrow';
import type { Frame } from 'playwright-core';
import { beforeEach, vi } from 'vitest';
import type { CarrierService } from '#app/features/carrier-service/index.ts';
import { createDeliveryOptions, type KeptOption } from '#app/features/delivery-options/index.ts';
import type { OneStockAccounts } from '#app/features/onestock-account/index.ts';
import { createOptionPreviews } from '#app/features/promise/index.ts';
import { systemClock } from '#app/platform/clock.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { DEMO_OPTIONS } from '#sandbox/demo-options.ts';
import { OTHER_SHOP, SHOP, startAdminPages } from './admin-pages.ts';
import { freshDatabase } from './database.ts';
import { pageServices } from './page-services.ts';
import { tiesUnderTest } from './ties-under-test.ts';

export const OWN_METHODS = [
  { id: 'standard', name: 'Standard home delivery' },
  { id: 'express', name: 'Express home delivery' },
  { id: 'ckc', name: 'Click and collect' },
];

interface Given {
  methods: OneStockAccounts['deliveryMethods'];
  ownRates: CarrierService['shippingRateNames'];
}

const answers = (): Given => ({
  methods: async () => ok(OWN_METHODS),
  ownRates: async () => ok(['Economy', 'Standard']),
});

/**
 * The pages of delivery options over a database, with the delivery methods and the shop's own rates that a test gives. Call it at the top of
 * a test file. Before each test the shop has the demo's options and two thousand stores.
 */
export async function startOptionPages() {
  const { database } = await freshDatabase();
  const { shops, oneStockAccounts, carrierService } = tiesUnderTest(database);
  const deliveryOptions = createDeliveryOptions(database, systemClock);
  const given = answers();
  const pages = await startAdminPages(
    pageServices({
      shops,
      oneStockAccounts: {
        ...oneStockAccounts,
        status: async () => ({ isConnected: true, timezone: 'Europe/Paris' }),
        deliveryMethods: (shop) => given.methods(shop),
      },
      carrierService: { ...carrierService, shippingRateNames: (shop) => given.ownRates(shop) },
      deliveryOptions,
      optionPreviews: createOptionPreviews({ shops, oneStockAccounts, deliveryOptions, clock: systemClock }),
    }),
  );
  let saved: KeptOption[];
  beforeEach(async () => {
    Object.assign(given, answers());
    await database.pool.query('delete from shop');
    for (const shop of [SHOP, OTHER_SHOP]) await shops.install(shop);
    await database.prisma.shop.updateMany({
      data: {
        currency: 'EUR',
        timezone: 'Europe/Paris',
        country: 'FR',
        locales: ['en', 'fr'],
        primaryLocale: 'en',
      },
    });
    await database.prisma.oneStockEndpoint.createMany({ data: storesOf(SHOP) });
    saved = [];
    for (const option of DEMO_OPTIONS)
      saved.push((await deliveryOptions.create(SHOP, option))._unsafeUnwrap());
  });
  const openPage = async (path: string, locale = 'en', { page } = pages.opened): Promise<Frame> => {
    await page.goto(`${pages.address}${path}?locale=${locale}`);
    return vi.waitUntil(() => page.frame('app-iframe'));
  };
  return {
    pages,
    given,
    database,
    deliveryOptions,
    openPage,
    idOf: (handle: string) => saved.find((option) => option.handle === handle)?.id,
    handles: async () => (await deliveryOptions.list(SHOP)).map(({ handle }) => handle),
  };
}

function storesOf(shop: ShopDomain) {
  return Array.from({ length: 2_000 }, (_, at) => ({
    shop,
    endpointId: `store_${String(at).padStart(4, '0')}`,
    name: at === 1_234 ? 'Orléans République' : `Store ${at}`,
    country: 'FR',
    city: at === 1_234 ? 'Orléans' : 'Paris',
    collects: true,
    open: true,
  }));
}
