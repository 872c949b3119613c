import { beforeEach, describe, expect, test } from 'vitest';
import {
  createDeliveryOptions,
  type DeliveryOptionInput,
  type KeptOption,
} from '#app/features/delivery-options/index.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { DEMO_OPTIONS } from '#sandbox/demo-options.ts';
import { freshDatabase } from '#test/support/database.ts';
import { keepShownRates, promiseOf, shownRate } from '#test/support/shown-rates.ts';
import { OTHER_SHOP, SHOP, tiesUnderTest } from '#test/support/ties-under-test.ts';

const NOW = new Date('2026-11-21T10:00:00Z');
const { database } = await freshDatabase();
const options = createDeliveryOptions(database, { now: () => NOW });
const [standard, express, collect] = DEMO_OPTIONS as [
  DeliveryOptionInput,
  DeliveryOptionInput,
  DeliveryOptionInput,
];

beforeEach(async () => {
  await database.pool.query(
    'delete from shop; delete from shown_rate; delete from showing; delete from callback',
  );
  const { shops } = tiesUnderTest(database);
  await shops.install(SHOP);
  await shops.install(OTHER_SHOP);
});

async function created(input: DeliveryOptionInput = standard, shop: ShopDomain = SHOP): Promise<KeptOption> {
  return (await options.create(shop, input))._unsafeUnwrap();
}

const handles = async (shop = SHOP) => (await options.list(shop)).map(({ handle }) => handle);
const faultsOf = (result: Awaited<ReturnType<typeof options.create>>) =>
  result._unsafeUnwrapErr().faults.map(({ field, code }) => [field, code]);

describe('a new option', () => {
  test('comes after those that are there', async () => {
    for (const option of [collect, standard, express]) await created(option);
    expect(await handles()).toEqual(['COLLECT', 'STANDARD', 'EXPRESS']);
  });

  test('is refused by field when its handle is used, if only by an archived option', async () => {
    const { id } = await created();
    expect(faultsOf(await options.create(SHOP, standard))).toEqual([['handle', 'handle_used']]);
    await options.archive(SHOP, id);
    expect(faultsOf(await options.create(SHOP, { ...standard, names: {} }))).toEqual([
      ['names', 'name_missing'],
      ['handle', 'handle_used_by_archived'],
    ]);
    expect((await options.create(OTHER_SHOP, standard)).isOk()).toBe(true);
  });

  test('of two with one handle made at once, one is there and the other is told', async () => {
    const both = await Promise.all([options.create(SHOP, express), options.create(SHOP, express)]);
    expect(both.filter((one) => one.isOk())).toHaveLength(1);
    const refused = both.find((one) => one.isErr());
    expect(refused && faultsOf(refused)).toEqual([['handle', 'handle_used']]);
  });
});

describe('editing', () => {
  test('keeps the place of the option and makes a new version', async () => {
    await created(express);
    const { id, version, position } = await created();
    const saved = (await options.update(SHOP, id, version, { ...standard, active: false }))._unsafeUnwrap();
    expect(saved).toMatchObject({ id, position, version: version + 1, active: false });
  });

  test('by two people: the second is told, and what the first saved stays', async () => {
    const { id, version } = await created();
    const first = { ...standard, names: { en: 'The first' } };
    const second = { ...standard, names: { en: 'The second' } };
    const saved = (await options.update(SHOP, id, version, first))._unsafeUnwrap();
    const refusal = (await options.update(SHOP, id, version, second))._unsafeUnwrapErr();
    expect(refusal).toMatchObject({ code: 'changed_meanwhile', changedAt: saved.updatedAt });
    expect((await options.find(SHOP, id))?.names).toEqual({ en: 'The first' });
    expect((await options.update(SHOP, id, saved.version, second)).isOk()).toBe(true);
  });

  test('by two people at the same moment: exactly one is saved', async () => {
    const { id, version } = await created();
    const both = await Promise.all(
      ['One', 'Other'].map((en) => options.update(SHOP, id, version, { ...standard, names: { en } })),
    );
    expect(both.map((one) => (one.isErr() ? one.error.code : 'saved')).sort()).toEqual([
      'changed_meanwhile',
      'saved',
    ]);
  });

  test('goes on while somebody else changes the order', async () => {
    const { id, version } = await created();
    const other = await created(express);
    expect((await options.reorder(SHOP, [other.id, id])).isOk()).toBe(true);
    expect((await options.update(SHOP, id, version, standard)).isOk()).toBe(true);
    expect(await handles()).toEqual(['EXPRESS', 'STANDARD']);
  });
});

describe('a handle, by which orders find their promise,', () => {
  const renamed = { ...collect, handle: 'PICKUP', active: false };
  const update = async ({ id, version }: KeptOption) => options.update(SHOP, id, version, renamed);

  test('can be changed while no shopper saw it', async () => {
    expect((await update(await created({ ...collect, active: false }))).isOk()).toBe(true);
  });

  test.each([
    ['the option is active', true, []],
    ['one of its stores was shown', false, ['A', 'COLLECT:store_1', 'Z']],
  ])('stays while %s', async (_when, active, codes) => {
    await keepShownRates(
      database,
      codes.map((code) => shownRate({ shop: SHOP, code })),
    );
    const refusal = (await update(await created({ ...collect, active })))._unsafeUnwrapErr();
    expect('faults' in refusal && refusal.faults.map(({ field, code }) => [field, code])).toEqual([
      ['handle', 'handle_fixed'],
    ]);
  });

  test('is not held by another option’s, nor by another shop’s rates', async () => {
    const shown = [
      shownRate({ shop: SHOP, code: 'COLLECTED' }),
      shownRate({ shop: OTHER_SHOP, code: 'COLLECT' }),
    ];
    await keepShownRates(database, shown);
    expect((await update(await created({ ...collect, active: false }))).isOk()).toBe(true);
  });
});

describe('a copy', () => {
  test('stands behind its original under a free handle, and no shopper sees it yet', async () => {
    const { id } = await created();
    await created(express);
    const copy = (await options.duplicate(SHOP, id))._unsafeUnwrap();
    const second = (await options.duplicate(SHOP, copy.id))._unsafeUnwrap();
    expect(copy).toMatchObject({ handle: 'STANDARD-2', active: false, names: standard.names, version: 1 });
    expect(second.handle).toBe('STANDARD-3');
    expect(await handles()).toEqual(['STANDARD', 'STANDARD-2', 'STANDARD-3', 'EXPRESS']);
  });

  test('keeps the stores and the price', async () => {
    const original = await created(collect);
    const copy = (await options.duplicate(SHOP, original.id))._unsafeUnwrap();
    const { stores, price } = original;
    expect(copy).toMatchObject({ stores, price });
  });
});

describe('an archived option', () => {
  test('is gone from the checkout, not from orders, and comes back inactive', async () => {
    const { id } = await created();
    expect((await options.archive(SHOP, id))._unsafeUnwrap().archivedAt).toEqual(NOW);
    expect(await handles()).toEqual([]);
    expect((await options.listAll(SHOP)).map((option) => option.id)).toEqual([id]);
    expect((await options.setActive(SHOP, id, true))._unsafeUnwrapErr().code).toBe('delivery_option_missing');
    const restored = (await options.restore(SHOP, id))._unsafeUnwrap();
    expect(restored).toMatchObject({ archivedAt: null, active: false });
    expect(await handles()).toEqual(['STANDARD']);
  });
});

describe('another shop’s option', () => {
  test('is missing, whatever is done to it, and stays as it is', async () => {
    const theirs = await created(standard, OTHER_SHOP);
    const own = await created();
    const { id, version } = theirs;
    const attempts = [
      await options.update(SHOP, id, version, standard),
      await options.duplicate(SHOP, id),
      await options.setActive(SHOP, id, false),
      await options.archive(SHOP, id),
      await options.restore(SHOP, id),
      await options.reorder(SHOP, [id, own.id]),
    ];
    expect(attempts.map((one) => one.isErr() && one.error.code)).toEqual(
      attempts.map(() => 'delivery_option_missing'),
    );
    expect(await options.find(SHOP, id)).toBeNull();
    expect(await options.find(OTHER_SHOP, id)).toEqual(theirs);
    expect(await options.find(SHOP, 'no-id')).toBeNull();
  });
});

describe('the order of the options', () => {
  test('is the one given; options that are not named follow as they were', async () => {
    const [a, b, c] = [await created(standard), await created(express), await created(collect)];
    await options.reorder(SHOP, [c.id]);
    expect(await handles()).toEqual(['COLLECT', 'STANDARD', 'EXPRESS']);
    await options.reorder(SHOP, [b.id, a.id, c.id]);
    expect(await handles()).toEqual(['EXPRESS', 'STANDARD', 'COLLECT']);
  });
});

test('the last promise of each option is the newest that a shopper saw, its stores’ together', async () => {
  const rate = (code: string, hour: number, days: number | null) => {
    const shownAt = new Date(Date.UTC(2026, 10, 21, hour));
    return shownRate({ shop: SHOP, code, shownAt, promise: days === null ? null : promiseOf(days) });
  };
  const rates = [
    rate('COLLECT:a', 7, 1),
    rate('COLLECT:b', 8, 2),
    rate('COLLECT:a', 9, null),
    rate('STANDARD', 6, 0),
    { ...rate('EXPRESS', 9, 0), shop: OTHER_SHOP },
  ];
  await keepShownRates(database, rates);
  for (const { callbackId, shop, shownAt } of rates) {
    await database.prisma.callback.create({
      data: { id: callbackId, answerId: callbackId, shop, receivedAt: shownAt, durationMs: 1, phasesMs: {} },
    });
  }
  const last = await options.lastPromises(SHOP);
  expect(Object.keys(last).sort()).toEqual(['COLLECT', 'STANDARD']);
  expect(last.COLLECT).toEqual({
    shownAt: rates[1]?.shownAt,
    minDate: rates[1]?.minDate,
    maxDate: rates[1]?.maxDate,
  });
});
