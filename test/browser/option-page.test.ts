import { err, ok } from 'neverthrow';
import type { Frame } from 'playwright-core';
import { describe, expect, test, vi } from 'vitest';
import { shopifyError } from '#app/gateways/shopify/errors.ts';
import { DEMO_OPTIONS } from '#sandbox/demo-options.ts';
import { OTHER_SHOP, SHOP } from '#test/support/admin-pages.ts';
import { OWN_METHODS, startOptionPages } from '#test/support/option-pages.ts';
import { takeShot } from '#test/support/screenshots.ts';
import { UNREACHABLE } from '#test/support/ties-under-test.ts';

const { pages, given, deliveryOptions, openPage, idOf, handles } = await startOptionPages();

const manyMethods = Array.from({ length: 300 }, (_, at) => ({ id: `method_${at}`, name: `Carrier ${at}` }));

const openOption = (handle: string, locale?: string) => openPage(`/app/options/${idOf(handle)}`, locale);
const bar = () => pages.opened.page.locator('#save-bar');
const save = () => bar().getByRole('button', { name: 'Save' }).click();
const field = (frame: Frame, path: string) => frame.locator(`[id="field-${path}"]`);
/** The form takes over once the first look has come. */
async function ready(frame: Frame): Promise<Frame> {
  await frame.getByText('At checkout', { exact: true }).waitFor();
  return frame;
}

describe('a new option', () => {
  test('is made from one of three hundred delivery methods, seen as shoppers will, and saved', async () => {
    given.methods = async () => ok([...manyMethods, ...OWN_METHODS]);
    const frame = await openPage('/app/options/new');
    await frame.getByText('Preview', { exact: true }).waitFor();
    await field(frame, 'deliveryMethod').fill('express');
    await frame.getByRole('option', { name: 'Express home delivery (express)' }).click();
    expect(await field(frame, 'names.en').inputValue()).toBe('Express home delivery');
    await field(frame, 'handle').fill('FAST');
    await field(frame, 'price.amount').fill('9,90');
    await ready(frame);
    await frame.getByText(/Delivered to your door, .* by DHL, order before/).waitFor();
    await frame.getByRole('cell', { name: '€9.90' }).first().waitFor();
    await takeShot(pages.opened.page, 'options-new');
    await save();
    await frame.getByRole('heading', { level: 1, name: 'Express home delivery' }).waitFor();
    const made = (await deliveryOptions.list(SHOP)).at(-1);
    expect(made).toMatchObject({
      handle: 'FAST',
      deliveryMethod: 'express',
      countries: ['FR'],
      price: { kind: 'fixed', amount: 990, freeFrom: null },
    });
    await bar().waitFor({ state: 'hidden' });
    expect(pages.opened.faults).toEqual([]);
  });

  test('that cannot be saved says why beside each field, and keeps what was typed', async () => {
    const frame = await openPage('/app/options/new');
    await frame.getByText('Preview', { exact: true }).waitFor();
    await field(frame, 'handle').fill('STANDARD');
    await field(frame, 'names.en').fill('By {eta}');
    await field(frame, 'price.amount').fill('4.905');
    // Before any save, as it is typed.
    await frame.getByText('At most 2 decimals').waitFor();
    await frame.getByText('Another option has the handle STANDARD').waitFor();
    await frame.getByText('{eta} cannot be used here').waitFor();
    expect(await frame.getByText('Choose the OneStock delivery method.').count()).toBe(0);
    await save();
    await frame.getByText('4 things are to be corrected').waitFor();
    await frame.getByText('Choose the OneStock delivery method.').first().waitFor();
    await takeShot(pages.opened.page, 'options-refused');
    expect(await field(frame, 'price.amount').inputValue()).toBe('4.905');
    expect(await field(frame, 'names.en').inputValue()).toBe('By {eta}');
    expect(await handles()).toHaveLength(3);
    expect(pages.opened.faults).toEqual([]);
  });
});

describe('editing', () => {
  test('shows the words in each language and the price by basket as it is typed', async () => {
    const frame = await ready(await openOption('STANDARD'));
    await frame.getByRole('button', { name: 'French' }).first().click();
    await field(frame, 'names.fr').fill('Livraison douce');
    await frame.getByText('Livraison douce', { exact: true }).first().waitFor();
    await field(frame, 'price.freeFrom').fill('75');
    await frame.getByText('€74.99', { exact: true }).waitFor();
    await takeShot(pages.opened.page, 'options-edit');
    await save();
    await pages.opened.page.getByText('Saved', { exact: true }).waitFor();
    const [standard] = await deliveryOptions.list(SHOP);
    expect(standard).toMatchObject({ names: { fr: 'Livraison douce' }, price: { freeFrom: 7500 } });
    await bar().waitFor({ state: 'hidden' });
    expect(pages.opened.faults).toEqual([]);
  });

  test('called as a rate that the merchant made in Shopify warns of it, and is saved all the same', async () => {
    const frame = await openOption('STANDARD', 'fr');
    await field(frame, 'names.en').fill('economy');
    const warning = frame.getByText(
      'L’un de vos propres tarifs d’expédition dans Shopify s’appelle « Economy »',
    );
    await warning.waitFor();
    await warning.scrollIntoViewIfNeeded();
    await takeShot(pages.opened.page, 'options-own-rate-french');
    await bar().getByRole('button', { name: 'Save' }).click();
    await vi.waitFor(async () => expect((await deliveryOptions.list(SHOP))[0]?.names.en).toBe('economy'));

    given.ownRates = async () => err(shopifyError('shopify_unreachable'));
    const silent = await ready(await openOption('STANDARD'));
    expect(await silent.getByText('One of your own shipping rates').count()).toBe(0);
    expect(pages.opened.faults).toEqual([]);
  });

  test('by two people: the second is told what differs, loses nothing, and chooses', async () => {
    const frame = await ready(await openOption('STANDARD'));
    await field(frame, 'names.en').fill('Mine');
    const theirs = { ...(DEMO_OPTIONS[0] as (typeof DEMO_OPTIONS)[number]), names: { en: 'Theirs' } };
    (await deliveryOptions.update(SHOP, idOf('STANDARD') ?? '', 1, theirs))._unsafeUnwrap();
    await save();
    await frame.getByText('Somebody else changed this option').waitFor();
    await frame.getByText('Different from yours: names.').waitFor();
    await takeShot(pages.opened.page, 'options-conflict');
    expect(await field(frame, 'names.en').inputValue()).toBe('Mine');
    expect((await deliveryOptions.list(SHOP))[0]?.names).toEqual({ en: 'Theirs' });

    await frame.getByRole('button', { name: 'Keep mine' }).click();
    await save();
    await pages.opened.page.getByText('Saved', { exact: true }).waitFor();
    expect((await deliveryOptions.list(SHOP))[0]?.names).toMatchObject({ en: 'Mine' });

    (await deliveryOptions.update(SHOP, idOf('STANDARD') ?? '', 3, theirs))._unsafeUnwrap();
    await field(frame, 'names.en').fill('Mine again');
    await save();
    await frame.getByRole('button', { name: 'Use theirs' }).click();
    await vi.waitFor(async () => expect(await field(frame, 'names.en').inputValue()).toBe('Theirs'));
    expect(pages.opened.faults).toEqual([]);
  });

  test('goes on while OneStock is down: the method is typed, and the list can be asked for again', async () => {
    given.methods = async () => err(UNREACHABLE);
    const frame = await ready(await openOption('STANDARD', 'en'));
    await frame.getByText('OneStock’s list of delivery methods could not be read').waitFor();
    await field(frame, 'deliveryMethod').fill('standard_new');
    await takeShot(pages.opened.page, 'options-onestock-down');
    await save();
    await pages.opened.page.getByText('Saved', { exact: true }).waitFor();
    expect((await deliveryOptions.list(SHOP))[0]?.deliveryMethod).toBe('standard_new');
    given.methods = async () => ok(OWN_METHODS);
    await frame.getByRole('button', { name: 'Try again' }).click();
    await frame.getByText('OneStock has no delivery method “standard_new” any more').waitFor();
    expect(await field(frame, 'deliveryMethod').inputValue()).toBe('standard_new');
    expect(pages.opened.faults).toEqual([]);
  });

  test('finds a store among two thousand by its name without accents, and keeps it', async () => {
    const frame = await ready(await openOption('COLLECT'));
    await frame.getByText('2,000 stores are known').or(frame.getByText('2000 stores are known')).waitFor();
    await frame.getByText('Chosen ones', { exact: true }).click();
    await frame.getByText('1 to 20 of 2000').waitFor();
    await frame.getByRole('button', { name: 'Next stores' }).click();
    await frame.getByText('21 to 40 of 2000').waitFor();
    await frame.getByLabel('Add a store').fill('orleans repu');
    await frame.getByText('Orléans République · Orléans').click();
    await takeShot(pages.opened.page, 'options-stores');
    await save();
    await pages.opened.page.getByText('Saved', { exact: true }).waitFor();
    const collect = (await deliveryOptions.list(SHOP)).find(({ handle }) => handle === 'COLLECT');
    expect(collect?.stores).toEqual({ mode: 'list', endpointIds: ['store_1234'] });
    expect(pages.opened.faults).toEqual([]);
  });
});

describe('another shop’s option', () => {
  test('is a page that does not exist, and nothing can be done to it', async () => {
    const [input] = DEMO_OPTIONS as [(typeof DEMO_OPTIONS)[number]];
    const { id } = (await deliveryOptions.create(OTHER_SHOP, input))._unsafeUnwrap();
    const frame = await openPage(`/app/options/${id}`);
    await frame.getByRole('heading', { name: 'This page does not exist' }).waitFor();
    const post = (path: string, body: object) =>
      frame.evaluate(
        async ([to, json]) => {
          const headers = { 'Content-Type': 'application/json' };
          return (await fetch(to as string, { method: 'POST', headers, body: json as string })).status;
        },
        [path, JSON.stringify(body)],
      );
    const list = '/app/options?index&_data=routes%2Fapp.options._index';
    expect(await post(list, { intent: 'archive', id })).toBe(404);
    expect(await post(list, { intent: 'reorder', ids: [id] })).toBe(404);
    expect(await post(`/app/options/${id}?_data=routes%2Fapp.options.%24id`, {})).toBe(404);
    expect(await deliveryOptions.list(OTHER_SHOP)).toMatchObject([{ id, archivedAt: null, version: 1 }]);
  });
});
