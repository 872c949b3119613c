import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSameChoice } from '#app/features/orders/deliveries/choice.ts';
import { amountIn, amountsOf } from '#app/features/orders/deliveries/line-amounts.ts';
import type { Choice } from '#app/features/orders/deliveries/types.ts';
import { OTHER_WAREHOUSE } from './planned.ts';
import { leftIn, type ShopAndSite } from './shop-and-site.ts';
import { anyEvents, anyParts, comeToRest, happen, orderOf } from './what-happens.ts';

/** Ours, as the order's rules have it, told here in the shortest way. */
function ours(order: ShopAndSite) {
  return order
    .alive()
    .filter(
      ({ choice, location }) =>
        choice.methodType !== 'RETAIL' && !location.isOfService && location !== OTHER_WAREHOUSE,
    )
    .map((each) => ({ ...each, lines: each.lines.filter(({ lineItemId }) => lineItemId !== 'd') }));
}

/** Pieces of a line that OneStock still has to send, or has sent and Shopify does not know; under a choice, where one is given. */
function outstanding(order: ShopAndSite, lineItemId: string, choice?: Choice): number {
  return order.outstanding().filter((unit) => {
    const own = order.deliveries.find(({ number }) => number === unit.delivery)?.choice;
    return unit.lineItemId === lineItemId && (!choice || (own && isSameChoice(own, choice)));
  }).length;
}

/** Asks, and holds what is asked against what the order was before. */
function askAndCheck(order: ShopAndSite, crash: Parameters<ShopAndSite['ask']>[0]): void {
  const plan = order.ask(crash);
  const own = ours(order);
  const open = own.filter(({ state }) => state === 'open');
  const asked = amountsOf(plan.asks.flatMap(({ lines }) => lines));
  for (const [lineItemId, quantity] of asked) {
    expect(quantity, 'only what is ours and open is asked for').toBeLessThanOrEqual(leftIn(open, lineItemId));
    expect(outstanding(order, lineItemId), 'no piece is asked for twice').toBeLessThanOrEqual(
      leftIn(own, lineItemId),
    );
  }
  for (const { choice, lines } of plan.asks) {
    const there = open.filter(
      (each) => isSameChoice(each.choice, choice) || each.choice.methodType === 'NONE',
    );
    for (const { lineItemId } of lines)
      expect(
        outstanding(order, lineItemId, choice),
        'no piece is asked for to two places',
      ).toBeLessThanOrEqual(leftIn(there, lineItemId) + heldOrScheduled(order, lineItemId));
  }
  if (crash !== 'none') return;
  expect(order.plan(), 'who plans again asks for nothing').toMatchObject({ asks: [], passedOn: [] });
  const waiting = amountsOf(plan.waits.flatMap(({ lines }) => lines));
  for (const { id } of order.lines)
    expect(
      outstanding(order, id) + amountIn(waiting, id),
      'every piece is asked for or waits',
    ).toBeGreaterThanOrEqual(leftIn(own, id));
}

function heldOrScheduled(order: ShopAndSite, lineItemId: string): number {
  return leftIn(
    ours(order).filter(({ state }) => state === 'held' || state === 'scheduled'),
    lineItemId,
  );
}

describe('whatever happens to an order, and wherever the app is killed', () => {
  it('no piece is asked of OneStock twice or to two places, what is not ours is not asked for, and none is lost', () => {
    fc.assert(
      fc.property(anyParts, anyEvents, (parts, events) => {
        const order = orderOf(parts);
        for (const event of events) {
          happen(order, event);
          if (event.name === 'ask') askAndCheck(order, event.crash);
        }
        comeToRest(order);
        askAndCheck(order, 'none');
        expect(order.plan().waits).toEqual([]);
        for (const { id } of order.lines)
          expect(outstanding(order, id), 'no piece is lost').toBeGreaterThanOrEqual(leftIn(ours(order), id));
      }),
      { numRuns: 600 },
    );
  });
});
