import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DeliveryPromise } from '#app/gateways/onestock/index.ts';
import { aProcess, NEVER, timeOf } from '#test/support/ladder-in-time.ts';
import { minutesAfter, NOW, promise, sharedInMemory } from '#test/support/promises.ts';
import { deliveryOption, rateRequestJson, snapshot } from '#test/support/rate-requests.ts';

const MINUTE = 60_000;

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
});

const shop = snapshot([deliveryOption()]);
const aDistantCutoff = promise({ cutoff: minutesAfter(600) });

describe('memory', () => {
  it('answers a request alike with neither OneStock nor the database', async () => {
    const shared = sharedInMemory();
    const { ask, questions } = aProcess([aDistantCutoff], shared);
    expect((await ask(shop)).trace.rung).toBe('onestock');
    const touched = () => {
      throw new Error('The database was touched.');
    };
    Object.assign(shared, { find: touched, keep: touched });
    const again = await ask(shop);
    expect(again.trace).toMatchObject({ rung: 'memory', rateCount: 1, oneStockRequestId: 'abc' });
    expect(again.shown[0]).toMatchObject({ rung: 'memory', promise: aDistantCutoff.option });
    expect(questions).toHaveLength(1);
  });

  it('answers the same basket in another language, or by a snapshot read anew, from what OneStock said', async () => {
    const { ask, questions } = aProcess([aDistantCutoff]);
    await ask(shop);
    const german = await ask({ ...shop }, rateRequestJson({ rate: { locale: 'de' } }));
    expect(german.trace.rung).toBe('memory');
    expect(questions).toHaveLength(1);
  });

  it.each([
    ['five minutes', {}, 5 * MINUTE],
    ['the shop’s own life', { promiseLifeSeconds: 60 }, MINUTE],
  ])('lasts %s and no longer', async (_life, settings, lifeMs) => {
    const own = snapshot([deliveryOption()], settings);
    const { ask, questions } = aProcess([aDistantCutoff]);
    await ask(own);
    await vi.advanceTimersByTimeAsync(lifeMs - 1);
    expect((await ask(own)).trace.rung).toBe('memory');
    await vi.advanceTimersByTimeAsync(1);
    expect((await ask(own)).trace.rung).toBe('onestock');
    expect(questions).toHaveLength(2);
  });

  it('ends with the earliest cut-off of all that OneStock said, though its life goes on', async () => {
    const express = promise({ deliveryMethod: 'express', cutoff: minutesAfter(2) });
    const both = snapshot([
      deliveryOption(),
      deliveryOption({ handle: 'EXPRESS', deliveryMethod: 'express' }),
    ]);
    const { ask, oneStock } = aProcess([aDistantCutoff, express]);
    await ask(both);
    await vi.advanceTimersByTimeAsync(2 * MINUTE - 1);
    expect((await ask(both)).trace.rung).toBe('memory');
    await vi.advanceTimersByTimeAsync(1);
    oneStock.reply = [aDistantCutoff, { ...express, cutoff: minutesAfter(100) }];
    expect((await ask(both)).trace.rung).toBe('onestock');
  });

  it('shows no window that has passed, though OneStock gave no cut-off', async () => {
    const soon = promise({ cutoff: undefined, etaStart: minutesAfter(1), etaEnd: minutesAfter(2) });
    const { ask } = aProcess([soon]);
    expect((await ask(shop)).shown[0]?.promise).toEqual(soon.option);
    await vi.advanceTimersByTimeAsync(2 * MINUTE);
    expect((await ask(shop)).shown[0]?.promise).toBeNull();
  });

  it('records a refused answer given again as no rung of its own', async () => {
    const hidden = snapshot([deliveryOption({ fallback: { policy: 'hide' } })]);
    const { ask } = aProcess([]);
    const { status, trace } = await ask(hidden);
    const again = await ask(hidden);
    expect([status, trace.rung, again.status, again.trace.rung]).toEqual([503, 'none', 503, 'none']);
  });
});

describe('shared', () => {
  it('is what another process heard: this one answers from it and asks nobody, and then from memory', async () => {
    const shared = sharedInMemory();
    await aProcess([aDistantCutoff], shared).ask(shop);
    const { ask, questions } = aProcess('onestock_unreachable', shared);
    expect((await ask(shop)).shown[0]).toMatchObject({ rung: 'shared', promise: aDistantCutoff.option });
    expect((await ask(shop)).trace.rung).toBe('memory');
    expect(questions).toHaveLength(0);
  });

  it('is left for OneStock once it is older than its life', async () => {
    const shared = sharedInMemory();
    await aProcess([aDistantCutoff], shared).ask(shop);
    await vi.advanceTimersByTimeAsync(5 * MINUTE);
    const { ask } = aProcess([aDistantCutoff], shared);
    expect((await ask(shop)).trace.rung).toBe('onestock');
  });
});

describe('stale', () => {
  it.each<[string, Partial<DeliveryPromise>, number, boolean]>([
    ['its cut-off is ahead', { cutoff: minutesAfter(10) }, 9, true],
    ['its cut-off has come', { cutoff: minutesAfter(10) }, 10, false],
    [
      'its cut-off has come, though its window is ahead',
      { cutoff: minutesAfter(10), etaEnd: minutesAfter(99) },
      10,
      false,
    ],
    [
      'OneStock gave no cut-off and its window is open',
      { cutoff: undefined, etaEnd: minutesAfter(20) },
      19,
      true,
    ],
    [
      'OneStock gave no cut-off and its window is over',
      { cutoff: undefined, etaEnd: minutesAfter(20) },
      20,
      false,
    ],
    [
      'all that it says of time is the window’s start, which is ahead',
      { cutoff: undefined, etaStart: minutesAfter(20), etaEnd: undefined },
      19,
      true,
    ],
  ])('an older answer when %s', async (_case, change, minutesLater, isShown) => {
    const older = promise(change);
    const { ask, oneStock } = aProcess([older]);
    await ask(shop);
    oneStock.reply = 'onestock_unreachable';
    await vi.advanceTimersByTimeAsync(minutesLater * MINUTE);
    const { shown, trace } = await ask(shop);
    expect(shown[0]?.promise).toEqual(isShown ? older.option : null);
    expect(trace).toMatchObject({
      rung: isShown ? 'stale' : 'fallback',
      failure: { code: 'onestock_unreachable' },
    });
  });

  it('may be another process’s answer', async () => {
    const shared = sharedInMemory();
    await aProcess([aDistantCutoff], shared).ask(shop);
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    const { answer } = await timeOf(aProcess(NEVER, shared).ask(shop));
    expect(answer.shown[0]).toMatchObject({ rung: 'stale', promise: aDistantCutoff.option });
  });

  it('is judged promise by promise: what can be kept is shown, the rest falls back', async () => {
    const express = promise({ deliveryMethod: 'express', cutoff: minutesAfter(8) });
    const both = snapshot([
      deliveryOption(),
      deliveryOption({ handle: 'EXPRESS', deliveryMethod: 'express' }),
    ]);
    const { ask, oneStock } = aProcess([aDistantCutoff, express]);
    await ask(both);
    oneStock.reply = 'onestock_failed';
    await vi.advanceTimersByTimeAsync(9 * MINUTE);
    const { shown, reasons } = await ask(both);
    expect(shown.map(({ code, rung }) => [code, rung])).toEqual([
      ['STANDARD', 'stale'],
      ['EXPRESS', 'fallback'],
    ]);
    expect(reasons.EXPRESS).toBe('cutoff_passed');
  });

  it('is not an old refusal, which has no cut-off: the option falls back', async () => {
    const { ask, oneStock } = aProcess([
      promise({ status: 'none', cutoff: undefined, etaStart: undefined, etaEnd: undefined }),
    ]);
    expect((await ask(shop)).rates).toEqual([]);
    oneStock.reply = 'onestock_failed';
    await vi.advanceTimersByTimeAsync(6 * MINUTE);
    const { shown, reasons } = await ask(shop);
    expect([shown[0]?.rung, reasons.STANDARD]).toEqual(['fallback', 'onestock_failed']);
  });

  it.each<[string, Partial<DeliveryPromise>]>([
    ['none', { status: 'none', cutoff: undefined, etaStart: undefined, etaEnd: undefined }],
    ['partial, with a cut-off ahead', { status: 'partial' }],
  ])('drops no option for an old refusal beside a promise that holds: %s', async (_status, change) => {
    const refused = promise({ ...change, deliveryMethod: 'express' });
    const both = snapshot([
      deliveryOption(),
      deliveryOption({ handle: 'EXPRESS', deliveryMethod: 'express' }),
    ]);
    const { ask, oneStock } = aProcess([aDistantCutoff, refused]);
    expect((await ask(both)).shown.map(({ code }) => code)).toEqual(['STANDARD']);
    oneStock.reply = 'onestock_failed';
    await vi.advanceTimersByTimeAsync(6 * MINUTE);
    const { shown, reasons, trace } = await ask(both);
    expect(shown.map(({ code, rung }) => [code, rung])).toEqual([
      ['STANDARD', 'stale'],
      ['EXPRESS', 'fallback'],
    ]);
    expect([reasons.EXPRESS, trace.rung]).toEqual(['onestock_failed', 'stale']);
  });

  it('is no reason for an empty answer: what OneStock refused long ago it may grant now', async () => {
    const hidden = snapshot([
      deliveryOption({ fallback: { policy: 'hide' } }),
      deliveryOption({ handle: 'EXPRESS', deliveryMethod: 'express', fallback: { policy: 'hide' } }),
    ]);
    const refused = promise({ status: 'none' });
    const express = promise({ deliveryMethod: 'express', status: 'none', cutoff: minutesAfter(600) });
    const { ask, oneStock } = aProcess([refused, express]);
    expect((await ask(hidden)).status).toBe(200);
    oneStock.reply = 'onestock_failed';
    await vi.advanceTimersByTimeAsync(6 * MINUTE);
    const { status, trace } = await ask(hidden);
    expect([status, trace.rung]).toEqual([503, 'none']);
  });
});
