import { randomUUID } from 'node:crypto';
import type { Frame } from 'playwright-core';
import { describe, expect, test, vi } from 'vitest';
import { startActivityPages, tab } from '#test/support/activity-pages.ts';
import { alive, OTHER_SHOP, row, SHOP } from '#test/support/admin-pages.ts';
import { axeViolations } from '#test/support/axe.ts';
import { DESKTOP, PHONE } from '#test/support/browser.ts';
import { aBusyShop, minutesAgo } from '#test/support/busy-activity-shop.ts';
import { keepCallback } from '#test/support/kept-activity.ts';
import { takeShot } from '#test/support/screenshots.ts';

const { pages, database } = await startActivityPages();
const { pool, prisma } = database;

describe('the rate requests', () => {
  test('are filtered by what stands in the address, which can be shared and gone back from', async () => {
    await aBusyShop(database);
    const frame = await pages.open('/app/activity?rungs=none');
    await row(frame, 'HTTP 503').waitFor();
    expect(await row(frame, 'OneStock').count()).toBe(0);

    await frame
      .getByRole('button', { name: 'Remove Answered from' })
      .or(frame.getByRole('button', { name: /^Clear/ }))
      .first()
      .click();
    await row(frame, 'Remembered').waitFor();
    expect(await row(frame, 'HTTP 503').count()).toBe(1);
    await frame.evaluate(() => history.back());
    await row(frame, 'Remembered').waitFor({ state: 'detached' });
    await row(frame, 'HTTP 503').waitFor();
    expect(pages.opened.faults).toEqual([]);
  });

  test('lead from an order to the request whose promise it carries, and from there to why', async () => {
    await aBusyShop(database);
    const frame = await pages.open('/app/activity');
    await row(frame, 'HTTP 503').waitFor();
    await frame.getByPlaceholder('Search by order').fill('1001');
    await row(frame, 'HTTP 503').waitFor({ state: 'detached' });
    await row(frame, 'OneStock').getByRole('link').click();

    await frame.getByRole('heading', { level: 1, name: 'Rate request of' }).waitFor();
    for (const text of ['OneStock promised it', 'Not offered in this country', '2 × SKU-1', 'Option 1'])
      expect(await frame.getByText(text).first().isVisible()).toBe(true);
    expect(
      await frame.getByRole('link', { name: 'Open order #1001 in Shopify' }).first().getAttribute('href'),
    ).toBe('shopify://admin/orders/1001');
    expect(pages.opened.faults).toEqual([]);
  });

  test('that are another shop’s, or none, are not found', async () => {
    const foreign = await keepCallback(database, { shop: OTHER_SHOP, receivedAt: minutesAgo(1) });
    for (const id of [foreign, randomUUID(), 'nonsense']) {
      const frame = await pages.open(`/app/activity/callbacks/${id}`);
      await frame.getByRole('heading', { name: 'This page does not exist' }).waitFor();
    }
  });
});

describe('a run', () => {
  test('shows how far it is while it moves, and is found again in the list', async () => {
    const { runId } = await aBusyShop(database);
    const frame = await pages.open('/app/activity?list=jobs');
    await row(frame, '120 of 400').getByText('2 failed').waitFor();
    await prisma.run.update({ where: { id: runId }, data: { done: 248 } });
    await row(frame, '250 of 400').waitFor();
    await frame.getByRole('link', { name: 'Look for orders that were not announced' }).click();
    await frame.getByText('250 of 400').waitFor();
    await frame.getByText('The order was taken up.').first().waitFor();
    await prisma.run.update({
      where: { id: runId },
      data: { state: 'done', finishedAt: new Date(), causes: [] },
    });
    await frame.getByText('Done', { exact: true }).waitFor();
    expect(await frame.getByRole('button', { name: 'Cancel' }).count()).toBe(0);
    expect(pages.opened.faults).toEqual([]);
  });

  test('is paused, goes on, and is cancelled from its page', async () => {
    const { runId } = await aBusyShop(database);
    const frame = await pages.open(`/app/activity/runs/${runId}`);
    await alive(frame, 'Look for orders');
    const state = async () => (await prisma.run.findUniqueOrThrow({ where: { id: runId } })).state;
    for (const [command, becomes] of [
      ['Pause', 'paused'],
      ['Go on', 'running'],
      ['Cancel', 'cancelling'],
    ] as const) {
      await frame.getByRole('button', { name: command, exact: true }).click();
      await vi.waitUntil(async () => (await state()) === becomes, { timeout: 10_000 });
    }
    await frame.getByText('Being cancelled').waitFor();
    const waiting = await pool.query<{ key: string }>(
      "select key from graphile_worker.jobs where task_identifier = 'take-run-step'",
    );
    expect(waiting.rows).toEqual([{ key: `run:sweep_orders:${SHOP}` }]);
    expect(pages.opened.faults).toEqual([]);
  });

  test('of another shop is not found', async () => {
    const { id } = await prisma.run.create({
      data: { shop: OTHER_SHOP, kind: 'sweep_orders', startedBy: 'schedule', askedAt: minutesAgo(1) },
    });
    const frame = await pages.open(`/app/activity/runs/${id}`);
    await frame.getByRole('heading', { name: 'This page does not exist' }).waitFor();
  });
});

/** Until what is streamed has arrived. */
async function settled(frame: Frame, path: string): Promise<void> {
  const shown = path.includes('list=') ? 'table, ul:has(input), [class*="IndexTable__CondensedList"]' : 'dl';
  await frame.locator(shown).first().waitFor();
}

const TABS = ['requests', 'attention', 'events', 'jobs'];

test('each list says what will fill it while it is empty, in French as well', async () => {
  const frame = await pages.open('/app/activity', pages.opened.page, 'fr');
  for (const [name, text] of [
    ['Demandes de tarifs', 'Aucun acheteur n’a encore demandé de tarifs'],
    ['Événements', 'Rien n’a encore été reçu'],
    ['Travail en arrière-plan', 'Rien n’a encore été exécuté'],
    ['À vérifier', 'Rien ne demande votre attention'],
  ] as const) {
    await tab(frame, name).click();
    await frame.getByText(text).waitFor();
  }
  expect(pages.opened.faults).toEqual([]);
});

test('every list and page fits a desktop and a phone, and has no fault that axe finds', async () => {
  const { callbackId, eventId, runId } = await aBusyShop(database);
  const { page, faults } = pages.opened;
  const stories = [`callbacks/${callbackId}`, `events/${eventId}`, `runs/${runId}`];
  const paths = [...TABS.map((list) => `?list=${list}`), ...stories.map((story) => `/${story}`)];
  for (const path of paths.map((rest) => `/app/activity${rest}`)) {
    const frame = await pages.open(path, page);
    for (const [device, viewport] of [
      ['desktop', DESKTOP],
      ['phone', PHONE],
    ] as const) {
      await page.setViewportSize(viewport);
      await settled(frame, path);
      const width = await frame.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      await takeShot(page, `activity-${path.replaceAll(/[^a-z]+/g, '-').slice(14, 40)}-${device}`);
      expect([path, width]).toEqual([path, expect.toSatisfy((excess: number) => excess <= 0)]);
      expect([path, await axeViolations(frame)]).toEqual([path, []]);
    }
  }
  expect(faults).toEqual([]);
});
