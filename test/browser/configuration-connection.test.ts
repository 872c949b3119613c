import { describe, expect, test, vi } from 'vitest';
import { SHOP } from '#test/support/admin-pages.ts';
import { axeViolations } from '#test/support/axe.ts';
import { startConfigurationPage } from '#test/support/configuration-page.ts';
import { takeShot } from '#test/support/screenshots.ts';

const { pages, openConfiguration, typeAccount, save, oneStockAccounts, clock, site, control } =
  await startConfigurationPage();

/** Time enough for the connection to be tested again. */
const aMomentPasses = () => {
  clock.time = new Date(clock.time.getTime() + 60_000);
};

describe('a shop that is not connected', () => {
  test('sees the connection only; a wrong password is said at its field and loses nothing typed; the right one opens the rest', async () => {
    const frame = await openConfiguration();
    expect(await frame.getByRole('heading', { level: 2 }).allTextContents()).toEqual([
      'Connection to OneStock',
    ]);

    await typeAccount(frame, 'wrong');
    await save();
    await frame.getByRole('heading', { name: 'One thing is to be corrected' }).waitFor();
    const password = frame.getByLabel('Password');
    expect(await password.getAttribute('aria-invalid')).toBe('true');
    expect(await password.inputValue()).toBe('wrong');
    expect(await frame.getByLabel('Site id').inputValue()).toBe(site.siteId);
    expect(await oneStockAccounts.account(SHOP)).toBeNull();
    await takeShot(pages.opened.page, 'configuration-wrong-password');

    await password.fill(site.password);
    await save();
    await frame.getByRole('heading', { name: 'Sales channels' }).waitFor();
    await frame.getByText('Connected', { exact: true }).waitFor();
    expect(await password.inputValue()).toBe('');
    expect(await password.getAttribute('placeholder')).toBe('Unchanged');
    expect(pages.opened.faults).toEqual([]);
  });

  test('takes nothing that is typed before it would notice, and everything after', async () => {
    const scripts = Promise.withResolvers<void>();
    await pages.opened.page.route(/\/assets\/.*\.js/, async (route) => {
      if (route.request().frame() !== pages.opened.page.mainFrame()) await scripts.promise;
      await route.continue();
    });
    const opening = openConfiguration();
    const early = await vi.waitUntil(() => pages.opened.page.frame('app-iframe'));
    const siteId = early.getByLabel('Site id');
    await siteId.waitFor();
    await siteId.focus();
    await pages.opened.page.keyboard.type('lost');
    expect(await siteId.inputValue()).toBe('');

    scripts.resolve();
    await opening;
    await siteId.click();
    await pages.opened.page.keyboard.type('s100');
    expect(await siteId.inputValue()).toBe('s100');
    await pages.opened.page.getByRole('button', { name: 'Save', exact: true }).waitFor();
  });

  test('can test the account before saving it: the step that fails, the resources that are refused, and what must be typed', async () => {
    const frame = await openConfiguration();
    const run = frame.getByRole('button', { name: 'Test connection' });
    await run.click();
    await frame.getByText('Enter the site id that OneStock gave you').waitFor();

    aMomentPasses();
    await typeAccount(frame, 'wrong');
    await run.click();
    await frame.getByText('The connection does not work').waitFor();
    const step = (name: string) => frame.getByRole('listitem').filter({ hasText: name });
    expect(await step('Certificate').textContent()).toContain('Passed');
    expect(await step('Site, user and password').textContent()).toContain('Failed');
    expect(await step('Access policy').textContent()).toContain('Not reached');
    await step('Access policy').scrollIntoViewIfNeeded();
    await takeShot(pages.opened.page, 'configuration-test-fails');

    await control({ refusedResources: ['orders', 'webhooks'] });
    await frame.getByLabel('Password').fill(site.password);
    expect(await frame.getByText('The connection does not work').count()).toBe(0);
    await run.click();
    await frame.getByText('The connection was tested a moment ago.').waitFor();
    await takeShot(pages.opened.page, 'configuration-test-too-soon');
    aMomentPasses();
    await run.click();
    await frame.getByText('OneStock’s access policy refuses these').waitFor();
    expect(await frame.getByRole('listitem').allTextContents()).toEqual(
      expect.arrayContaining(['orders', 'webhooks']),
    );
    await frame.getByText('Could not be checked').scrollIntoViewIfNeeded();
    await takeShot(pages.opened.page, 'configuration-test-limited');
    expect(await axeViolations(frame)).toEqual([]);
    expect(await oneStockAccounts.account(SHOP)).toBeNull();
    expect(pages.opened.faults).toEqual([]);
  });

  test('is told at the host’s field of a private address and of a site that is down', async () => {
    const frame = await openConfiguration();
    await typeAccount(frame, site.password);
    const host = frame.getByLabel('Address of the other host');
    await host.fill('https://10.0.0.5');
    await save();
    await frame.getByText('Enter an https address under onestock-retail.com').first().waitFor();
    expect(await host.getAttribute('aria-invalid')).toBe('true');

    await control({ failure: 'reset' });
    await host.fill(site.url);
    await save();
    await frame.getByText('could not be reached').first().waitFor();
    expect(await frame.getByLabel('Password').inputValue()).toBe(site.password);
    expect(pages.opened.faults).toEqual([]);
  });
});
