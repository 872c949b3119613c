import { ok } from 'neverthrow';
import type { Frame } from 'playwright-core';
import { describe, expect, test, vi } from 'vitest';
import type { AttentionEntry } from '#app/features/health/index.ts';
import type { OneStockAccounts } from '#app/features/onestock-account/index.ts';
import { SHOP } from '#test/support/embedded-app.ts';
import {
  attentionOf,
  carrierServiceObstacle,
  healthOf,
  sampleCheckout,
  sampleReport,
} from '#test/support/health.ts';
import { answersShown, NOT_REGISTERED, startHomePage } from '#test/support/home-page.ts';
import { takeShot } from '#test/support/screenshots.ts';

const { pages, given, openHome } = await startHomePage();

/** WHEN the merchant comes back to the page from another window. */
async function comeBack(frame: Frame): Promise<void> {
  await pages.opened.page.clock.fastForward(5_000);
  await frame.evaluate(() => void window.dispatchEvent(new Event('focus')));
}

describe('once all is set up', () => {
  test('health comes first, and the steps are out of the way', async () => {
    const frame = await openHome();
    await answersShown(frame);
    await frame.getByText('2 of 3').waitFor();
    const titles = await frame.getByRole('heading', { level: 2 }).allTextContents();
    expect(titles).toEqual(['Answers at checkout', 'OneStock', 'Shopify checkout', 'Set-up']);
    expect(await frame.getByText('Connect OneStock').isVisible()).toBe(false);
    await takeShot(pages.opened.page, 'home');
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
    pages.opened.page.on('request', () => {
      isReloaded = true;
    });
    await frame.getByRole('button', { name: '7 days' }).click();
    const days = frame.getByRole('table', { name: 'Rate requests by the day' });
    expect(await days.getByRole('row').count()).toBe(8);
    expect(await days.getByRole('row').last().getByRole('rowheader').textContent()).toBe('Sat 21');
    expect(await frame.getByRole('button', { name: '7 days' }).getAttribute('aria-pressed')).toBe('true');
    expect(isReloaded).toBe(false);
    await takeShot(pages.opened.page, 'home-week');
  });

  test('whether OneStock works is said with when that was seen, and can be looked at now', async () => {
    const frame = await openHome();
    await answersShown(frame);
    expect(await frame.getByText('Connected', { exact: true }).isVisible()).toBe(true);
    await frame.getByText('Checked 3 minutes ago').waitFor();
    given.checkAccount = vi.fn<OneStockAccounts['checkAccount']>(async () => {
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
      given.health = healthOf({
        attentionSummary: async () => attentionOf([refused]),
        report: async () => sampleReport({ oneStock: failing }),
      });
      return ok({ state: 'fails' } as never);
    });
    await frame.getByRole('button', { name: 'Check now' }).click();
    await frame.getByText('OneStock refused the user “us_api” of the site “c8001”.').waitFor();
    await frame.getByText('Meanwhile shoppers see the fallback of each delivery option.').waitFor();
    expect(await frame.getByText('Fails', { exact: true }).isVisible()).toBe(true);
    expect(given.checkAccount).toHaveBeenCalledExactlyOnceWith(SHOP);
    await takeShot(pages.opened.page, 'home-onestock-fails');
  });

  test('a OneStock that fails shoppers between two checks is called failing', async () => {
    const failing = {
      ...sampleReport().oneStock,
      state: 'fails' as const,
      lastHour: { asked: 12, failed: 9 },
    };
    given.health = healthOf({ report: async () => sampleReport({ oneStock: failing }) });
    const frame = await openHome();
    await frame.getByText('OneStock does not answer your shoppers’ questions').waitFor();
    expect(await frame.getByText('Asked 12 times, 9 failures').isVisible()).toBe(true);
  });

  test('options that several locations would charge several times are named', async () => {
    const answer = { locations: ['Paris warehouse', 'Lyon'], chargedRepeatedly: ['STANDARD', 'EXPRESS'] };
    given.health = healthOf({ checkout: async () => sampleCheckout({ origins: { isKnown: true, answer } }) });
    const frame = await openHome();
    const warning = frame.getByText('Your orders can ship from several locations: Paris warehouse, Lyon.');
    await warning.waitFor();
    expect(await warning.textContent()).toContain('STANDARD, EXPRESS');
    await takeShot(pages.opened.page, 'home-several-locations');
  });

  test('what failed leads to where it can be looked at', async () => {
    given.health = healthOf({ attentionSummary: async () => ({ ...attentionOf(), count: 3 }) });
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
      given.health = healthOf();
      return 1;
    });
    given.health = healthOf({
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
    given.health = healthOf({
      checkout: async () => sampleCheckout({ attachment: silent, origins: silent }),
    });
    const frame = await openHome();
    await frame.getByText('Shopify could not be reached.').waitFor();
    const told = frame.getByText('Shopify could not be reached. The app tries again by itself.');
    expect(await told.count()).toBe(1);
    await answersShown(frame);
    given.health = healthOf();
    await frame.getByRole('button', { name: 'Try again' }).click();
    await frame.getByText('2 of 3').waitFor();
  });

  test('an obstacle disappears by itself when it is gone and the merchant comes back', async () => {
    await pages.opened.page.clock.install();
    given.health = healthOf({ attentionSummary: async () => attentionOf([carrierServiceObstacle]) });
    const frame = await openHome();
    await frame.getByText(NOT_REGISTERED).waitFor();
    await answersShown(frame);
    await takeShot(pages.opened.page, 'home-problem');
    given.health = healthOf();
    await comeBack(frame);
    await frame.getByText(NOT_REGISTERED).waitFor({ state: 'detached' });
  });
});
