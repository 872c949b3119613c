import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createGuardedOneStock } from '#app/features/promise/answers/guarded-onestock.ts';
import type { ShopSnapshot } from '#app/features/promise/index.ts';
import type { DeliveryPromiseQuestion } from '#app/gateways/onestock/index.ts';
import { systemClock } from '#app/platform/clock.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { NEVER } from '#test/support/ladder-in-time.ts';
import { fakeOneStock, NOW, promise, type Reply } from '#test/support/promises.ts';
import { snapshot } from '#test/support/rate-requests.ts';

const QUESTION: DeliveryPromiseQuestion = { lines: [{ itemId: 'SKU-001', quantity: 1 }], options: [] };
const FAILURES_TO_OPEN = 5;
const OPEN_MS = 5000;

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Two shops with a OneStock site each, and what each site replies. */
function twoShops() {
  const replies: Record<string, Reply | Promise<Reply>> = { 'site-a': [promise()], 'site-b': [promise()] };
  const { gateway: oneStock, questions } = fakeOneStock((_question, { siteId }) => replies[siteId] ?? []);
  const guarded = createGuardedOneStock({ oneStock, clock: systemClock });
  const a = shopWith('a.myshopify.com', 'site-a');
  const b = shopWith('b.myshopify.com', 'site-b');
  return {
    replies,
    a,
    b,
    /** `ok`, or the code of the failure. */
    ask: async (shop: ShopSnapshot) => (await guarded.ask(shop, QUESTION)).match(() => 'ok', codeOf),
    calls: () => questions.length,
  };
}

const codeOf = ({ code }: { code: string }) => code;

function shopWith(domain: string, siteId: string, version = 1): ShopSnapshot {
  const whole = snapshot([], { domain: domain as ShopDomain });
  const { connection } = whole;
  if (!connection) throw new Error('The shop of the tests is connected.');
  return { ...whole, connection: { ...connection, version, account: { ...connection.account, siteId } } };
}

function replyIn(milliseconds: number, reply: Reply): Promise<Reply> {
  return new Promise((done) => setTimeout(done, milliseconds, reply));
}

async function times(count: number, ask: () => Promise<string>): Promise<string[]> {
  const outcomes: string[] = [];
  for (let index = 0; index < count; index += 1) outcomes.push(await ask());
  return outcomes;
}

describe('the breaker', () => {
  it.each(['onestock_timeout', 'onestock_unreachable', 'onestock_failed', 'onestock_unreadable'])(
    'leaves a site alone that failed five times in a row: %s',
    async (code) => {
      const { ask, a, replies, calls } = twoShops();
      replies['site-a'] = code;
      expect(await times(FAILURES_TO_OPEN, () => ask(a))).toEqual(Array(FAILURES_TO_OPEN).fill(code));
      expect(await times(10, () => ask(a))).toEqual(Array(10).fill('onestock_breaker_open'));
      expect(calls()).toBe(FAILURES_TO_OPEN);
    },
  );

  it.each(['onestock_refused', 'onestock_not_found', 'onestock_cancelled'])(
    'does not take a question that is refused for an outage: %s',
    async (code) => {
      const { ask, a, replies, calls } = twoShops();
      replies['site-a'] = code;
      await times(20, () => ask(a));
      expect(calls()).toBe(20);
    },
  );

  it('counts failures in a row only', async () => {
    const { ask, a, replies } = twoShops();
    for (let round = 0; round < 4; round += 1) {
      replies['site-a'] = 'onestock_failed';
      await times(FAILURES_TO_OPEN - 1, () => ask(a));
      replies['site-a'] = [promise()];
      expect(await ask(a)).toBe('ok');
    }
  });

  it('lets one call through after five seconds, and the others do not wait for it', async () => {
    const { ask, a, replies, calls } = twoShops();
    replies['site-a'] = 'onestock_failed';
    await times(FAILURES_TO_OPEN, () => ask(a));
    await vi.advanceTimersByTimeAsync(OPEN_MS);
    replies['site-a'] = replyIn(2000, [promise()]);
    const probe = ask(a);
    expect(await times(10, () => ask(a))).toEqual(Array(10).fill('onestock_breaker_open'));
    expect(calls()).toBe(FAILURES_TO_OPEN + 1);
    await vi.advanceTimersByTimeAsync(2000);
    expect(await probe).toBe('ok');
    replies['site-a'] = [promise()];
    expect(await times(10, () => ask(a))).toEqual(Array(10).fill('ok'));
  });

  it('opens again when that call fails', async () => {
    const { ask, a, replies, calls } = twoShops();
    replies['site-a'] = 'onestock_failed';
    await times(FAILURES_TO_OPEN, () => ask(a));
    await vi.advanceTimersByTimeAsync(OPEN_MS);
    expect(await times(3, () => ask(a))).toEqual([
      'onestock_failed',
      ...Array(2).fill('onestock_breaker_open'),
    ]);
    expect(calls()).toBe(FAILURES_TO_OPEN + 1);
  });

  it('is not opened by calls that hung until OneStock was back: it answered a later one', async () => {
    const { ask, a, replies } = twoShops();
    replies['site-a'] = replyIn(3000, 'onestock_timeout');
    const hung = Array.from({ length: 10 }, () => ask(a));
    await vi.advanceTimersByTimeAsync(2500);
    replies['site-a'] = [promise()];
    expect(await ask(a)).toBe('ok');
    await vi.advanceTimersByTimeAsync(500);
    expect(await Promise.all(hung)).toEqual(Array(10).fill('onestock_timeout'));
    expect(await times(10, () => ask(a))).toEqual(Array(10).fill('ok'));
  });

  it('closes as soon as a call is answered that began after those that failed', async () => {
    const { ask, a, replies } = twoShops();
    replies['site-a'] = replyIn(3000, 'onestock_timeout');
    for (let index = 0; index < FAILURES_TO_OPEN; index += 1) void ask(a);
    await vi.advanceTimersByTimeAsync(2900);
    replies['site-a'] = replyIn(300, [promise()]);
    const later = ask(a);
    await vi.advanceTimersByTimeAsync(100);
    expect(await ask(a)).toBe('onestock_breaker_open');
    await vi.advanceTimersByTimeAsync(200);
    expect(await later).toBe('ok');
    replies['site-a'] = [promise()];
    expect(await ask(a)).toBe('ok');
  });

  it('stays open when a call is answered that began before those that failed', async () => {
    const { ask, a, replies } = twoShops();
    replies['site-a'] = replyIn(1000, [promise()]);
    const earlier = ask(a);
    replies['site-a'] = 'onestock_unreachable';
    await times(FAILURES_TO_OPEN, () => ask(a));
    await vi.advanceTimersByTimeAsync(1000);
    expect(await earlier).toBe('ok');
    expect(await ask(a)).toBe('onestock_breaker_open');
  });

  it('is neither opened nor kept open by what came before, whatever that was: once OneStock is back and has answered, every question is put to it', async () => {
    const endings = fc.constantFrom<Reply>('onestock_failed', 'onestock_timeout', [promise()]);
    const before = fc.record({
      afterMs: fc.nat({ max: 300 }),
      tookMs: fc.nat({ max: 8000 }),
      ending: endings,
    });
    const since = fc.record({
      afterMs: fc.integer({ min: 1, max: 1500 }),
      tookMs: fc.nat({ max: 400 }),
      ending: fc.constant<Reply>([promise()]),
    });
    const manyBefore = fc.array(before, { minLength: 5, maxLength: 20 });
    const manySince = fc.array(since, { minLength: 15, maxLength: 25 });
    await fc.assert(
      fc.asyncProperty(manyBefore, manySince, async (troubled, well) => {
        const { ask, a, replies } = twoShops();
        let isKnownToBeBack = false;
        const outcomes: { outcome: string; wasKnownToBeBack: boolean }[] = [];
        const asking: Promise<void>[] = [];
        for (const { afterMs, tookMs, ending } of [...troubled, ...well]) {
          await vi.advanceTimersByTimeAsync(afterMs);
          const isBack = asking.length >= troubled.length;
          const wasKnownToBeBack = isKnownToBeBack;
          replies['site-a'] = replyIn(tookMs, ending);
          asking.push(
            ask(a).then((outcome) => {
              isKnownToBeBack ||= isBack && outcome === 'ok';
              if (isBack) outcomes.push({ outcome, wasKnownToBeBack });
            }),
          );
        }
        await vi.advanceTimersByTimeAsync(10_000);
        await Promise.all(asking);
        for (const { outcome, wasKnownToBeBack } of outcomes) {
          expect(wasKnownToBeBack ? outcome : 'ok').toBe('ok');
        }
        replies['site-a'] = [promise()];
        expect(await ask(a)).toBe('ok');
      }),
      { numRuns: 200 },
    );
  });

  it('takes a call that throws for a failure, the one that tries as well', async () => {
    const { ask, a, replies } = twoShops();
    const fault = async () => {
      replies['site-a'] = Promise.reject(new Error('a fault of our own'));
      await expect(ask(a)).rejects.toThrow('a fault of our own');
    };
    for (let index = 0; index < FAILURES_TO_OPEN; index += 1) await fault();
    expect(await ask(a)).toBe('onestock_breaker_open');
    await vi.advanceTimersByTimeAsync(OPEN_MS);
    await fault();
    expect(await ask(a)).toBe('onestock_breaker_open');
    await vi.advanceTimersByTimeAsync(OPEN_MS);
    replies['site-a'] = [promise()];
    expect(await ask(a)).toBe('ok');
  });

  it('is the shop’s own: one shop’s outage costs another nothing', async () => {
    const { ask, a, b, replies } = twoShops();
    replies['site-a'] = 'onestock_unreachable';
    await times(10, () => ask(a));
    expect(await times(10, () => ask(b))).toEqual(Array(10).fill('ok'));
  });

  it('is forgotten with the account: what a merchant corrects is tried at once', async () => {
    const { ask, a, replies } = twoShops();
    replies['site-a'] = 'onestock_credentials_refused';
    await times(10, () => ask(a));
    expect(await ask(shopWith(a.shop.domain, 'site-b', 2))).toBe('ok');
  });
});

describe('the bulkhead', () => {
  it('holds fifty calls of a shop at once, refuses more without a wait, and another shop’s go through', async () => {
    const { ask, a, b, replies, calls } = twoShops();
    replies['site-a'] = NEVER;
    for (let index = 0; index < 50; index += 1) void ask(a);
    expect(await times(5, () => ask(a))).toEqual(Array(5).fill('onestock_busy'));
    expect(calls()).toBe(50);
    expect(await ask(b)).toBe('ok');
  });
});

describe('a site that asks to be left alone', () => {
  it.each([
    ['as long as it said', 7000, 7000],
    ['a minute at most', 3_600_000, 60_000],
  ])('is left alone %s', async (_time, retryAfterMs, heldMs) => {
    const { ask, a, b, replies, calls } = twoShops();
    replies['site-a'] = { code: 'onestock_rate_limited', retryAfterMs };
    await ask(a);
    replies['site-a'] = [promise()];
    await vi.advanceTimersByTimeAsync(heldMs - 1);
    expect(await ask(a)).toBe('onestock_rate_limited');
    expect(calls()).toBe(1);
    expect(await ask(b)).toBe('ok');
    await vi.advanceTimersByTimeAsync(1);
    expect(await ask(a)).toBe('ok');
  });

  it('is left alone for the longest time that it said, whichever of its answers comes last', async () => {
    const { ask, a, replies, calls } = twoShops();
    replies['site-a'] = replyIn(10, { code: 'onestock_rate_limited', retryAfterMs: 20_000 });
    const first = ask(a);
    replies['site-a'] = replyIn(20, { code: 'onestock_rate_limited', retryAfterMs: 1000 });
    const last = ask(a);
    await vi.advanceTimersByTimeAsync(20);
    await Promise.all([first, last]);
    replies['site-a'] = [promise()];
    await vi.advanceTimersByTimeAsync(19_989);
    expect(await ask(a)).toBe('onestock_rate_limited');
    await vi.advanceTimersByTimeAsync(1);
    expect(await ask(a)).toBe('ok');
    expect(calls()).toBe(3);
  });

  it('without a time is asked again, until the breaker opens', async () => {
    const { ask, a, replies, calls } = twoShops();
    replies['site-a'] = 'onestock_rate_limited';
    await times(10, () => ask(a));
    expect(calls()).toBe(FAILURES_TO_OPEN);
  });
});

describe('a shop without a OneStock account', () => {
  it('is told so, and nobody is asked', async () => {
    const { ask, a, calls } = twoShops();
    expect(await ask({ ...a, connection: null })).toBe('not_connected');
    expect(calls()).toBe(0);
  });
});
