import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createDeliveryOptions, createTexts, type TextChange } from '#app/features/delivery-options/index.ts';
import { previewTexts } from '#app/features/promise/index.ts';
import { createShopSnapshots } from '#app/features/promise/shop-snapshots.ts';
import type { Clock } from '#app/platform/clock.ts';
import { CONFIGURATION_CHANGED, listen } from '#app/platform/database/listen.ts';
import { createLogger } from '#app/platform/log.ts';
import { DEMO_OPTIONS } from '#sandbox/demo-options.ts';
import { freshDatabase } from '#test/support/database.ts';
import { NOW } from '#test/support/promises.ts';
import { OTHER_SHOP, SHOP, tiesUnderTest } from '#test/support/ties-under-test.ts';

const { database, url } = await freshDatabase();
const clock: Clock = { now: () => NOW };
const deliveryOptions = createDeliveryOptions(database, clock);
const { shops, oneStockAccounts } = tiesUnderTest(database);
const texts = createTexts({ shops, oneStockAccounts, deliveryOptions, wordExample: previewTexts, clock });
const [standard, , collect] = DEMO_OPTIONS;
if (!standard || !collect) throw new Error('The demo shop offers three options.');

beforeEach(async () => {
  await database.pool.query('delete from shop');
  for (const shop of [SHOP, OTHER_SHOP]) {
    await shops.install(shop);
    await database.prisma.shop.update({
      where: { domain: shop },
      data: { primaryLocale: 'en', locales: ['en', 'fr', 'it', 'pt-BR'], timezone: 'Europe/Paris' },
    });
  }
});

const offer = async (option: typeof standard, shop = SHOP) =>
  (await deliveryOptions.save(shop, option))._unsafeUnwrap();

const change = (id: string, language: string, text: string, was = ''): TextChange => ({
  id,
  language,
  text,
  was,
});

const textOf = async (id: string) => (await texts.readTexts(SHOP)).texts.find((text) => text.id === id);

describe('the texts of a shop', () => {
  test('are those of each option in each language of the shop, its primary one first, and the general ones', async () => {
    const option = await offer(standard);
    const { languages, texts: rows } = await texts.readTexts(SHOP);
    expect(languages.map(({ code }) => code)).toEqual(['en', 'fr', 'it', 'pt-BR']);
    expect(rows.map(({ id }) => id)).toEqual([
      `names:${option.id}`,
      `descriptions:${option.id}`,
      'shop:home_description',
      'shop:collect_description',
    ]);
    expect(rows[0]?.inLanguage.fr).toMatchObject({ own: 'Livraison standard', isMissing: false });
  });

  test('are marked and counted where shoppers read them in another language than theirs', async () => {
    const option = await offer(standard);
    const { languages } = await texts.readTexts(SHOP);
    expect(languages.map(({ code, missing }) => [code, missing])).toEqual([
      ['en', 0],
      ['fr', 0],
      // The option's name and description; the general texts have defaults in Italian.
      ['it', 2],
      ['pt-BR', 4],
    ]);
    expect((await textOf(`names:${option.id}`))?.inLanguage.it).toMatchObject({
      own: '',
      isMissing: true,
      otherwise: { from: 'language', language: 'en', text: 'Standard delivery' },
      example: { text: 'Standard delivery' },
    });
  });

  test('need no description of an option: the general one is read, in the shopper’s language', async () => {
    const option = await offer({ ...standard, descriptions: {} });
    const description = await textOf(`descriptions:${option.id}`);
    expect(description?.inLanguage.it).toMatchObject({
      isMissing: false,
      otherwise: { from: 'general', language: null },
      example: { withoutDate: 'Consegna a domicilio' },
    });
    expect(description?.inLanguage.it?.example.text).toContain('DHL');
    expect(description?.inLanguage['pt-BR']).toMatchObject({
      isMissing: true,
      otherwise: { from: 'general', language: 'en' },
    });
  });

  test('are this shop’s alone', async () => {
    const theirs = await offer(standard, OTHER_SHOP);
    expect(await textOf(`names:${theirs.id}`)).toBeUndefined();
    const refusal = await texts.saveTexts(SHOP, [
      change(`names:${theirs.id}`, 'en', 'Mine', 'Standard delivery'),
    ]);
    expect(refusal._unsafeUnwrapErr().code).toBe('text_unknown');
    expect((await deliveryOptions.list(OTHER_SHOP))[0]?.names.en).toBe('Standard delivery');
    await texts.saveTexts(SHOP, [change('shop:home_description', 'en', 'Ours {eta}')]);
    expect((await deliveryOptions.texts(OTHER_SHOP)).home_description.en).not.toBe('Ours {eta}');
  });
});

describe('saving texts', () => {
  test('keeps none in what is no language', async () => {
    const option = await offer(standard);
    for (const language of ['', '!!', 'en-US-US', '__proto__']) {
      const refusal = await texts.saveTexts(SHOP, [change(`names:${option.id}`, language, 'Standard')]);
      expect(refusal._unsafeUnwrapErr().code).toBe('text_unknown');
    }
    expect((await deliveryOptions.list(SHOP))[0]?.names).toEqual(option.names);
  });

  test('keeps them, and what is emptied falls back to what it was without', async () => {
    const option = await offer(standard);
    const names = `names:${option.id}`;
    const general = 'shop:home_description';
    const saved = await texts.saveTexts(SHOP, [
      change(names, 'it', ' Consegna standard '),
      change(names, 'fr', '', 'Livraison standard'),
      change(general, 'fr', 'Chez vous {eta}'),
    ]);
    expect(saved.isOk()).toBe(true);
    expect((await textOf(names))?.inLanguage).toMatchObject({
      it: { own: 'Consegna standard', isMissing: false },
      fr: { own: '', isMissing: true },
    });
    expect((await textOf(general))?.inLanguage.fr).toMatchObject({ own: 'Chez vous {eta}' });
    await texts.saveTexts(SHOP, [change(general, 'fr', '', 'Chez vous {eta}')]);
    expect((await textOf(general))?.inLanguage.fr).toMatchObject({
      own: '',
      otherwise: { from: 'default', text: expect.stringContaining('Livré chez vous') },
    });
  });

  test('is all or nothing, and says of each text what is wrong with it', async () => {
    const home = await offer(standard);
    const store = await offer(collect);
    const refusal = await texts.saveTexts(SHOP, [
      change(`names:${home.id}`, 'it', 'Consegna'),
      change(`names:${home.id}`, 'fr', 'Livraison {eta}', 'Livraison standard'),
      change(`descriptions:${home.id}`, 'it', 'Entro {when}'),
      change(`names:${store.id}`, 'it', 'Ritiro'),
      change('shop:home_description', 'it', 'A casa, da {store}'),
      change('shop:home_description', 'fr', '[{eta}'),
    ]);
    const refused = refusal._unsafeUnwrapErr();
    expect(refused.code === 'texts_refused' && refused.faults).toMatchObject([
      { id: `names:${home.id}`, language: 'fr', code: 'placeholder_none' },
      { id: `descriptions:${home.id}`, language: 'it', code: 'placeholder_unknown' },
      { id: `names:${store.id}`, language: 'it', code: 'store_not_in_name' },
      { id: 'shop:home_description', language: 'it', code: 'placeholder_unknown' },
      { id: 'shop:home_description', language: 'fr', code: 'bracket_not_closed' },
    ]);
    expect((await deliveryOptions.list(SHOP))[0]?.names).toEqual(standard.names);
  });

  test('leaves no option without a name', async () => {
    const option = await offer({ ...standard, names: { en: 'Only' } });
    const refusal = await texts.saveTexts(SHOP, [change(`names:${option.id}`, 'en', '', 'Only')]);
    expect(refusal._unsafeUnwrapErr()).toMatchObject({ faults: [{ code: 'name_missing' }] });
  });

  test('tells the second of two people who change one text, and keeps what the first wrote', async () => {
    const option = await offer(standard);
    const id = `names:${option.id}`;
    await texts.saveTexts(SHOP, [change(id, 'en', 'First', 'Standard delivery')]);
    const second = await texts.saveTexts(SHOP, [change(id, 'en', 'Second', 'Standard delivery')]);
    expect(second._unsafeUnwrapErr()).toMatchObject({
      faults: [{ code: 'changed_meanwhile', params: { current: 'First' } }],
    });
    expect((await textOf(id))?.inLanguage.en?.own).toBe('First');
  });

  test('tells whoever has the option open in its editor', async () => {
    const option = await offer(standard);
    await texts.saveTexts(SHOP, [change(`names:${option.id}`, 'it', 'Consegna')]);
    const late = await deliveryOptions.update(SHOP, option.id, option.version, standard);
    expect(late._unsafeUnwrapErr().code).toBe('changed_meanwhile');
  });

  test('is seen by every process that answers rate requests', async () => {
    const snapshots = createShopSnapshots({
      shops: { shopByCarrierToken: () => shops.shop(SHOP) },
      oneStockAccounts,
      deliveryOptions,
      log: createLogger('silent'),
    });
    const listening = Promise.withResolvers<void>();
    const listener = listen(url, CONFIGURATION_CHANGED, snapshots.renew, listening.resolve);
    await listening.promise;
    const general = async () => (await snapshots.byCarrierToken('token'))?.texts.home_description.fr;
    expect(await general()).toContain('Livré chez vous');
    await texts.saveTexts(SHOP, [change('shop:home_description', 'fr', 'Chez vous {eta}')]);
    await vi.waitFor(async () => expect(await general()).toBe('Chez vous {eta}'));
    await listener.close();
    snapshots.close();
  });
});

describe('a text that is being typed', () => {
  test('is shown as the checkout would show it, with what is wrong with it, and is not saved', async () => {
    const option = await offer(standard);
    const id = `descriptions:${option.id}`;
    const [typed, wrong, general] = await texts.previewTexts(SHOP, [
      { id, language: 'it', text: 'Da {carrier}[, {eta}]' },
      { id, language: 'fr', text: 'Livré {when}' },
      { id: 'shop:collect_description', language: 'pt-BR', text: 'Retirada em {city}' },
      { id: 'names:00000000-0000-4000-8000-000000000000', language: 'it', text: 'Nessuna' },
    ]);
    expect(typed).toMatchObject({ language: 'it', fault: null });
    expect(typed?.example.text).toMatch(/^Da DHL, .*nov/);
    expect(wrong?.fault).toMatchObject({ code: 'placeholder_unknown', params: { placeholder: '{when}' } });
    expect(general?.example.text).toBe('Retirada em Paris');
    expect((await textOf(id))?.inLanguage.it?.own).toBe('');
  });
});
