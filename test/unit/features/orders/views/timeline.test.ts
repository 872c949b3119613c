import { describe, expect, test } from 'vitest';
import type { ResolvedGroup } from '#app/features/orders/index.ts';
import { groupsBeforeSent } from '#app/features/orders/views/groups-before-sent.ts';
import { isAllTakenOut, timelineOf } from '#app/features/orders/views/timeline.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 30, 12, minute));
const group = (source: string, fulfillmentOrderId: string | null, facts: Partial<ResolvedGroup> = {}) =>
  ({
    ...{ source, fulfillmentOrderId, quoteId: null, endpointId: null, code: null },
    promise: source === 'none' || source === 'fallback' ? null : {},
    ...facts,
  }) as ResolvedGroup;
const note = (id: string, minute: number, kind: string, facts: Record<string, unknown>) => ({
  ...{ id, at: at(minute), kind, facts, key: id },
});
const promise = (...groups: ResolvedGroup[]) => ({ firstSeenAt: at(0), resolvedAt: at(1), groups });
const delivery = (minute: number | null, ...fulfillmentOrderIds: string[]) => ({
  exportedAt: minute === null ? null : at(minute),
  fulfillmentOrderIds,
});
const STOPPED = { causes: [{ code: 'pick_up_unmapped' }] };

describe('the timeline of an order', () => {
  test('says that a promise was written where one was, and else that there is none', () => {
    const newest = (...groups: ResolvedGroup[]) => timelineOf(promise(...groups), [], [])[0];
    expect(newest(group('checkout', 'F1'), group('none', 'F2'))).toMatchObject({
      ...{ kind: 'promised', facts: { sources: ['checkout'] } },
    });
    expect(newest(group('none', 'F1'))).toMatchObject({ kind: 'not_promised', facts: { sources: [] } });
    expect(newest(group('fallback', 'F1'))).toMatchObject({
      ...{ kind: 'not_promised', facts: { sources: ['fallback'] } },
    });
    expect(newest()).toMatchObject({ kind: 'not_promised' });
  });

  test('has what was noted again for the same causes once, as it was first, unless something came between', () => {
    const [again, first] = [note('again', 3, 'stopped', STOPPED), note('first', 2, 'stopped', STOPPED)];
    const between = note('between', 2, 'requested', {});
    const idsOf = (...notes: (typeof again)[]) => timelineOf(promise(), notes, []).map(({ id }) => id);
    expect(idsOf(again, first)).toEqual(['first', 'promised', 'seen']);
    expect(idsOf(again, between, first)).toEqual(['again', 'between', 'first', 'promised', 'seen']);
    const other = note('other', 3, 'stopped', { causes: [{ code: 'custom_line' }] });
    expect(idsOf(other, first)).toEqual(['other', 'first', 'promised', 'seen']);
  });

  test('marks what an obstacle that stands says as well', () => {
    const notes = [note('stopped', 2, 'stopped', STOPPED)];
    const standing = [{ causes: [{ code: 'pick_up_unmapped' }] as const }];
    expect(timelineOf(promise(), notes, [...standing])[0]?.isStanding).toBe(true);
    expect(timelineOf(promise(), notes, [])[0]?.isStanding).toBe(false);
  });
});

describe('the groups found before the order was sent', () => {
  const [shown, asked] = [group('checkout', 'F1'), group('recomputed', 'F2')];

  test('do not have those that OneStock was asked about only for a later delivery', () => {
    expect(groupsBeforeSent([shown, asked], [delivery(2, 'F1'), delivery(13, 'F2')])).toEqual([shown]);
    expect(groupsBeforeSent([shown, asked], [delivery(2, 'F1'), delivery(null, 'F2')])).toEqual([shown]);
  });

  test('have those that were asked about when the order was placed', () => {
    expect(groupsBeforeSent([asked], [])).toEqual([asked]);
    expect(groupsBeforeSent([asked], [delivery(2, 'F2')])).toEqual([asked]);
    expect(groupsBeforeSent([shown, asked], [delivery(2, 'F1'), delivery(2, 'F2')])).toEqual([shown, asked]);
    const late = group('recomputed', 'F2', { notCounted: { code: 'cutoff_passed_before_order' } });
    expect(groupsBeforeSent([shown, late], [delivery(2, 'F1'), delivery(13, 'F2')])).toEqual([shown, late]);
    const later = group('checkout', 'F2');
    expect(groupsBeforeSent([shown, later], [delivery(2, 'F1'), delivery(13, 'F2')])).toEqual([shown, later]);
  });
});

test.each([
  [{ isRemoved: true, keptPieces: 0 }, true],
  [{ isRemoved: true, keptPieces: 2 }, false],
  [{ isRemoved: false, keptPieces: 0 }, false],
])('a cancelled order of which the note says %j has nothing left in OneStock: %s', (facts, expected) => {
  expect(isAllTakenOut([note('cancelled', 2, 'cancelled', facts)])).toBe(expected);
  expect(isAllTakenOut([])).toBe(false);
});
