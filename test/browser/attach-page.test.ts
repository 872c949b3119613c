import { err, ok } from 'neverthrow';
import type { Frame } from 'playwright-core';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Attachment, CarrierService, PlaceFailure } from '#app/features/carrier-service/index.ts';
import type { Shops } from '#app/features/shops/index.ts';
import { axeViolations } from '#test/support/axe.ts';
import { DESKTOP, type OpenPage, startBrowser } from '#test/support/browser.ts';
import { SHOP, startEmbeddedApp } from '#test/support/embedded-app.ts';
import { pageServices } from '#test/support/page-services.ts';
import { takeShot } from '#test/support/screenshots.ts';

type Attaching = Pick<CarrierService, 'readAttachment' | 'attach' | 'detach'> & Pick<Shops, 'prepareShop'>;

const MARKETS: Attachment = {
  mode: 'markets',
  carrierService: 'registered',
  missingScopes: [],
  isByHandOnly: false,
  places: [
    { id: 'm/1', name: 'France', countries: ['FR'], state: 'attached' },
    { id: 'm/2', name: 'Europe', countries: ['AT', 'BE', 'DE', 'ES', 'IT', 'NL'], state: 'not_attached' },
    { id: 'm/3', name: 'Benelux', countries: ['BE', 'NL', 'LU'], state: 'inherited' },
    { id: 'm/4', name: 'Japan', countries: ['JP'], state: 'shipping_off' },
    { id: 'm/5', name: 'International', countries: 'rest of world', state: 'attached_hiding_new_services' },
  ],
};

let attachment: Attachment;
let answers: Attaching;
const app = await startEmbeddedApp(
  pageServices({
    carrierService: {
      readAttachment: (shop) => answers.readAttachment(shop),
      attach: (shop, ids) => answers.attach(shop, ids),
      detach: (shop, ids) => answers.detach(shop, ids),
    },
    shops: { prepareShop: (shop) => answers.prepareShop(shop) },
  }),
);
const browser = await startBrowser();
afterAll(async () => {
  await browser.close();
  await app.close();
});

let opened: OpenPage;
beforeEach(async () => {
  attachment = MARKETS;
  answers = {
    readAttachment: async () => ok(attachment),
    attach: vi.fn<CarrierService['attach']>(async () => ok({ attachment, failures: [] })),
    detach: vi.fn<CarrierService['detach']>(async () => ok({ attachment, failures: [] })),
    prepareShop: vi.fn<Shops['prepareShop']>(async () => ok()),
  };
  opened = await browser.open();
});
afterEach(async () => {
  expect(opened.faults).toEqual([]);
  await opened.context.close();
});

async function openPage(locale = 'en'): Promise<Frame> {
  await opened.page.goto(`${app.admin.appPage}/app/checkout?locale=${locale}`);
  return vi.waitUntil(() => opened.page.frame('app-iframe'));
}

const button = (frame: Frame, name: string) => frame.getByRole('button', { name, exact: true });

test('a market that takes its shipping from its parent, or has it off, says what to do and offers nothing that would not work', async () => {
  const frame = await openPage();
  await frame.getByText('Takes its shipping from its parent market').waitFor();
  await frame.getByText('Switch shipping on for this market').waitFor();
  await frame.getByText('Shown in 2 of 4 markets').waitFor();
  expect(await button(frame, 'Attach to Benelux').count()).toBe(0);
  expect(await frame.getByRole('checkbox', { name: 'Benelux' }).count()).toBe(0);
  await button(frame, 'Attach to the rest').click();
  await vi.waitUntil(() => vi.mocked(answers.attach).mock.calls.length > 0);
  expect(answers.attach).toHaveBeenCalledWith(SHOP, ['m/2']);
});

test('a place that hides new options is set right by one press', async () => {
  const frame = await openPage();
  await button(frame, 'Set right in International').click();
  await vi.waitUntil(() => vi.mocked(answers.attach).mock.calls.length > 0);
  expect(answers.attach).toHaveBeenCalledWith(SHOP, ['m/5']);
});

test('each place that fails has its reason beside it, with Shopify’s own words, and the others are as asked', async () => {
  const europe: PlaceFailure = {
    placeId: 'm/2',
    placeName: 'Europe',
    code: 'place_refused',
    retryable: false,
    params: { said: 'Market is locked.' },
  };
  const gone: PlaceFailure = { ...europe, placeId: 'm/9', placeName: null, code: 'place_unknown' };
  answers.attach = async () => {
    const places = MARKETS.places.map((place) =>
      place.id === 'm/5' ? { ...place, state: 'attached' as const } : place,
    );
    return ok({ attachment: { ...MARKETS, places }, failures: [europe, gone] });
  };
  const frame = await openPage();
  for (const name of ['Europe', 'International']) await frame.getByRole('checkbox', { name }).check();
  await button(frame, 'Attach').click();
  await frame.getByText('2 markets did not change as asked').waitFor();
  await frame.getByText('no longer in Shopify').waitFor();
  const described = await frame.getByRole('checkbox', { name: 'Europe' }).evaluate((box) =>
    (box.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent)
      .join(' '),
  );
  expect(described).toContain('Shopify said: “Market is locked.”');
  expect(await button(frame, 'Detach from International').count()).toBe(1);
  expect(await axeViolations(frame)).toEqual([]);
  await takeShot(opened.page, 'attach-failures');
});

test('while a change is under way its place says so, and no second one can be begun', async () => {
  const finish = Promise.withResolvers<void>();
  answers.attach = vi.fn<CarrierService['attach']>(async () => {
    await finish.promise;
    return ok({ attachment, failures: [] });
  });
  const frame = await openPage();
  await button(frame, 'Attach to Europe').dblclick();
  await frame.getByText('Attaching', { exact: true }).waitFor();
  expect(await button(frame, 'Detach from France').isDisabled()).toBe(true);
  finish.resolve();
  await frame.getByText('Attaching', { exact: true }).waitFor({ state: 'detached' });
  expect(answers.attach).toHaveBeenCalledTimes(1);
});

test('a change that Shopify did not answer keeps the page and what was chosen', async () => {
  answers.attach = async () => err({ code: 'shopify_timeout', retryable: true, message: '' });
  const frame = await openPage('fr');
  await frame.getByRole('checkbox', { name: 'Europe' }).check();
  await button(frame, 'Rattacher').click();
  await frame.getByText('Shopify n’a pas répondu à temps').waitFor();
  answers.attach = () => Promise.reject(new Error('a bug'));
  await button(frame, 'Rattacher').click();
  await frame.getByText('On ne sait pas si le changement a été fait').waitFor();
  expect(await frame.getByRole('checkbox', { name: 'Europe' }).isChecked()).toBe(true);
  opened.faults.length = 0;
});

test('a carrier service that has gone is registered again from the page', async () => {
  attachment = { ...MARKETS, carrierService: 'missing' };
  answers.prepareShop = async () =>
    err({ code: 'carrier_service_refused', retryable: false, params: { said: 'Refused.' } });
  const frame = await openPage();
  await button(frame, 'Register again').click();
  await frame.getByText('Shopify did not register the app for shipping rates').waitFor();
  expect(await button(frame, 'Attach to Europe').isDisabled()).toBe(true);
  await takeShot(opened.page, 'attach-missing');
  answers.prepareShop = async () => {
    attachment = MARKETS;
    return ok();
  };
  await button(frame, 'Register again').click();
  await button(frame, 'Register again').waitFor({ state: 'detached' });
  expect(await button(frame, 'Attach to Europe').isEnabled()).toBe(true);
});

test('the page stands before Shopify has answered', async () => {
  const told = Promise.withResolvers<void>();
  answers.readAttachment = async () => {
    await told.promise;
    return ok(attachment);
  };
  await opened.page.goto(`${app.admin.appPage}/app/checkout`, { waitUntil: 'domcontentloaded' });
  const frame = await vi.waitUntil(() => opened.page.frame('app-iframe'));
  await frame.getByText('Where shoppers are offered your delivery options').waitFor();
  await takeShot(opened.page, 'attach-skeleton');
  expect(await frame.getByRole('checkbox').count()).toBe(0);
  told.resolve();
  await frame.getByRole('checkbox', { name: 'France' }).waitFor();
});

test('a shop without places is told what will fill the list', async () => {
  attachment = { ...MARKETS, places: [], isByHandOnly: true };
  const frame = await openPage();
  await frame.getByText('no active market of countries yet').waitFor();
  await takeShot(opened.page, 'attach-empty');
  expect(await axeViolations(frame)).toEqual([]);
});

test('the steps by hand open on wish and lead into the Shopify admin', async () => {
  const frame = await openPage();
  await button(frame, 'Show the steps').click();
  const link = frame.getByRole('link', { name: 'Open Markets' });
  expect(await link.getAttribute('href')).toBe('shopify://admin/markets');
  await link.click();
  await opened.page.getByText('This part of the admin is not simulated').waitFor();
  opened.faults.length = 0;
});

test.each(['en', 'fr'])('a phone shows everything without scrolling sideways, in %s', async (locale) => {
  await opened.page.setViewportSize({ width: 375, height: 844 });
  const frame = await openPage(locale);
  await frame.getByRole('checkbox', { name: 'France' }).waitFor();
  const overflow = () =>
    frame.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(await overflow()).toBeLessThanOrEqual(0);
  expect(await axeViolations(frame)).toEqual([]);
  await takeShot(opened.page, `attach-phone-${locale}`);
  await frame.getByRole('checkbox', { name: 'International' }).scrollIntoViewIfNeeded();
  await takeShot(opened.page, `attach-phone-${locale}-below`);
  await opened.page.setViewportSize(DESKTOP);
  await takeShot(opened.page, `attach-${locale}`);
});
