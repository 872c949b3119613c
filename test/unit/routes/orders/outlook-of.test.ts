import { expect, test } from 'vitest';
import type { ExportView, OrderState } from '#app/features/orders/index.ts';
import { outlookOf } from '#app/routes/app.orders.$id/outlook-of.ts';

const SENT = { exportedAt: '2026-11-30T12:00:00.000Z' };
const RESTS = { ...SENT, causes: [{ code: 'opens_later' }] };

test.each([
  ['waiting', {}, 'beforeSent'],
  ['exported', SENT, 'awaited'],
  ['needs_attention', {}, 'beforeSent'],
  ['needs_attention', SENT, 'awaited'],
  ['closed', SENT, 'over'],
  ['closed', RESTS, 'awaited'],
  ['cancelled', SENT, 'over'],
  ['left_out', {}, 'over'],
  ['not_sent', null, 'over'],
] as const)('of an order that is %s, with %j, what may come is %s', (state, exported, expected) => {
  const story = { state: state as OrderState, export: exported as ExportView | null };
  expect(outlookOf(story)).toBe(expected);
});
