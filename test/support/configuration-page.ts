import { okAsync } from 'neverthrow';
import type { Frame } from 'playwright-core';
import { afterAll, beforeEach } from 'vitest';
import { allDefaultsOf, GROUPS, type SettingsValues } from '#app/features/settings/shape.ts';
import { createOneStockGateway } from '#app/gateways/onestock/index.ts';
import type { AdminClients } from '#app/gateways/shopify/admin-client.ts';
import { systemClock } from '#app/platform/clock.ts';
import { createLogger } from '#app/platform/log.ts';
import { startOneStock } from '#sandbox/onestock/index.ts';
import { SHOP, startAdminPages } from '#test/support/admin-pages.ts';
import { freshDatabase } from '#test/support/database.ts';
import { pageServices } from '#test/support/page-services.ts';
import { runToEnd } from '#test/support/run-to-end.ts';
import { tiesUnderTest } from './ties-under-test.ts';

/**
 * The configuration page over a shop's ties, a database and a simulated OneStock site; Shopify is in memory. Call it at the top of a test file.
 * Before each test the shop has installed the app and is not connected.
 */
export async function startConfigurationPage() {
  const { database } = await freshDatabase();
  const site = await startOneStock();
  const hostPolicy = {
    allowedHosts: [new URL(site.url).host],
    allowPrivateAddresses: true,
    allowHttp: true,
  };
  const oneStock = createOneStockGateway({
    log: createLogger('silent'),
    clock: systemClock,
    policy: hostPolicy,
  });
  const ties = tiesUnderTest(database, {
    oneStock,
    hostPolicy,
    adminClients: shopifyWithLocations(),
  });
  const { shops, oneStockAccounts, carrierService, settings, clock } = ties;
  afterAll(async () => {
    await oneStock.close();
    await site.close();
  });
  const pages = await startAdminPages(
    pageServices({
      shops,
      oneStockAccounts,
      carrierService,
      settings,
      deliveryOptions: {
        list: async () =>
          [{ handle: 'STANDARD', names: { en: 'Home delivery', fr: 'Livraison à domicile' } }] as never,
      },
    }),
  );
  beforeEach(async () => {
    await database.pool.query(
      'delete from shop; delete from obstacle; delete from run; delete from graphile_worker._private_jobs',
    );
    await fetch(`${site.url}/_control`, { method: 'DELETE' });
    await shops.install(SHOP);
  });

  /** WHEN the merchant opens the configuration in the admin. */
  const openConfiguration = async ({ page } = pages.opened, locale = 'en') => {
    const frame = await pages.open('/app/configuration', page, locale);
    // The title is set once the page is alive: nothing can be typed before.
    await frame.waitForFunction(() => document.title.startsWith('Configuration'));
    return frame;
  };

  /** Presses Save in the admin's bar. */
  const save = () => pages.opened.page.getByRole('button', { name: 'Save', exact: true }).click();

  /** Types the account of the simulated site, with this password. */
  const typeAccount = async (frame: Frame, password: string) => {
    await frame.getByLabel('Site id').fill(site.siteId);
    await frame.getByLabel('Host', { exact: true }).selectOption('other');
    await frame.getByLabel('Address of the other host').fill(site.url);
    await frame.getByLabel('User id').fill(site.userId);
    await frame.getByLabel('Password').fill(password);
  };

  /** A shop whose account works and whose endpoints are mirrored. */
  const connectShop = async () => {
    const { url: host, siteId, userId, password } = site;
    const values: SettingsValues = {
      ...allDefaultsOf(GROUPS),
      account: { siteId, host, apiVersion: 'v3', userId, password },
      channels: { salesChannel: 'online_store', salesChannels: [] },
      synchronization: { syncsOrders: true, syncMoment: 'created' },
    };
    const saved = await settings.save(SHOP, { version: 1, values });
    saved._unsafeUnwrap();
    const kind = oneStockAccounts.runs.find(({ kind }) => kind === 'mirror_stores');
    if (!kind) throw new Error('The stores are read by a run.');
    (await runToEnd(database, kind, SHOP))._unsafeUnwrap();
  };

  /** Turns the simulated site's control door. */
  const control = async (settings: object) => {
    await fetch(`${site.url}/_control`, { method: 'POST', body: JSON.stringify(settings) });
  };

  return {
    ...{ pages, openConfiguration, typeAccount, save },
    ...{ database, shops, oneStockAccounts, settings, clock, connectShop },
    ...{ site, control },
  };
}

/** What the page asks Shopify for, in memory. */
function shopifyWithLocations(): AdminClients {
  const onePage = { hasNextPage: false, endCursor: null };
  const locations = [
    {
      id: 'gid://shopify/Location/1',
      name: 'Paris warehouse',
      address: { city: 'Paris', countryCode: 'FR' },
    },
    { id: 'gid://shopify/Location/2', name: 'Lyon store', address: { city: 'Lyon', countryCode: 'FR' } },
    {
      ...{ id: 'gid://shopify/Location/3', name: 'Print service', isFulfillmentService: true },
      address: { city: null, countryCode: 'FR' },
    },
  ];
  const methodDefinitions = { nodes: [{ name: 'Free shipping' }] };
  const locationGroupZones = { nodes: [{ methodDefinitions }], pageInfo: onePage };
  const answers: Record<string, object> = {
    Locations: { locations: { nodes: locations, pageInfo: onePage } },
    ShippingMode: { shop: { currencyCode: 'EUR', features: { marketDrivenShipping: false } } },
    DeliveryProfiles: {
      deliveryProfiles: {
        nodes: [{ id: 'p', name: 'General', profileLocationGroups: [{ locationGroup: { id: 'g' } }] }],
        pageInfo: onePage,
      },
    },
    ZoneRates: { deliveryProfile: { profileLocationGroups: [{ locationGroupZones }] } },
  };
  const request = (document: string) => okAsync(answers[/query (\w+)/.exec(document)?.[1] ?? '']);
  return { forShop: async (shop) => okAsync({ shop, request: request as never }) };
}

/** How far the page can be scrolled sideways. */
export async function overflow(frame: Frame): Promise<number> {
  return frame.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}
