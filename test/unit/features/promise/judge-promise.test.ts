import { describe, expect, it } from 'vitest';
import { judgePromise } from '#app/features/promise/judge-promise.ts';
import { minutesAfter, NOW, promise } from '#test/support/promises.ts';
import { deliveryOption, snapshot } from '#test/support/rate-requests.ts';

type Policy = 'show' | 'next' | 'hide';

const candidate = (nearCutoff: Policy) => {
  const [option] = snapshot([deliveryOption({ nearCutoff })]).options;
  if (!option) throw new Error('The shop of the tests has one option.');
  return { option, store: null, code: option.handle };
};
const near = promise({ cutoff: minutesAfter(14) });
const next = promise({ cutoff: minutesAfter(16) });

describe('a cut-off within the quarter of an hour for which Shopify keeps rates', () => {
  it.each<[Policy, object]>([
    ['show', { kind: 'promised', promise: near, reason: 'promised' }],
    ['hide', { kind: 'hidden', reason: 'cutoff_near' }],
    ['next', { kind: 'promised', promise: next, reason: 'next_promised' }],
  ])('follows the setting %s', (policy, verdict) => {
    expect(judgePromise(candidate(policy), [near, next], NOW)).toEqual(verdict);
  });

  it('leaves the option to its fallback where the next promise is wanted and OneStock gave none', () => {
    expect(judgePromise(candidate('next'), [near], NOW)).toEqual({
      kind: 'unanswered',
      reason: 'cutoff_near',
    });
  });

  it('begins when just fifteen minutes are left', () => {
    const verdictAt = (minutes: number) =>
      judgePromise(candidate('hide'), [promise({ cutoff: minutesAfter(minutes) })], NOW).kind;
    expect([verdictAt(15 + 1 / 60_000), verdictAt(15)]).toEqual(['promised', 'hidden']);
  });

  it('is not a matter of promises without a cut-off', () => {
    const soon = promise({ cutoff: undefined, etaStart: minutesAfter(1), etaEnd: minutesAfter(2) });
    expect(judgePromise(candidate('hide'), [soon], NOW).kind).toBe('promised');
  });
});

describe('a promise past its cut-off', () => {
  it.each<[Policy]>([['show'], ['next'], ['hide']])(
    'is never shown, at its very moment neither: %s',
    (policy) => {
      const past = [promise({ cutoff: NOW }), promise({ cutoff: minutesAfter(-1) })];
      expect(judgePromise(candidate(policy), past, NOW)).toEqual({
        kind: 'unanswered',
        reason: 'cutoff_passed',
      });
    },
  );

  it('gives way to one that can be kept', () => {
    const verdict = judgePromise(candidate('show'), [promise({ cutoff: NOW }), next], NOW);
    expect(verdict).toMatchObject({ kind: 'promised', promise: next });
  });
});

describe('a promise that cannot be shown', () => {
  it('because it has no date leaves the option to its fallback', () => {
    const undated = promise({ etaStart: undefined, etaEnd: undefined });
    expect(judgePromise(candidate('show'), [undated], NOW)).toEqual({
      kind: 'unanswered',
      reason: 'promise_without_date',
    });
  });

  it('because it is another method’s, or a store’s, is not taken for this option’s', () => {
    const others = [promise({ deliveryMethod: 'express' }), promise({ endpointId: 'store_paris' })];
    expect(judgePromise(candidate('show'), others, NOW)).toEqual({
      kind: 'unanswered',
      reason: 'promise_missing',
    });
  });
});
