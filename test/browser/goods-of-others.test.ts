import type pg from 'pg';
import type { FrameLocator } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Rate, RecordedTrace } from '#app/features/promise/types.ts';
import { openPool } from '#app/platform/database/client.ts';
import { sendCallback } from '#sandbox/shopify/checkout/callback.ts';
import { quoteIdOf, RECOVERY } from '#test/support/asked-rates.ts';
import { axeViolations } from '#test/support/axe.ts';
import { type OpenPage, startBrowser, type TestBrowser } from '#test/support/browser.ts';
import { rateItemJson, rateRequestJson } from '#test/support/rate-requests.ts';
import { type RunningSandbox, startSandboxProcess } from '#test/support/sandbox.ts';
import { takeShot } from '#test/support/screenshots.ts';

/** Shopify's own limit (https://shopify.dev/docs/api/admin-graphql/latest/objects/DeliveryCarrierService). */
const SHOPIFY_WAITS_MS = 10_000;

const SHIRT = { sku: 'SKU-001', name: 'T-shirt', quantity: 1, grams: 180, price: 1990 };
/** Goods that are printed on demand, of a report: microsoft/BCApps#5633. */
const MUG = {
  name: 'Printed mug',
  sku: 'POD-MUG-1',
  quantity: 1,
  grams: 300,
  price: 1500,
  vendor: 'Print on demand',
  fulfillment_service: 'printful',
  product_id: 98,
  variant_id: 99,
};
const ENGRAVING = { name: 'Engraving', sku: null, quantity: 1, product_id: null, variant_id: null };

let sandbox: RunningSandbox;
let browser: TestBrowser;
let database: pg.Pool;
let opened: OpenPage;

beforeAll(async () => {
  [sandbox, browser] = await Promise.all([startSandboxProcess(), startBrowser()]);
  database = openPool(sandbox.ready.databaseUrl, { poolSize: 1 });
});
afterAll(async () => {
  await database?.end();
  await browser?.close();
  await sandbox?.stop();
});

/** What Shopify is answered for a basket with these lines, and the trace of it. */
async function asked(...lines: object[]) {
  const items = lines.map((line) => rateItemJson({ ...line }));
  const answer = await sendCallback({
    url: sandbox.ready.carrierCallbackUrl,
    body: JSON.stringify(rateRequestJson({ items })),
    shopDomain: sandbox.ready.shop,
    apiSecret: sandbox.ready.apiSecret,
    timeLimitMs: SHOPIFY_WAITS_MS,
  });
  const { rates } = JSON.parse(answer._unsafeUnwrap().text) as { rates: Rate[] };
  const trace = await vi.waitFor(async () => {
    const { rows } = await database.query<
      Pick<RecordedTrace, 'lines' | 'options' | 'failure'> & { id: string }
    >(
      `select callback.id, lines, options, failure from callback join rate_answer on rate_answer.id = answer_id
       where left(callback.id::text, -3) = $1`,
      [rates[0] && quoteIdOf(rates[0]).slice(0, -3)],
    );
    if (!rows[0]) throw new Error('The trace is not written yet.');
    return rows[0];
  }, RECOVERY);
  return { codes: rates.map(({ service_code }) => service_code), rates, trace };
}

const isDated = ({ min_delivery_date }: Rate) => min_delivery_date !== undefined;

/** What a basket that is all OneStock's is shown. A process that has just started may be too late for it at first. */
function promised(): Promise<Awaited<ReturnType<typeof asked>>> {
  return vi.waitFor(async () => {
    const answer = await asked(SHIRT);
    expect(answer.rates.every(isDated)).toBe(true);
    return answer;
  }, RECOVERY);
}

describe('a rate request with goods that OneStock does not have', () => {
  it('shows what its other goods are promised, and its trace names the lines that were not asked about', async () => {
    const own = await promised();
    const { codes, rates, trace } = await asked(SHIRT, MUG, ENGRAVING);
    expect(codes).toEqual(own.codes);
    expect(codes.length).toBeGreaterThan(1);
    expect(rates.every(isDated)).toBe(true);
    expect(trace.failure).toBeNull();
    expect(trace.lines).toEqual([
      { sku: 'SKU-001', quantity: 1 },
      { sku: 'POD-MUG-1', quantity: 1, unasked: 'of_other_service', service: 'printful' },
      { sku: null, quantity: 1, unasked: 'custom_line' },
    ]);
  });

  it.each([
    ['of another fulfillment service', MUG],
    ['of a custom line', ENGRAVING],
  ])(
    'alone shows what has a price without OneStock, under the same name without a date: %s',
    async (_what, line) => {
      const own = await promised();
      const { codes, rates, trace } = await asked(line);
      expect(codes).toEqual(['STANDARD']);
      expect(rates[0]?.service_name).toBe(own.rates[0]?.service_name);
      expect(rates.some(isDated)).toBe(false);
      expect(trace.failure).toBeNull();
      expect(trace.options.map(({ handle, reason }) => `${handle}: ${reason}`)).toEqual([
        'STANDARD: only_outside_lines',
        // Its price is OneStock's cost.
        'EXPRESS: only_outside_lines, cost_missing',
        'COLLECT: only_outside_lines, store_unknown',
        'COLLECT: only_outside_lines, store_unknown',
      ]);
    },
  );
});

describe('a merchant', () => {
  beforeEach(async () => {
    opened = await browser.open();
    opened.page.setDefaultTimeout(20_000);
    return () => opened.context.close();
  });

  const open = async (path: string): Promise<FrameLocator> => {
    await opened.page.goto(`${sandbox.ready.admin}${path}`);
    return opened.page.frameLocator('iframe');
  };
  const ratesOf = (app: FrameLocator) =>
    app.getByRole('list', { name: 'As a shopper sees it' }).getByRole('listitem').allInnerTexts();
  const tryIt = (app: FrameLocator) => app.getByRole('button', { name: 'Try it' }).click();

  it('tries such a basket, and reads what was not asked of OneStock and why', async () => {
    const app = await open('/app/try');
    await app.getByLabel('SKU', { exact: true }).fill('SKU-021');
    await app.getByLabel('Postal code').fill('31000');
    await app.getByLabel('City').fill('Toulouse');
    await app.getByLabel('Set kind, weight and price by hand').check();
    await app.getByRole('button', { name: 'Add a SKU' }).click();
    await app.getByLabel('Kind of item').nth(1).selectOption('other_service');
    await app.getByLabel('SKU', { exact: true }).nth(1).fill('SKU-022');
    await app.getByRole('button', { name: 'Add a SKU' }).click();
    await app.getByLabel('Kind of item').nth(2).selectOption('custom');
    await tryIt(app);
    await app.getByText('Sent by another fulfillment service (another-service)').waitFor();
    await app.getByText('Custom item, no product of the shop: OneStock was not asked').waitFor();
    expect((await ratesOf(app)).some((text) => text.includes('No date'))).toBe(false);
    await takeShot(opened.page, 'try-goods-of-others');

    await app.getByLabel('Kind of item').first().selectOption('other_service');
    await tryIt(app);
    await app.getByText('Nothing in the basket is OneStock’s').first().waitFor();
    await app.getByText('no store is known to have the goods').first().waitFor();
    expect((await ratesOf(app)).every((text) => text.includes('No date'))).toBe(true);
    await takeShot(opened.page, 'try-goods-of-others-alone');
    const frame = opened.page.frame('app-iframe');
    expect(frame && (await axeViolations(frame))).toEqual([]);
    expect(opened.faults).toEqual([]);
  });

  it('reads it of the rate request of a shopper', async () => {
    const { trace } = await asked(SHIRT, MUG, ENGRAVING);
    const app = await open(`/app/activity/callbacks/${trace.id}`);
    await app.getByText('Sent by another fulfillment service (printful): OneStock was not asked').waitFor();
    await takeShot(opened.page, 'request-goods-of-others');
    expect(opened.faults).toEqual([]);
  });

  it('chooses what is promised beside such goods', async () => {
    const app = await open('/app/configuration');
    const choice = app.getByLabel('Beside goods that OneStock does not have');
    await choice.waitFor();
    await choice.scrollIntoViewIfNeeded();
    expect(await choice.inputValue()).toBe('leave_out');
    await takeShot(opened.page, 'configuration-goods-of-others');
  });
});
