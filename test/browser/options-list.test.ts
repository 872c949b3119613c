import { err, ok } from 'neverthrow';
import type { Frame } from 'playwright-core';
import { describe, expect, test, vi } from 'vitest';
import { DEMO_OPTIONS } from '#sandbox/demo-options.ts';
import { SHOP } from '#test/support/admin-pages.ts';
import { axeViolations } from '#test/support/axe.ts';
import { DESKTOP } from '#test/support/browser.ts';
import { OWN_METHODS, startOptionPages } from '#test/support/option-pages.ts';
import { takeShot } from '#test/support/screenshots.ts';
import { UNREACHABLE } from '#test/support/ties-under-test.ts';

const NARROW = { width: 375, height: 812 };

const { pages, given, database, deliveryOptions, openPage, idOf, handles } = await startOptionPages();

async function expectToFit(frame: Frame): Promise<void> {
  const { content, width } = await frame.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    width: window.innerWidth,
  }));
  expect(content).toBeLessThanOrEqual(width);
}

describe('the list', () => {
  test('says of each option what it costs, where it is offered, and what bites', async () => {
    const alike = { ...DEMO_OPTIONS[0], handle: 'ALIKE' } as (typeof DEMO_OPTIONS)[number];
    await deliveryOptions.create(SHOP, alike);
    const frame = await openPage('/app/options');
    const row = frame.getByRole('row').filter({ hasText: 'ALIKE' });
    await row.waitFor();
    expect(await row.textContent()).toMatch(/€4\.90, free from €60\.00.*7 countries.*None lately/);
    await row.getByRole('button', { name: /2 warnings/ }).click();
    await frame.getByText('STANDARD has the same name in English').waitFor();
    await takeShot(pages.opened.page, 'options-list');
    expect(pages.opened.faults).toEqual([]);
  });

  test('is put in another order from the keyboard, and the focus stays with the option', async () => {
    const frame = await openPage('/app/options');
    const up = frame.getByRole('button', { name: 'Move Collect at {store} up' });
    await up.focus();
    await pages.opened.page.keyboard.press('Enter');
    await vi.waitFor(async () => expect(await handles()).toEqual(['STANDARD', 'COLLECT', 'EXPRESS']));
    expect(await up.evaluate((button) => button === document.activeElement)).toBe(true);
    await pages.opened.page.keyboard.press('Enter');
    await vi.waitFor(async () => expect(await handles()).toEqual(['COLLECT', 'STANDARD', 'EXPRESS']));
    await frame.getByText('Collect at {store} is now number 1 of 3.').waitFor({ state: 'attached' });
    expect(pages.opened.faults).toEqual([]);
  });

  test('switches an option off, copies it, puts it away and brings it back', async () => {
    const frame = await openPage('/app/options');
    const row = (handle: string) => frame.getByRole('row').filter({ hasText: `${handle} ·` });
    const act = async (handle: string, action: string) => {
      await row(handle).getByRole('button', { name: 'More actions' }).click();
      await frame.getByRole('menuitem', { name: action }).click();
    };
    await act('EXPRESS', 'Deactivate');
    await row('EXPRESS').getByText('Not active').waitFor();
    await act('STANDARD', 'Duplicate');
    await row('STANDARD-2').waitFor();
    await act('STANDARD-2', 'Archive');
    await row('STANDARD-2').waitFor({ state: 'detached' });
    await frame.getByRole('button', { name: 'Archived (1)' }).click();
    await act('STANDARD-2', 'Restore');
    await vi.waitFor(async () => expect(await handles()).toContain('STANDARD-2'));
    const now = await deliveryOptions.listAll(SHOP);
    expect(now.map(({ handle, active }) => [handle, active])).toEqual([
      ['STANDARD', true],
      ['STANDARD-2', false],
      ['EXPRESS', false],
      ['COLLECT', true],
    ]);
    expect(pages.opened.faults).toEqual([]);
  });

  test('marks an option whose delivery method OneStock does not have any more', async () => {
    given.methods = async () => ok(OWN_METHODS.slice(1));
    const frame = await openPage('/app/options');
    const gone = frame.getByRole('row').filter({ hasText: 'Method gone' });
    await gone.waitFor();
    expect(await gone.count()).toBe(1);
    expect(await gone.textContent()).toContain('STANDARD');
  });

  test('is there while OneStock is not', async () => {
    given.methods = async () => err(UNREACHABLE);
    const frame = await openPage('/app/options', 'fr');
    await frame.getByText('EXPRESS ·').waitFor();
    await frame.getByText('La liste des modes de livraison n’a pas pu être lue').waitFor();
  });

  test('that is empty says what will fill it', async () => {
    await database.prisma.deliveryOption.deleteMany();
    const frame = await openPage('/app/options');
    await frame.getByText('It appears here with its price').waitFor();
    await takeShot(pages.opened.page, 'options-empty');
    await frame.getByRole('link', { name: 'Add delivery option' }).last().click();
    await frame.getByRole('heading', { level: 1, name: 'New delivery option' }).waitFor();
  });
});

test.each(['en', 'fr'])('the pages in %s fit a phone and have no fault that axe finds', async (locale) => {
  for (const [name, path] of [
    ['list', '/app/options'],
    ['new', '/app/options/new'],
    ['edit', `/app/options/${idOf('COLLECT')}`],
  ] as const) {
    await pages.opened.page.setViewportSize(NARROW);
    const frame = await openPage(path, locale);
    if (name === 'list') await frame.getByText('COLLECT ·').waitFor();
    else
      await frame
        .getByRole('table')
        .or(frame.getByText(/appears when|apparaît dès/i))
        .first()
        .waitFor();
    for (const [size, viewport] of [
      ['phone', NARROW],
      ['desktop', DESKTOP],
    ] as const) {
      await pages.opened.page.setViewportSize(viewport);
      await takeShot(pages.opened.page, `options-${name}-${size}-${locale}`);
      await expectToFit(frame);
      expect(await axeViolations(frame)).toEqual([]);
    }
  }
  expect(pages.opened.faults).toEqual([]);
});
