import { beforeEach, describe, expect, test, vi } from 'vitest';
import { readOrderSettings } from '#app/features/orders/order-settings.ts';
import { configuration as english } from '#app/ui/i18n/en/configuration.ts';
import { configuration as french } from '#app/ui/i18n/fr/configuration.ts';
import { SHOP } from '#test/support/admin-pages.ts';
import { axeViolations } from '#test/support/axe.ts';
import { overflow, startConfigurationPage } from '#test/support/configuration-page.ts';
import { takeShot } from '#test/support/screenshots.ts';

const { pages, openConfiguration, save, database, shops, oneStockAccounts, settings, connectShop, control } =
  await startConfigurationPage();

/** A save asks the database many things, and the machine may be busy. */
const PATIENCE = { timeout: 10_000 };

const NARROW_PHONE = { width: 375, height: 812 };

test('of two people who edit it the second is told what differs, loses nothing, and chooses', async () => {
  await connectShop();
  const frame = await openConfiguration();
  const wait = frame.getByLabel('Wait for OneStock');
  await wait.fill('200');
  const saveTheirs = async (softDeadlineMs: number) => {
    const theirs = await settings.read(SHOP);
    if (!theirs) throw new Error('The app is not installed.');
    const checkout = { ...theirs.values.checkout, softDeadlineMs };
    const values = { ...theirs.values, checkout };
    (await settings.save(SHOP, { version: theirs.version, values }))._unsafeUnwrap();
  };
  await saveTheirs(100);
  await save();
  await frame.getByText('Somebody else changed the configuration').waitFor();
  await frame.getByText('Different from yours: wait for OneStock.').waitFor();
  await takeShot(pages.opened.page, 'configuration-conflict');
  expect(await axeViolations(frame)).toEqual([]);
  expect(await wait.inputValue()).toBe('200');
  expect(await shops.shop(SHOP)).toMatchObject({ softDeadlineMs: 100 });

  await frame.getByRole('button', { name: 'Keep mine' }).click();
  await save();
  await pages.opened.page.getByText('Saved', { exact: true }).waitFor();
  expect(await shops.shop(SHOP)).toMatchObject({ softDeadlineMs: 200 });

  await saveTheirs(150);
  await wait.fill('250');
  await save();
  await frame.getByRole('button', { name: 'Use theirs' }).click();
  await vi.waitFor(async () => expect(await wait.inputValue()).toBe('150'));
  expect(pages.opened.faults).toEqual([]);
});

describe('a connected shop', () => {
  beforeEach(connectShop);

  test('chooses channels, chainings and endpoints, and finds them as they were saved', async () => {
    const frame = await openConfiguration();
    const channel = frame.getByLabel('Sales channel', { exact: true });
    await frame.getByRole('option', { name: 'Marketplaces' }).first().waitFor({ state: 'attached' });
    expect(await channel.inputValue()).toBe('online_store');
    await channel.selectOption('stores');
    await frame.getByRole('button', { name: 'Add a country' }).click();
    await save();
    await frame.getByText('Choose a country.').first().waitFor();
    await frame.getByLabel('Country', { exact: true }).selectOption({ label: 'France' });
    await frame.getByLabel('Sales channel of the country').selectOption('marketplace');
    await frame.getByLabel('Ruleset chaining for Home delivery').selectOption('respect_promise');
    await frame.getByLabel('Ruleset chaining for Free shipping').selectOption('warehouse_first');

    const endpoint = frame.getByRole('combobox', { name: 'Endpoint of Lyon store' });
    await endpoint.fill('capitole');
    await frame.getByRole('option', { name: /Toulouse Capitole/ }).click();
    await vi.waitFor(async () => expect(await endpoint.inputValue()).toContain('Capitole'));
    await frame.getByLabel('Wait for OneStock').fill('300');
    await save();
    await vi.waitFor(
      async () =>
        expect((await settings.read(SHOP))?.values).toMatchObject({
          channels: {
            salesChannel: 'stores',
            salesChannels: [{ country: 'FR', channelId: 'marketplace' }],
          },
          checkout: { softDeadlineMs: 300 },
          mappings: {
            rulesets: expect.arrayContaining([
              { source: 'option', key: 'STANDARD', rulesetChainingId: 'respect_promise' },
              { source: 'rate', key: 'Free shipping', rulesetChainingId: 'warehouse_first' },
            ]),
            locations: [expect.objectContaining({ locationId: 'gid://shopify/Location/2' })],
          },
        }),
      PATIENCE,
    );
    const mapped = (await settings.read(SHOP))?.values.mappings.locations.map(({ endpointId }) => endpointId);
    const names = await oneStockAccounts.endpointNames(SHOP, mapped ?? []);
    expect([...names.values()]).toEqual([expect.stringContaining('Capitole')]);
    const again = await openConfiguration();
    const kept = again.getByRole('combobox', { name: 'Endpoint of Lyon store' });
    await kept.waitFor();
    expect(await kept.inputValue()).toContain('Capitole');
    expect(pages.opened.faults).toEqual([]);
  });

  test('says of the settings of orders what is to be corrected, where they are folded away as well, and saves them', async () => {
    const frame = await openConfiguration();
    await frame.getByRole('button', { name: 'More settings' }).click();
    const prefix = frame.getByLabel('In front of it');
    await prefix.fill('FR 1');
    await frame.getByRole('button', { name: 'More settings' }).click();
    await save();
    await frame.getByText('Use letters, digits').first().waitFor();
    expect(await prefix.getAttribute('aria-invalid')).toBe('true');
    expect(await prefix.isVisible()).toBe(true);
    await frame.getByLabel('Parcels that have left are').scrollIntoViewIfNeeded();
    await takeShot(pages.opened.page, 'configuration-order-settings');

    await prefix.fill('FR-');
    await frame.getByLabel('Items that will not come are').fill('removed, out_of_stock');
    await frame.getByLabel('Shopify e-mails the customer').check();
    expect(await axeViolations(frame)).toEqual([]);
    await save();
    await vi.waitFor(async () =>
      expect(await readOrderSettings(database, SHOP)).toMatchObject({
        orderIdPrefix: 'FR-',
        heldGroupStates: ['removed', 'out_of_stock'],
        shippedParcelStates: ['dispatched', 'delivered', 'collected'],
        notifyCustomer: true,
      }),
    );
    expect(pages.opened.faults).toEqual([]);
  });

  test('calls carriers of OneStock by a name of Shopify or any other, a row each, and says what is missing', async () => {
    const frame = await openConfiguration();
    await frame.getByRole('button', { name: 'More settings' }).click();
    await frame.getByText('Every carrier keeps the name that OneStock gives it.').waitFor();
    const add = frame.getByRole('button', { name: 'Add a carrier' });
    const codes = frame.getByLabel('Code in OneStock');
    const companies = frame.getByRole('combobox', { name: 'Carrier in Shopify' });
    await add.click();
    await codes.first().fill('chrono13');
    await save();
    await frame.getByText('Enter or choose the carrier’s name in Shopify.').first().waitFor();
    expect(await companies.first().getAttribute('aria-invalid')).toBe('true');
    // Save stands in the admin's document: only a click brings the focus back into the app's.
    await companies.first().click();
    await companies.first().fill('chronop');
    await frame.getByRole('option', { name: 'Chronopost' }).click();
    await frame.getByText('Shopify makes a tracking link.').waitFor();
    await add.click();
    await codes.nth(1).fill('van');
    await companies.nth(1).fill('Our van, blue');
    await frame.getByText('Shopify does not know this name').waitFor();
    await frame.getByText('After an order was sent').scrollIntoViewIfNeeded();
    await takeShot(pages.opened.page, 'configuration-carriers');
    await save();
    await vi.waitFor(
      async () =>
        expect((await readOrderSettings(database, SHOP)).carrierNames).toEqual([
          'chrono13=Chronopost',
          'van=Our van, blue',
        ]),
      PATIENCE,
    );
    const again = await openConfiguration();
    await again.getByRole('button', { name: 'More settings' }).click();
    expect(await again.getByLabel('Code in OneStock').nth(1).inputValue()).toBe('van');
    await again.getByRole('button', { name: 'Remove the carrier chrono13' }).click();
    expect(await again.getByLabel('Code in OneStock').first().inputValue()).toBe('van');
    expect(pages.opened.faults).toEqual([]);
  });

  test('marks a location as not OneStock’s, and sees it marked until that is taken back', async () => {
    const frame = await openConfiguration();
    const mark = (location: string, page = frame) =>
      page.getByRole('checkbox', {
        name: `Not OneStock’s: orders to be fulfilled here are not sent (${location})`,
      });
    await mark('Lyon store').check();
    await takeShot(pages.opened.page, 'configuration-excluded');
    await save();
    const excluded = async () => (await readOrderSettings(database, SHOP)).excludedLocations;
    await vi.waitFor(async () => expect(await excluded()).toEqual(['gid://shopify/Location/2']), PATIENCE);
    const again = await openConfiguration();
    await mark('Lyon store', again).waitFor();
    expect(await mark('Lyon store', again).isChecked()).toBe(true);
    expect(await mark('Paris warehouse', again).isChecked()).toBe(false);
    await mark('Lyon store', again).uncheck();
    await save();
    await vi.waitFor(async () => expect(await excluded()).toEqual([]), PATIENCE);
    expect(pages.opened.faults).toEqual([]);
  });

  test('says of the place of another fulfillment service that its orders are not sent, and asks nothing of it', async () => {
    const frame = await openConfiguration();
    await frame.getByText('This is the place of another fulfillment service').waitFor();
    expect(await frame.getByLabel('Endpoint of Lyon store').count()).toBe(1);
    expect(await frame.getByLabel('Endpoint of Print service').count()).toBe(0);
    expect(await frame.getByRole('checkbox', { name: /\(Print service\)/ }).count()).toBe(0);
    expect(pages.opened.faults).toEqual([]);
  });

  test('finds the settings of orders under headings, in both languages, on a phone as well', async () => {
    const screen = await pages.browser.open(NARROW_PHONE);
    for (const { locale, texts } of [
      { locale: 'en', texts: english },
      { locale: 'fr', texts: french },
    ]) {
      const frame = await openConfiguration(screen, locale);
      await frame.getByRole('button', { name: texts.more }).click();
      for (const [name, heading] of Object.entries(texts.topics)) {
        await frame.getByRole('heading', { name: heading, exact: true }).scrollIntoViewIfNeeded();
        await takeShot(screen.page, `configuration-topic-${name}-${locale}`);
      }
      await frame.getByRole('button', { name: texts.carriers.add }).click();
      expect(await overflow(frame)).toBeLessThanOrEqual(0);
      // What is folded away cuts off what is too wide for it, and cannot be scrolled.
      const ends = await frame
        .locator('input, select')
        .evaluateAll((fields) => fields.map((field) => field.getBoundingClientRect().right));
      expect(Math.max(...ends)).toBeLessThanOrEqual(NARROW_PHONE.width);
      expect(await axeViolations(frame)).toEqual([]);
    }
    expect(screen.faults).toEqual([]);
    await screen.context.close();
  });

  test('edits everything else while OneStock is down, and keeps seeing what it chose there', async () => {
    await control({ failure: 'reset' });
    const frame = await openConfiguration();
    await frame.getByText('OneStock’s sales channels could not be loaded').waitFor();
    expect(await frame.getByLabel('Sales channel', { exact: true }).inputValue()).toBe('online_store');
    await frame.getByLabel('Wait for OneStock').fill('900');
    await save();
    await frame.getByText('from 50 to 450').nth(1).waitFor();
    await frame.getByLabel('Wait for OneStock').fill('250');
    await save();
    await vi.waitFor(async () => expect(await shops.shop(SHOP)).toMatchObject({ softDeadlineMs: 250 }));
    expect(await oneStockAccounts.account(SHOP)).toMatchObject({ salesChannel: 'online_store' });
    expect(pages.opened.faults).toEqual([]);
  });

  test('asks OneStock again where its lists could not be had', async () => {
    await control({ failure: 'reset' });
    const frame = await openConfiguration();
    await frame.getByText('OneStock’s sales channels could not be loaded').waitFor();
    await control({ failure: 'none' });
    await frame.getByRole('button', { name: 'Try again' }).first().click();
    await frame.getByRole('option', { name: 'Marketplaces' }).first().waitFor({ state: 'attached' });
    expect(pages.opened.faults).toEqual([]);
  });

  test('is shown a sales channel that OneStock does not have any more', async () => {
    await database.prisma.oneStockConnection.update({
      where: { shop: SHOP },
      data: { salesChannel: 'deleted_channel' },
    });
    const frame = await openConfiguration();
    await frame.getByText('“deleted_channel” is not in OneStock any more').waitFor();
    expect(await frame.getByLabel('Sales channel', { exact: true }).inputValue()).toBe('deleted_channel');
  });

  test.each([
    { name: 'desktop', viewport: undefined, locale: 'en', texts: english },
    { name: 'phone', viewport: NARROW_PHONE, locale: 'fr', texts: french },
  ])(
    'has no fault that axe finds and fits the screen: $name, in $locale',
    async ({ name, viewport, locale, texts }) => {
      const screen = await pages.browser.open(viewport);
      const frame = await openConfiguration(screen, locale);
      await frame.getByRole('combobox', { name: /Lyon store/ }).waitFor();
      await frame.getByRole('button', { name: texts.channels.add }).click();
      expect(await axeViolations(frame)).toEqual([]);
      expect(await overflow(frame)).toBeLessThanOrEqual(0);
      const { connection: account, channels, orders, rulesets, locations } = texts.sections;
      for (const [at, { title }] of [account, channels, orders, rulesets, locations].entries()) {
        await frame.getByRole('heading', { name: title, exact: true }).scrollIntoViewIfNeeded();
        await takeShot(screen.page, `configuration-${name}-${at}`);
      }
      expect(screen.faults).toEqual([]);
      await screen.context.close();
    },
  );
});
