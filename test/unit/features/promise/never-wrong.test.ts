import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { NearCutoffPolicy } from '#app/features/delivery-options/index.ts';
import type { ShopSnapshot } from '#app/features/promise/index.ts';
import type { DeliveryPromise, DeliveryPromiseQuestion } from '#app/gateways/onestock/index.ts';
import type { ShopDomain } from '#app/gateways/shopify/ids.ts';
import { systemClock } from '#app/platform/clock.ts';
import { ladder, NOW, promise, type Reply, type read, sharedInMemory } from '#test/support/promises.ts';
import { deliveryOption, rateItemJson, rateRequestJson, snapshot } from '#test/support/rate-requests.ts';

const MINUTE = 60_000;
const SHOPIFY_KEEPS_RATES_MS = 15 * MINUTE;
const SOFT_DEADLINE_MS = 350;

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
});

/** How OneStock behaves from now on. Minutes count from the moment at which it is asked. */
interface Behaviour {
  delayMs: number;
  failure: string | null;
  said: { status: string; cutoffInMinutes: number | null; endInMinutes: number }[];
}

type Step =
  | { kind: 'ask'; process: number; shop: number; quantity: number; locale: string; currency: string }
  | { kind: 'pass'; ms: number }
  | { kind: 'behave'; behaviour: Behaviour }
  | { kind: 'restart'; process: number };

const said = fc.record({
  status: fc.constantFrom('valid', 'valid', 'valid_estimation', 'partial', 'none'),
  cutoffInMinutes: fc.option(fc.integer({ min: -2, max: 40 }), { nil: null, freq: 4 }),
  endInMinutes: fc.integer({ min: -2, max: 60 }),
});
const behaviour: fc.Arbitrary<Behaviour> = fc.record({
  delayMs: fc.constantFrom(0, 0, 10, 300, 400, 2000),
  failure: fc.option(fc.constantFrom('onestock_failed', 'onestock_timeout', 'onestock_refused'), {
    nil: null,
    freq: 3,
  }),
  said: fc.array(said, { minLength: 1, maxLength: 3 }),
});
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('ask' as const),
      process: fc.nat({ max: 1 }),
      shop: fc.nat({ max: 1 }),
      quantity: fc.integer({ min: 1, max: 2 }),
      locale: fc.constantFrom('fr', 'en'),
      currency: fc.constantFrom('EUR', 'EUR', 'EUR', 'USD'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc
      .oneof(
        fc.nat({ max: 500 }),
        fc.nat({ max: 25 }).map((minutes) => minutes * MINUTE),
      )
      .map((ms) => ({ kind: 'pass' as const, ms })),
  },
  { weight: 2, arbitrary: behaviour.map((each) => ({ kind: 'behave' as const, behaviour: each })) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restart' as const), process: fc.nat({ max: 1 }) }) },
);

interface Spoken {
  siteId: string;
  question: DeliveryPromiseQuestion;
  promise: DeliveryPromise;
}

/** Two shops, each with a OneStock site of its own, answered by two processes that share a database. */
function world(policies: NearCutoffPolicy[]) {
  const spoken = new Map<unknown, Spoken>();
  const shared = sharedInMemory();
  const now: { behaviour: Behaviour } = {
    behaviour: {
      delayMs: 0,
      failure: null,
      said: [{ status: 'valid', cutoffInMinutes: 30, endInMinutes: 60 }],
    },
  };
  const shops = ['a', 'b'].map((name) => shopNamed(name, policies));

  async function reply(question: DeliveryPromiseQuestion, { siteId }: { siteId: string }): Promise<Reply> {
    const { delayMs, failure, said: words } = now.behaviour;
    // OneStock speaks in whole seconds.
    const askedAt = Math.floor(Date.now() / 1000) * 1000;
    if (delayMs > 0) await new Promise((done) => setTimeout(done, delayMs));
    if (failure) return failure;
    return question.options.flatMap(({ deliveryMethod }) =>
      words.map(({ status, cutoffInMinutes, endInMinutes }) => {
        const option = { delivery_method: deliveryMethod, id: spoken.size };
        const etaEnd = new Date(askedAt + endInMinutes * MINUTE);
        const cutoff = cutoffInMinutes === null ? undefined : new Date(askedAt + cutoffInMinutes * MINUTE);
        const made = promise({ deliveryMethod, status, cutoff, etaStart: undefined, etaEnd, option });
        spoken.set(option.id, { siteId, question, promise: made });
        return made;
      }),
    );
  }

  const start = () => ladder(reply, { clock: systemClock, shared });
  return { now, shops, spoken, start, processes: [start(), start()] };
}

function shopNamed(name: string, policies: NearCutoffPolicy[]): ShopSnapshot {
  const options = policies.map((nearCutoff, index) =>
    deliveryOption({
      handle: `OPTION-${index}`,
      deliveryMethod: `method-${index}`,
      nearCutoff,
      fallback: index === 0 ? { policy: 'without_date' } : { policy: 'lead_time', minDays: 1, maxDays: 3 },
      price: { kind: 'fixed', amount: 100 * (index + 1) + name.charCodeAt(0), freeFrom: null },
    }),
  );
  const shop = snapshot(options, {
    domain: `${name}.myshopify.com` as ShopDomain,
    softDeadlineMs: SOFT_DEADLINE_MS,
  });
  if (shop.connection) shop.connection.account.siteId = name;
  return shop;
}

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
