import { err, ok } from 'neverthrow';
import type { Frame } from 'playwright-core';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { AttentionEntry, CheckoutHealth, Health, HealthReport } from '#app/features/health/index.ts';
import type { OneStockAccounts } from '#app/features/onestock-account/index.ts';
import type { Shops } from '#app/features/shops/index.ts';
import { axeViolations } from '#test/support/axe.ts';
import { DESKTOP, type OpenPage, startBrowser } from '#test/support/browser.ts';
import { SHOP, startEmbeddedApp } from '#test/support/embedded-app.ts';
import {
  attentionOf,
  carrierServiceObstacle,
  healthOf,
  quietReport,
  sampleCheckout,
  sampleReport,
  setupUntil,
} from '#test/support/health.ts';
import { NO_ORDERS, pageServices } from '#test/support/page-services.ts';
import { takeShot } from '#test/support/screenshots.ts';

const PHONE = { width: 375, height: 812 };

const NOT_REGISTERED = 'Shopify did not register the app for calculating shipping rates.';

let health: Health;
let prepareShop: Shops['prepareShop'];
let checkAccount: OneStockAccounts['checkAccount'];
let isOn: boolean;
const app = await startEmbeddedApp(
  pageServices({
    health: {
      setup: (shop) => health.setup(shop),
      attentionSummary: (shop) => health.attentionSummary(shop),
      dismiss: (shop, keys) => health.dismiss(shop, keys),
      report: (shop) => health.report(shop),
      checkout: (shop) => health.checkout(shop),
    },
    orders: { views: { count: async () => ({ ...NO_ORDERS, isOn }) } },
    shops: { prepareShop: (shop) => prepareShop(shop) },
    oneStockAccounts: { checkAccount: (shop) => checkAccount(shop) },
  }),
);
const browser = await startBrowser();
afterAll(async () => {
  await browser.close();
  await app.close();
});

let opened: OpenPage;
beforeEach(async () => {
  health = healthOf();
  isOn = false;
  prepareShop = vi.fn<Shops['prepareShop']>(async () => ok());
  checkAccount = vi.fn<OneStockAccounts['checkAccount']>(async () =>
    err({ code: 'account_missing' } as never),
  );
  opened = await browser.open();
});
afterEach(async () => {
  expect(opened.faults).toEqual([]);
  await opened.context.close();
});

/** WHEN a merchant opens Home in an admin of that language. */
async function openHome(locale = 'en'): Promise<Frame> {
  // The frame's document is loaded only once everything has been streamed.
  await opened.page.goto(`${app.admin.appPage}/app?locale=${locale}`, { waitUntil: 'domcontentloaded' });
  return vi.waitUntil(() => opened.page.frame('app-iframe'));
}

/** WHEN the merchant comes back to the page from another window. */
async function comeBack(frame: Frame): Promise<void> {
  await opened.page.clock.fastForward(5_000);
  await frame.evaluate(() => void window.dispatchEvent(new Event('focus')));
}

interface Shifted {
  shift: number;
}

/** Sums up what moves in a document without being asked to (https://web.dev/articles/cls). */
function sumShifts(): void {
  const shifted = window as unknown as Shifted;
  shifted.shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
      shifted.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
}

const step = (frame: Frame, name: string) => frame.getByRole('listitem').filter({ hasText: name });
const heading = (frame: Frame, name: string) => frame.getByRole('heading', { name, exact: true });
const answersShown = (frame: Frame) => frame.getByText('Where answers came from').waitFor();

/** A shop that was connected, and has gone on to that step. */
function settingUp(
  next: Parameters<typeof setupUntil>[0],
  ...changes: [Parameters<typeof setupUntil>[1]?]
): Health {
  const setup = setupUntil(next, ...changes);
  return healthOf({
    setup: async () => setupUntil(next, { attachment: 'asking', ...changes[0] }),
    checkout: async () => sampleCheckout({ setup }),
    report: async () => ({ ...quietReport(), oneStock: sampleReport().oneStock }),
  });
}

describe('while the set-up goes on', () => {
  test('the steps come first, with how many are done and one thing to do next', async () => {
    health = settingUp('delivery_option');
    const frame = await openHome();
    await heading(frame, 'Bring delivery promises to your checkout').waitFor();
    expect(await frame.getByText('2 of 6').isVisible()).toBe(true);
    const next = step(frame, 'Offer a first delivery option');
    expect(await next.getByRole('img', { name: 'Next step' }).count()).toBe(1);
    expect(await next.getByRole('link', { name: 'Add a delivery option' }).getAttribute('href')).toMatch(
      /^\/app\/options/,
    );
    expect(await frame.locator('ol a, ol button').count()).toBe(1);
    await step(frame, 'Attach the rates').getByRole('img', { name: 'Not done yet' }).waitFor();
    await takeShot(opened.page, 'home-set-up');
  });

  test('of a new shop leads to the configuration, and says what will fill the page', async () => {
    health = healthOf({
      setup: async () => setupUntil('onestock', { attachment: 'asking' }),
      checkout: async () => sampleCheckout({ setup: setupUntil('onestock') }),
      report: async () => quietReport(),
    });
    const frame = await openHome();
    const link = frame.getByRole('link', { name: 'Enter the account' });
    expect(await link.getAttribute('href')).toMatch(/^\/app\/configuration/);
    await frame.getByText('Each time a shopper enters an address').waitFor();
    expect(await heading(frame, 'OneStock').count()).toBe(0);
    await takeShot(opened.page, 'home-new');
  });

  test('what Shopify is asked holds nothing up, and what it does not answer can be asked again', async () => {
    const answer = Promise.withResolvers<CheckoutHealth>();
    health = { ...settingUp('attachment'), checkout: () => answer.promise };
    const frame = await openHome();
    await step(frame, 'Attach the rates').getByText('Checking with Shopify').waitFor();
    const silent = setupUntil('first_callback');
    const steps = silent.steps.map((each) =>
      each.name === 'attachment' ? { ...each, state: 'unknown' as const } : each,
    );
    answer.resolve(
      sampleCheckout({
        setup: { ...silent, steps },
        attachment: { isKnown: false, code: 'shopify_timeout' },
      }),
    );
    const attaching = step(frame, 'Attach the rates');
    await attaching.getByText('Shopify did not say where your rates are attached.').waitFor();
    expect(await attaching.getByText('Could not be checked').isVisible()).toBe(true);
    await takeShot(opened.page, 'home-shopify-silent');

    health = settingUp('first_callback');
    await attaching.getByRole('button', { name: 'Try again' }).click();
    await attaching.getByRole('img', { name: 'Done' }).waitFor();
    const openShop = frame.getByRole('link', { name: 'Open your shop' });
    expect(await openShop.getAttribute('href')).toBe(`https://${SHOP}`);
  });

  test('a registration that failed is told once, and tried again from its step', async () => {
    const failing = setupUntil('attachment', { carrier_service: 'failing' });
    const { source, causes } = carrierServiceObstacle;
    const steps = failing.steps.map((each) =>
      each.name === 'carrier_service' ? { ...each, obstacle: { source, causes } } : each,
    );
    health = {
      ...settingUp('attachment'),
      setup: async () => ({ ...failing, steps }),
      checkout: async () => sampleCheckout({ setup: { ...failing, steps } }),
      attentionSummary: async () => attentionOf([carrierServiceObstacle]),
    };
    const frame = await openHome();
    await step(frame, 'Register the app').getByText(NOT_REGISTERED).waitFor();
    expect(await frame.getByText(NOT_REGISTERED).count()).toBe(1);
    expect(await frame.getByText(/things? needs? your attention/).count()).toBe(0);
    await takeShot(opened.page, 'home-registration-failed');

    prepareShop = vi.fn<Shops['prepareShop']>(async () => {
      health = settingUp('attachment');
      return ok();
    });
    await frame.getByRole('button', { name: 'Register again' }).click();
    await step(frame, 'Register the app').getByRole('img', { name: 'Done' }).waitFor();
    expect(prepareShop).toHaveBeenCalledExactlyOnceWith(SHOP);
  });
});

describe('once all is set up', () => {
  test('health comes first, and the steps are out of the way', async () => {
    const frame = await openHome();
    await answersShown(frame);
    await frame.getByText('2 of 3').waitFor();
    const titles = await frame.getByRole('heading', { level: 2 }).allTextContents();
    expect(titles).toEqual(['Answers at checkout', 'OneStock', 'Shopify checkout', 'Set-up']);
    expect(await frame.getByText('Connect OneStock').isVisible()).toBe(false);
    await takeShot(opened.page, 'home');
    await frame.getByRole('button', { name: 'Show the steps' }).click();
    await frame.getByText('Connect OneStock').waitFor();
    expect(await frame.getByText('6 of 6').isVisible()).toBe(true);
  });

  test('the chart is a table for who cannot see it, by the hour or, without a reload, by the day', async () => {
    const frame = await openHome();
    await answersShown(frame);
    const hours = frame.getByRole('table', { name: 'Rate requests by the hour' });
    expect(await hours.getByRole('row').count()).toBe(25);
    // 10:00 UTC in the shop's Paris.
    expect(await hours.getByRole('row').last().getByRole('rowheader').textContent()).toBe('11:00');
    let isReloaded = false;
    opened.page.on('request', () => {
      isReloaded = true;
    });
    await frame.getByRole('button', { name: '7 days' }).click();
    const days = frame.getByRole('table', { name: 'Rate requests by the day' });
    expect(await days.getByRole('row').count()).toBe(8);
    expect(await days.getByRole('row').last().getByRole('rowheader').textContent()).toBe('Sat 21');
    expect(await frame.getByRole('button', { name: '7 days' }).getAttribute('aria-pressed')).toBe('true');
    expect(isReloaded).toBe(false);
    await takeShot(opened.page, 'home-week');
  });

  test('whether OneStock works is said with when that was seen, and can be looked at now', async () => {
    const frame = await openHome();
    await answersShown(frame);
    expect(await frame.getByText('Connected', { exact: true }).isVisible()).toBe(true);
    await frame.getByText('Checked 3 minutes ago').waitFor();
    checkAccount = vi.fn<OneStockAccounts['checkAccount']>(async () => {
      const refused: AttentionEntry = {
        key: 'onestock_connection onestock_account ',
        subject: { kind: 'onestock_account', id: '' },
        source: 'onestock_connection',
        causes: [{ code: 'user_refused', params: { userId: 'us_api', siteId: 'c8001' } }],
        severity: 'critical',
        attempts: 0,
        remedies: ['open'],
        since: new Date().toISOString(),
      };
      const failing = { ...sampleReport().oneStock, state: 'fails' as const, obstacle: refused };
      health = healthOf({
        attentionSummary: async () => attentionOf([refused]),
        report: async () => sampleReport({ oneStock: failing }),
      });
      return ok({ state: 'fails' } as never);
    });
    await frame.getByRole('button', { name: 'Check now' }).click();
    await frame.getByText('OneStock refused the user “us_api” of the site “c8001”.').waitFor();
    await frame.getByText('Meanwhile shoppers see the fallback of each delivery option.').waitFor();
    expect(await frame.getByText('Fails', { exact: true }).isVisible()).toBe(true);
    expect(checkAccount).toHaveBeenCalledExactlyOnceWith(SHOP);
    await takeShot(opened.page, 'home-onestock-fails');
  });

  test('a OneStock that fails shoppers between two checks is called failing', async () => {
    const failing = {
      ...sampleReport().oneStock,
      state: 'fails' as const,
      lastHour: { asked: 12, failed: 9 },
    };
    health = healthOf({ report: async () => sampleReport({ oneStock: failing }) });
    const frame = await openHome();
    await frame.getByText('OneStock does not answer your shoppers’ questions').waitFor();
    expect(await frame.getByText('Asked 12 times, 9 failures').isVisible()).toBe(true);
  });

  test('options that several locations would charge several times are named', async () => {
    const answer = { locations: ['Paris warehouse', 'Lyon'], chargedRepeatedly: ['STANDARD', 'EXPRESS'] };
    health = healthOf({ checkout: async () => sampleCheckout({ origins: { isKnown: true, answer } }) });
    const frame = await openHome();
    const warning = frame.getByText('Your orders can ship from several locations: Paris warehouse, Lyon.');
    await warning.waitFor();
    expect(await warning.textContent()).toContain('STANDARD, EXPRESS');
    await takeShot(opened.page, 'home-several-locations');
  });

  test('what failed leads to where it can be looked at', async () => {
    health = healthOf({ attentionSummary: async () => ({ ...attentionOf(), count: 3 }) });
    const frame = await openHome();
    await answersShown(frame);
    await frame.getByText('3 things need your attention').waitFor();
    const links = await frame.getByRole('link', { name: 'Look at them' }).all();
    const addresses = await Promise.all(links.map((link) => link.getAttribute('href')));
    expect(addresses).toEqual(['/app/activity?list=attention', '/app/activity?isFailed=1']);
  });

  test('a notice that needs nobody is shown uncounted, and can be dismissed', async () => {
    const notice: AttentionEntry = {
      key: 'customer_data_request customer_request 7',
      subject: { kind: 'customer_request', id: '7' },
      source: 'customer_data_request',
      causes: [{ code: 'customer_data_none', params: { request: '7' } }],
      severity: 'info',
      attempts: 0,
      remedies: ['dismiss'],
      since: '2026-11-21T07:12:00.000Z',
    };
    const dismiss = vi.fn(async () => {
      health = healthOf();
      return 1;
    });
    health = healthOf({
      attentionSummary: async () => ({ ...attentionOf(), notices: [notice] }),
      dismiss,
    });
    const frame = await openHome();
    await frame.getByText('A customer asked for their data (request 7 of Shopify).').waitFor();
    expect(await frame.getByText(/things? needs? your attention/).count()).toBe(0);
    await answersShown(frame);
    await frame.getByRole('button', { name: /Dismiss/ }).click();
    await frame.getByText('A customer asked for their data').waitFor({ state: 'detached' });
    expect(dismiss).toHaveBeenCalledExactlyOnceWith(SHOP, [notice.key]);
  });

  test('what Shopify does not answer is missing by itself', async () => {
    const silent = { isKnown: false as const, code: 'shopify_unreachable' };
    health = healthOf({
      checkout: async () => sampleCheckout({ attachment: silent, origins: silent }),
    });
    const frame = await openHome();
    await frame.getByText('Shopify could not be reached.').waitFor();
    const told = frame.getByText('Shopify could not be reached. The app tries again by itself.');
    expect(await told.count()).toBe(1);
    await answersShown(frame);
    health = healthOf();
    await frame.getByRole('button', { name: 'Try again' }).click();
    await frame.getByText('2 of 3').waitFor();
  });

  test('an obstacle disappears by itself when it is gone and the merchant comes back', async () => {
    await opened.page.clock.install();
    health = healthOf({ attentionSummary: async () => attentionOf([carrierServiceObstacle]) });
    const frame = await openHome();
    await frame.getByText(NOT_REGISTERED).waitFor();
    await answersShown(frame);
    await takeShot(opened.page, 'home-problem');
    health = healthOf();
    await comeBack(frame);
    await frame.getByText(NOT_REGISTERED).waitFor({ state: 'detached' });
  });
});

describe('the page', () => {
  test.each([
    ['a desktop', DESKTOP],
    ['a phone', PHONE],
  ])(
    'paints what is known at once, and on %s moves nothing when the rest arrives',
    async (name, viewport) => {
      await opened.page.setViewportSize(viewport);
      await opened.page.addInitScript(sumShifts);
      const facts = Promise.withResolvers<HealthReport>();
      const answer = Promise.withResolvers<CheckoutHealth>();
      health = healthOf({ report: () => facts.promise, checkout: () => answer.promise });
      const frame = await openHome();
      await heading(frame, 'Set-up').waitFor();
      await frame.locator('[class*="SkeletonBody"]').first().waitFor();
      await takeShot(opened.page, `home-skeleton-${name.slice(2)}`);
      facts.resolve(sampleReport());
      answer.resolve(sampleCheckout());
      await answersShown(frame);
      await frame.getByText('2 of 3').waitFor();
      const shift = await frame.evaluate(async () => {
        await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
        return (window as unknown as Shifted).shift;
      });
      expect(shift).toBeLessThan(0.05);
    },
  );

  test('whose report cannot be had shows everything else, and lets it be tried again', async () => {
    health = healthOf({ report: () => Promise.reject(new Error('the database is gone')) });
    const frame = await openHome();
    await frame.getByText('The answers at checkout could not be loaded').waitFor();
    await frame.getByText('2 of 3').waitFor();
    health = healthOf();
    await frame.getByRole('button', { name: 'Try again' }).first().click();
    await answersShown(frame);
  });

  test('speaks French', async () => {
    health = healthOf({ attentionSummary: async () => attentionOf([carrierServiceObstacle]) });
    const frame = await openHome('fr');
    await frame.getByText('Origine des réponses').waitFor();
    await frame.getByText('Vérifié il y a 3 minutes').waitFor();
    await frame.getByText('Shopify n’a pas enregistré l’application pour le calcul des tarifs').waitFor();
    await frame.getByText('« Not on your plan »').waitFor();
    expect(await heading(frame, 'Accueil').isVisible()).toBe(true);
    await takeShot(opened.page, 'home-french');
  });

  test.each([
    ['complete', () => healthOf({ attentionSummary: async () => attentionOf([carrierServiceObstacle]) })],
    ['being set up', () => settingUp('attachment', { carrier_service: 'failing' })],
  ])('has no fault that axe finds and fits a phone when %s', async (state, given) => {
    health = given();
    const frame = await openHome();
    await frame.getByText(/^(2 of 3|3 of 6)$/).waitFor();
    await frame.getByText(/Where answers came from|Each time a shopper/).waitFor();
    expect(await axeViolations(frame)).toEqual([]);
    await opened.page.setViewportSize(PHONE);
    const { content, width } = await frame.evaluate(() => ({
      content: document.documentElement.scrollWidth,
      width: window.innerWidth,
    }));
    expect(content).toBeLessThanOrEqual(width);
    expect(await axeViolations(frame)).toEqual([]);
    await takeShot(opened.page, `home-phone-${state.replaceAll(' ', '-')}`);
  });

  test('refuses an action that it does not know, without doing anything', async () => {
    const frame = await openHome();
    await answersShown(frame);
    const answer = await frame.evaluate(async () => {
      const body = JSON.stringify({ intent: 'uninstall' });
      const headers = { 'Content-Type': 'application/json' };
      const response = await fetch('/app?index&_data=routes%2Fapp._index', { method: 'POST', headers, body });
      return response.json();
    });
    expect(answer).toMatchObject({ saved: false, errors: [{ field: 'intent', code: 'invalid' }] });
    expect(prepareShop).not.toHaveBeenCalled();
    expect(checkAccount).not.toHaveBeenCalled();
  });
});
