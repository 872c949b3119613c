import { describe, expect, test } from 'vitest';
import type { Causes } from '#app/features/obstacles/index.ts';
import { notSent } from '#app/routes/app.orders.$id/what-waits.ts';

const OPENS = { code: 'opens_later' };
const GIFT_CARD = { code: 'gift_card_left_out', params: { title: 'Gift card' } };
const FAILED = { code: 'onestock_timeout' };
const exportedAt = '2026-11-30T12:00:00.000Z';
const of = (state: 'waiting' | 'exported' | 'closed' | 'left_out', causes: Causes, isSent = false) =>
  notSent({ state, causes, exportedAt: isSent ? exportedAt : undefined });

describe('what of an order is not in OneStock', () => {
  test('is, of one that was sent, what waits and apart from it what is left out', () => {
    expect(of('exported', [OPENS, GIFT_CARD], true)).toEqual({
      ...{ waits: [OPENS], leftOut: [GIFT_CARD], isRest: true },
    });
    expect(of('closed', [GIFT_CARD], true)).toMatchObject({ waits: [], leftOut: [GIFT_CARD] });
  });

  test('waits where the last try failed, as the app tries again', () => {
    expect(of('waiting', [FAILED])).toEqual({ waits: [FAILED], leftOut: [], isRest: false });
    expect(of('waiting', [OPENS, GIFT_CARD])).toMatchObject({ waits: [OPENS], leftOut: [GIFT_CARD] });
  });

  test('is left out as a whole where the order is', () => {
    expect(of('left_out', [{ code: 'test_order' }])).toMatchObject({ leftOut: [{ code: 'test_order' }] });
    expect(notSent(null)).toEqual({ waits: [], leftOut: [], isRest: false });
  });
});
