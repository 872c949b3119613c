import { describe, expect, it, vi } from 'vitest';
import type { Rate } from '#app/features/promise/types.ts';
import { withoutQuoteIds } from '#test/support/asked-rates.ts';
import { freshDatabase } from '#test/support/database.ts';
import { minutesAfter, promisesFor, type Reply } from '#test/support/promises.ts';
import { deliveryOption, SHOP } from '#test/support/rate-requests.ts';
import { PREVIEW, previewsUnderTest, reasons } from './previews-under-test.ts';

const { database } = await freshDatabase();
const { shopUnderPreview, everythingKept } = previewsUnderTest(database);

describe('a preview', () => {
  it('shows the very rates that the checkout shows for the request that Shopify would send', async () => {
    const { attempt, door } = shopUnderPreview();
    const tried = await attempt();
    const { rates } = await door.ask(tried.request);
    const { rates: triedRates } = tried.answer as { rates: Rate[] };
    expect(withoutQuoteIds(triedRates)).toEqual(withoutQuoteIds(rates ?? []));
    expect(triedRates.length).toBeGreaterThan(1);
    expect(tried.options).toEqual(door.trace().options);
    expect(tried.rates.map(({ code, name, price }) => [code, name, price])).toEqual(
      rates?.map((rate) => [rate.service_code, rate.service_name, Number(rate.total_price)]),
    );
  });

  it.each(['new', 'checkout'] as const)(
    'leaves nothing behind, in no table and in no memory: mode %s',
    async (mode) => {
      const { attempt, door } = shopUnderPreview();
      const before = await everythingKept();
      await attempt({ mode });
      await attempt({ mode });
      expect(await everythingKept()).toEqual(before);
      await door.ask((await attempt({ mode })).request);
      expect(door.trace().rung).toBe('onestock');
    },
  );

  it('as the checkout would answer now goes by what is remembered; as a new request it asks', async () => {
    const { attempt, door, questions } = shopUnderPreview();
    const { request } = await attempt();
    await door.ask(request);
    questions.length = 0;
    expect((await attempt({ mode: 'checkout' })).rung).toBe('memory');
    expect(questions).toHaveLength(0);
    expect((await attempt({ mode: 'new' })).rung).toBe('onestock');
    expect(questions).toHaveLength(1);
  });

  it('of another process’s answer goes by what the database shares', async () => {
    const first = shopUnderPreview([deliveryOption()]);
    first.oneStock.reply = (question) =>
      promisesFor(question, ({ deliveryMethod }) => ({
        option: {
          delivery_method: deliveryMethod,
          status: 'valid',
          cutoff: minutesAfter(60).getTime() / 1000,
          eta_end: minutesAfter(600).getTime() / 1000,
        },
      }));
    await first.door.ask((await first.attempt()).request);
    await expect.poll(async () => (await everythingKept()).cached.length, { interval: 10 }).toBe(1);
    // A database that is slow to tell is not waited for: the next process asks again.
    const elsewhere = () => shopUnderPreview([deliveryOption()]).attempt({ mode: 'checkout' });
    await expect.poll(async () => (await elsewhere()).rung, { timeout: 5_000 }).toBe('shared');
  });

  it('says that OneStock failed, and what each option did then', async () => {
    const { attempt, oneStock } = shopUnderPreview();
    oneStock.reply = () => 'onestock_unreachable';
    const tried = await attempt();
    expect(tried).toMatchObject({ status: 200, rung: 'fallback', failure: { code: 'onestock_unreachable' } });
    expect(reasons(tried)).toMatchObject({
      STANDARD: 'onestock_unreachable',
      'COLLECT:store_capitole': 'onestock_unreachable, fallback_hides',
    });
  });

  it('never opens the shop’s breaker, and is held back by an open one only as the checkout would be', async () => {
    const { attempt, door, oneStock } = shopUnderPreview();
    oneStock.reply = () => 'onestock_failed';
    for (let failures = 0; failures < 6; failures += 1) await attempt({ mode: 'checkout' });
    const { request } = await attempt();
    await door.ask(request);
    expect(door.trace().failure?.code).toBe('onestock_failed');
    for (let failures = 0; failures < 4; failures += 1) await door.ask(request);
    expect((await attempt({ mode: 'checkout' })).failure?.code).toBe('onestock_breaker_open');
    expect((await attempt({ mode: 'new' })).failure?.code).toBe('onestock_failed');
    oneStock.reply = (question) => promisesFor(question);
    expect((await attempt({ mode: 'new' })).rung).toBe('onestock');
  });

  it('judges cut-offs as of the moment that is tried, in the shop’s zone', async () => {
    const { attempt } = shopUnderPreview([deliveryOption()]);
    // The promise's cut-off is at 16:00 in Paris.
    expect(reasons(await attempt({ moment: '2026-11-21T15:30' }))).toEqual({ STANDARD: 'promised' });
    const after = await attempt({ moment: '2026-11-21T16:01' });
    expect(after.judgedAt).toBe('2026-11-21T15:01:00.000Z');
    expect(reasons(after)).toEqual({ STANDARD: 'cutoff_passed' });
  });

  it('waits for a late answer to see it, and shows what the shopper saw without it', async () => {
    const { attempt, oneStock } = shopUnderPreview([deliveryOption()], 20);
    const late = Promise.withResolvers<Reply>();
    oneStock.reply = () => late.promise;
    let isOver = false;
    const tried = attempt().finally(() => {
      isOver = true;
    });
    let wasOver = true;
    setTimeout(() => {
      wasOver = isOver;
      late.resolve([]);
    }, 200);
    expect(await tried).toMatchObject({ rung: 'fallback', failure: { code: 'onestock_late' } });
    expect(wasOver).toBe(false);
  });

  it('of a shop without options shows nothing, and says that there are none', async () => {
    expect(await shopUnderPreview([]).attempt()).toMatchObject({ status: 503, optionCount: 0, rates: [] });
  });
});

it('only a few previews of a shop are under way at once, and each that ends makes room for another', async () => {
  const { run, oneStock, questions } = shopUnderPreview();
  const held = Promise.withResolvers<Reply>();
  oneStock.reply = () => held.promise;
  const first = [1, 2, 3].map(() => run(SHOP, PREVIEW));
  const refused = await run(SHOP, PREVIEW);
  expect(refused._unsafeUnwrapErr()).toMatchObject({ code: 'too_many_previews', retryable: true });
  const another = await run('other.myshopify.com' as typeof SHOP, { ...PREVIEW, lines: [] });
  expect(another.isOk()).toBe(true);
  await vi.waitFor(() => expect(questions).toHaveLength(3));
  held.resolve([]);
  for (const outcome of await Promise.all(first)) expect(outcome.isOk()).toBe(true);
  expect((await run(SHOP, PREVIEW)).isOk()).toBe(true);
});

it('a moment is not in the way of a fresh answer from memory', async () => {
  const { attempt, door } = shopUnderPreview();
  await door.ask((await attempt()).request);
  const soon = minutesAfter(2).toLocaleString('sv-SE', { timeZone: 'Europe/Paris' }).replace(' ', 'T');
  expect((await attempt({ mode: 'checkout', moment: soon.slice(0, 16) })).rung).toBe('memory');
  expect((await attempt({ mode: 'checkout', moment: '2026-11-21T14:00' })).rung).toBe('onestock');
});
