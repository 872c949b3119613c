import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { NearCutoffPolicy } from '#app/features/delivery-options/index.ts';
import type { ShopSnapshot } from '#app/features/promise/index.ts';
import { SOFT_DEADLINE_MS, type Spoken, type Step, step, world } from '#test/support/promise-world.ts';
import { NOW, type read } from '#test/support/promises.ts';
import { rateItemJson, rateRequestJson } from '#test/support/rate-requests.ts';

const SHOPIFY_KEEPS_RATES_MS = 15 * 60_000;

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
});

type Answered = ReturnType<typeof read>;

/** What is recorded of each rate is what was sent of it: id, texts, money, dates and promise. */
function expectRecordedAsSent({ rates, shown }: Answered): void {
  expect(shown).toHaveLength(rates.length);
  for (const [index, rate] of rates.entries()) {
    const metafields = Object.fromEntries(rate.metafields.map(({ key, value }) => [key, value]));
    const dateOf = (text: string | undefined) =>
      text === undefined ? null : new Date(text.replace(' ', 'T').replace(' ', ''));
    expect(shown[index]).toMatchObject({
      quoteId: metafields.quote_id,
      code: rate.service_code,
      name: rate.service_name,
      price: Number(rate.total_price),
      currency: rate.currency,
      minDate: dateOf(rate.min_delivery_date),
      maxDate: dateOf(rate.max_delivery_date),
      promise: metafields.delivery_promise === undefined ? null : JSON.parse(metafields.delivery_promise),
    });
  }
}

/** Every promise shown was made by this shop's OneStock for this basket and option, and can be kept at this moment. */
function expectKeepable(
  answer: Answered,
  shop: ShopSnapshot,
  quantity: number,
  spoken: Map<unknown, Spoken>,
): void {
  const now = Date.now();
  for (const shown of answer.shown) {
    expect(shown.promise === null).toBe(shown.rung === 'fallback');
    if (shown.promise === null) continue;
    const source = spoken.get(shown.promise.id);
    const option = shop.options.find(({ handle }) => handle === shown.code);
    expect(source?.siteId).toBe(shop.connection?.account.siteId);
    expect(source?.question.lines[0]?.quantity).toBe(quantity);
    expect(source?.promise.deliveryMethod).toBe(option?.deliveryMethod);
    expect(option?.acceptedStatuses).toContain(source?.promise.status);
    const { cutoff, etaEnd } = source?.promise ?? {};
    expect((cutoff ?? etaEnd)?.getTime()).toBeGreaterThan(now);
    if (cutoff && option?.nearCutoff !== 'show') {
      expect(cutoff.getTime() - now).toBeGreaterThan(SHOPIFY_KEEPS_RATES_MS);
    }
  }
}

describe('whatever time, OneStock and the caches do', () => {
  it('no promise past its cut-off, no other shop’s and no other basket’s is shown; what is recorded is what was sent; no answer is late', async () => {
    const policy = fc.constantFrom<NearCutoffPolicy>('show', 'next', 'hide');
    const policies = fc.array(policy, { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(policies, fc.array(step, { minLength: 1, maxLength: 40 }), async (chosen, steps) => {
        vi.clearAllTimers();
        vi.setSystemTime(NOW);
        const { now, shops, spoken, start, processes } = world(chosen);
        const names = new Map<string, string>();
        const quoteIds: unknown[] = [];
        const faults: Promise<unknown>[] = [];

        for (const each of steps) {
          if (each.kind === 'pass') await vi.advanceTimersByTimeAsync(each.ms);
          if (each.kind === 'behave') now.behaviour = each.behaviour;
          if (each.kind === 'restart') processes[each.process] = start();
          if (each.kind === 'ask')
            faults.push(
              asking(each).then(
                () => null,
                (fault: unknown) => fault,
              ),
            );
        }
        await vi.advanceTimersByTimeAsync(SOFT_DEADLINE_MS);
        for (const fault of await Promise.all(faults)) if (fault !== null) throw fault;
        expect(new Set(quoteIds).size).toBe(quoteIds.length);

        async function asking(asked: Extract<Step, { kind: 'ask' }>): Promise<void> {
          const { quantity, locale, currency } = asked;
          const shop = shops[asked.shop];
          const process = processes[asked.process];
          if (!shop || !process) throw new Error('There are two of each.');
          const json = rateRequestJson({ items: [rateItemJson({ quantity })], rate: { locale, currency } });
          const askedAt = Date.now();
          const answer = await process.ask(shop, json);
          expect(Date.now() - askedAt).toBeLessThanOrEqual(SOFT_DEADLINE_MS);
          expectRecordedAsSent(answer);
          expectKeepable(answer, shop, quantity, spoken);
          quoteIds.push(...answer.shown.map(({ quoteId }) => quoteId));
          for (const { service_code, service_name } of answer.rates) {
            const input = JSON.stringify([asked.shop, locale, service_code]);
            expect(names.get(input) ?? service_name).toBe(service_name);
            names.set(input, service_name);
          }
          if (currency !== 'EUR') expect([answer.status, answer.rates]).toEqual([503, []]);
        }
      }),
      { numRuns: 300 },
    );
  });
});
