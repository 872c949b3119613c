import { err, ok } from 'neverthrow';
import type { Frame } from 'playwright-core';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import type { Health } from '#app/features/health/index.ts';
import type { OneStockAccounts } from '#app/features/onestock-account/index.ts';
import type { Shops } from '#app/features/shops/index.ts';
import { startAdminPages } from './admin-pages.ts';
import { healthOf } from './health.ts';
import { pageServices } from './page-services.ts';

/** What Home says of the registration of `carrierServiceObstacle`. */
export const NOT_REGISTERED = 'Shopify did not register the app for calculating shipping rates.';

interface Given {
  health: Health;
  prepareShop: Shops['prepareShop'];
  checkAccount: OneStockAccounts['checkAccount'];
}

const aHealthyShop = (): Given => ({
  health: healthOf(),
  prepareShop: vi.fn<Shops['prepareShop']>(async () => ok()),
  checkAccount: vi.fn<OneStockAccounts['checkAccount']>(async () =>
    err({ code: 'account_missing' } as never),
  ),
});

/**
 * Home over what a test gives: before each test it is a shop where all is well. Call it at the top of a test file. No test may leave a fault
 * in the browser.
 */
export async function startHomePage() {
  const given = aHealthyShop();
  const pages = await startAdminPages(
    pageServices({
      health: {
        setup: (shop) => given.health.setup(shop),
        attentionSummary: (shop) => given.health.attentionSummary(shop),
        dismiss: (shop, keys) => given.health.dismiss(shop, keys),
        report: (shop) => given.health.report(shop),
        checkout: (shop) => given.health.checkout(shop),
      },
      shops: { prepareShop: (shop) => given.prepareShop(shop) },
      oneStockAccounts: { checkAccount: (shop) => given.checkAccount(shop) },
    }),
  );
  beforeEach(() => void Object.assign(given, aHealthyShop()));
  afterEach(() => expect(pages.opened.faults).toEqual([]));
  /** WHEN a merchant opens Home in an admin of that language. */
  const openHome = (locale?: string) => pages.open('/app', undefined, locale);
  return { pages, given, openHome };
}

export const answersShown = (frame: Frame) => frame.getByText('Where answers came from').waitFor();
