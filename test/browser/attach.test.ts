import type { Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { axeViolations } from '#test/support/axe.ts';
import { type OpenPage, startBrowser, type TestBrowser } from '#test/support/browser.ts';
import { type RunningSandbox, startSandboxProcess } from '#test/support/sandbox.ts';
import { takeShot } from '#test/support/screenshots.ts';

let sandbox: RunningSandbox;
let browser: TestBrowser;
let opened: OpenPage;

beforeAll(async () => {
  [sandbox, browser] = await Promise.all([startSandboxProcess(), startBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await sandbox?.stop();
});
beforeEach(async () => {
  await postShipping({ attached: false });
  opened = await browser.open();
});
afterEach(async () => {
  expect(opened.faults).toEqual([]);
  await opened.context.close();
});

async function postShipping(body: { attached: boolean }): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${sandbox.ready.shopify.control}/shipping`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  expect(answer.status).toBe(200);
}

async function openCheckoutPage(page: Page = opened.page): Promise<Frame> {
  await page.goto(`${sandbox.ready.admin}/app/checkout`);
  return vi.waitUntil(() => page.frame('app-iframe'));
}

const FRANCE = { country: 'FR', zip: '31000', city: 'Toulouse' };
const GERMANY = { country: 'DE', zip: '10115', city: 'Berlin' };

/** The codes of what the simulated checkout offers there; none when nothing of ours is. */
async function offered(address: object): Promise<string[]> {
  const { rates } = await sandbox.checkout({ lines: [{ sku: 'SKU-021' }], address, useCache: false });
  return rates.map(({ code }) => code);
}

const button = (frame: Frame, name: string) => frame.getByRole('button', { name, exact: true });
/** The name of what has the focus: keyboards and screen readers go on from there. */
const focused = (frame: Frame) => frame.evaluate(() => document.activeElement?.getAttribute('aria-label'));
const toast = (words: string) => opened.page.getByRole('status').filter({ hasText: words }).waitFor();

describe('on a shop with shipping profiles', () => {
  test('what is attached to a zone is offered to its shoppers and no others, until it is detached', async () => {
    const frame = await openCheckoutPage();
    await frame.getByText('Shown in 0 of 4 shipping zones').waitFor();
    await frame.getByText('General profile').waitFor();
    expect(await frame.getByText('Not attached').count()).toBe(4);
    expect(await offered(FRANCE)).not.toContain('STANDARD');
    expect(await axeViolations(frame)).toEqual([]);
    await takeShot(opened.page, 'attach-nowhere');

    await button(frame, 'Attach to France').click();
    await toast('Attached to 1 shipping zone');
    await frame.getByText('Shown in 1 of 4 shipping zones').waitFor();
    expect(await focused(frame)).toBe('Detach from France');
    expect(await offered(FRANCE)).toEqual(expect.arrayContaining(['STANDARD', 'EXPRESS']));
    expect(await offered(GERMANY)).not.toContain('STANDARD');
    await takeShot(opened.page, 'attach-france');

    await button(frame, 'Detach from France').click();
    const question = frame.getByRole('dialog', { name: 'Detach from France?' });
    await question.getByRole('button', { name: 'Cancel' }).click();
    await question.waitFor({ state: 'hidden' });
    expect(await offered(FRANCE)).toContain('STANDARD');
    await button(frame, 'Detach from France').click();
    expect(await axeViolations(frame)).toEqual([]);
    await takeShot(opened.page, 'attach-question');
    await question.getByRole('button', { name: 'Detach' }).click();
    await toast('Detached from 1 shipping zone');
    await frame.getByText('Shown in 0 of 4 shipping zones').waitFor();
    expect(await offered(FRANCE)).not.toContain('STANDARD');
  });

  test('several places are attached and detached at once, and pressing twice adds nothing twice', async () => {
    const frame = await openCheckoutPage();
    await frame.getByRole('checkbox', { name: 'Europe' }).check();
    await frame.getByRole('checkbox', { name: 'Rest of world' }).check();
    await frame.getByText('2 selected').waitFor();
    await button(frame, 'Attach').dblclick();
    await frame.getByText('Shown in 2 of 4 shipping zones').waitFor();

    await button(frame, 'Attach to the rest').click();
    await frame.getByText('Shown in 4 of 4 shipping zones').waitFor();
    expect((await offered(GERMANY)).filter((code) => code === 'STANDARD')).toHaveLength(1);

    await frame.getByRole('checkbox', { name: 'Select all' }).check();
    await button(frame, 'Detach').click();
    await frame.getByRole('dialog').getByRole('button', { name: 'Detach' }).click();
    await frame.getByText('Shown in 0 of 4 shipping zones').waitFor();
    expect(await offered(GERMANY)).not.toContain('STANDARD');
  });

  test('while Shopify is silent the page stands, says so, and comes back when it is asked again', async () => {
    await sandbox.controlShopify({ failure: '500' });
    const frame = await openCheckoutPage();
    await frame.getByRole('heading', { name: 'Checkout', level: 1 }).waitFor();
    const retry = button(frame, 'Try again');
    await retry.waitFor();
    await takeShot(opened.page, 'attach-unknown');
    await sandbox.controlShopify({ failure: 'none' });
    await retry.click();
    await frame.getByText('Shown in 0 of 4 shipping zones').waitFor();
  });
});

describe('on a shop with market-driven shipping', () => {
  beforeEach(() => sandbox.controlShopify({ marketDrivenShipping: true }));
  afterEach(() => sandbox.controlShopify({ marketDrivenShipping: null }));

  test('the permission is asked for, and what is attached to a market is offered to its shoppers', async () => {
    const frame = await openCheckoutPage();
    await button(frame, 'Grant permission').click();
    await opened.page.getByRole('button', { name: 'Decline', exact: true }).click();
    await frame.getByText('The permission was not granted.').waitFor();
    await frame.getByText('open Settings > Markets').waitFor();
    expect(await axeViolations(frame)).toEqual([]);
    await takeShot(opened.page, 'attach-permission');

    await button(frame, 'Grant permission').click();
    await opened.page.getByRole('button', { name: 'Allow', exact: true }).click();
    await frame.getByText('Shown in 0 of 3 markets').waitFor();
    expect(await offered(FRANCE)).not.toContain('STANDARD');

    await button(frame, 'Attach to France').click();
    await frame.getByText('Shown in 1 of 3 markets').waitFor();
    expect(await offered(FRANCE)).toContain('STANDARD');
    expect(await offered(GERMANY)).not.toContain('STANDARD');
    await takeShot(opened.page, 'attach-markets');
  });
});
