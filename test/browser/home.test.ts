import { ok } from 'neverthrow';
import type { Frame } from 'playwright-core';
import { describe, expect, test, vi } from 'vitest';
import type { CheckoutHealth, Health, HealthReport } from '#app/features/health/index.ts';
import type { Shops } from '#app/features/shops/index.ts';
import { axeViolations } from '#test/support/axe.ts';
import { DESKTOP } from '#test/support/browser.ts';
import { SHOP } from '#test/support/embedded-app.ts';
import {
  attentionOf,
  carrierServiceObstacle,
  healthOf,
  quietReport,
  sampleCheckout,
  sampleReport,
  setupUntil,
} from '#test/support/health.ts';
import { answersShown, NOT_REGISTERED, startHomePage } from '#test/support/home-page.ts';
import { takeShot } from '#test/support/screenshots.ts';

const PHONE = { width: 375, height: 812 };

const { pages, given, openHome } = await startHomePage();

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
    given.health = settingUp('delivery_option');
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
    await takeShot(pages.opened.page, 'home-set-up');
  });

  test('of a new shop leads to the configuration, and says what will fill the page', async () => {
    given.health = healthOf({
      setup: async () => setupUntil('onestock', { attachment: 'asking' }),
      checkout: async () => sampleCheckout({ setup: setupUntil('onestock') }),
      report: async () => quietReport(),
    });
    const frame = await openHome();
    const link = frame.getByRole('link', { name: 'Enter the account' });
    expect(await link.getAttribute('href')).toMatch(/^\/app\/configuration/);
    await frame.getByText('Each time a shopper enters an address').waitFor();
    expect(await heading(frame, 'OneStock').count()).toBe(0);
    await takeShot(pages.opened.page, 'home-new');
  });

  test('what Shopify is asked holds nothing up, and what it does not answer can be asked again', async () => {
    const answer = Promise.withResolvers<CheckoutHealth>();
    given.health = { ...settingUp('attachment'), checkout: () => answer.promise };
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
    await takeShot(pages.opened.page, 'home-shopify-silent');

    given.health = settingUp('first_callback');
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
    given.health = {
      ...settingUp('attachment'),
      setup: async () => ({ ...failing, steps }),
      checkout: async () => sampleCheckout({ setup: { ...failing, steps } }),
      attentionSummary: async () => attentionOf([carrierServiceObstacle]),
    };
    const frame = await openHome();
    await step(frame, 'Register the app').getByText(NOT_REGISTERED).waitFor();
    expect(await frame.getByText(NOT_REGISTERED).count()).toBe(1);
    expect(await frame.getByText(/things? needs? your attention/).count()).toBe(0);
    await takeShot(pages.opened.page, 'home-registration-failed');

    given.prepareShop = vi.fn<Shops['prepareShop']>(async () => {
      given.health = settingUp('attachment');
      return ok();
    });
    await frame.getByRole('button', { name: 'Register again' }).click();
    await step(frame, 'Register the app').getByRole('img', { name: 'Done' }).waitFor();
    expect(given.prepareShop).toHaveBeenCalledExactlyOnceWith(SHOP);
  });
});

describe('the page', () => {
  test.each([
    ['a desktop', DESKTOP],
    ['a phone', PHONE],
  ])(
    'paints what is known at once, and on %s moves nothing when the rest arrives',
    async (name, viewport) => {
      await pages.opened.page.setViewportSize(viewport);
      await pages.opened.page.addInitScript(sumShifts);
      const facts = Promise.withResolvers<HealthReport>();
      const answer = Promise.withResolvers<CheckoutHealth>();
      given.health = healthOf({ report: () => facts.promise, checkout: () => answer.promise });
      const frame = await openHome();
      await heading(frame, 'Set-up').waitFor();
      await frame.locator('[class*="SkeletonBody"]').first().waitFor();
      await takeShot(pages.opened.page, `home-skeleton-${name.slice(2)}`);
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
    given.health = healthOf({ report: () => Promise.reject(new Error('the database is gone')) });
    const frame = await openHome();
    await frame.getByText('The answers at checkout could not be loaded').waitFor();
    await frame.getByText('2 of 3').waitFor();
    given.health = healthOf();
    await frame.getByRole('button', { name: 'Try again' }).first().click();
    await answersShown(frame);
  });

  test('speaks French', async () => {
    given.health = healthOf({ attentionSummary: async () => attentionOf([carrierServiceObstacle]) });
    const frame = await openHome('fr');
    await frame.getByText('Origine des réponses').waitFor();
    await frame.getByText('Vérifié il y a 3 minutes').waitFor();
    await frame.getByText('Shopify n’a pas enregistré l’application pour le calcul des tarifs').waitFor();
    await frame.getByText('« Not on your plan »').waitFor();
    expect(await heading(frame, 'Accueil').isVisible()).toBe(true);
    await takeShot(pages.opened.page, 'home-french');
  });

  test.each([
    ['complete', () => healthOf({ attentionSummary: async () => attentionOf([carrierServiceObstacle]) })],
    ['being set up', () => settingUp('attachment', { carrier_service: 'failing' })],
  ])('has no fault that axe finds and fits a phone when %s', async (state, healthGiven) => {
    given.health = healthGiven();
    const frame = await openHome();
    await frame.getByText(/^(2 of 3|3 of 6)$/).waitFor();
    await frame.getByText(/Where answers came from|Each time a shopper/).waitFor();
    expect(await axeViolations(frame)).toEqual([]);
    await pages.opened.page.setViewportSize(PHONE);
    const { content, width } = await frame.evaluate(() => ({
      content: document.documentElement.scrollWidth,
      width: window.innerWidth,
    }));
    expect(content).toBeLessThanOrEqual(width);
    expect(await axeViolations(frame)).toEqual([]);
    await takeShot(pages.opened.page, `home-phone-${state.replaceAll(' ', '-')}`);
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
    expect(given.prepareShop).not.toHaveBeenCalled();
    expect(given.checkAccount).not.toHaveBeenCalled();
  });
});
