import fc from 'fast-check';
import { isSameChoice } from '#app/features/orders/deliveries/choice.ts';
import type { Choice, FulfillmentOrder } from '#app/features/orders/deliveries/types.ts';
import {
  EXPRESS,
  LYON,
  NO_METHOD,
  OTHER_WAREHOUSE,
  orderLine,
  PARIS,
  PRINTER,
  pickUpAt,
  RULES,
  STANDARD,
} from './planned.ts';
import { type Crash, ShopAndSite } from './shop-and-site.ts';

const PLACES = [PARIS, LYON, OTHER_WAREHOUSE, PRINTER];

/** What a shopper, staff, another app, time or OneStock does to an order; nothing where it cannot be done. `which` names what it is done to. */
const HAPPENINGS = {
  open(order, which) {
    const scheduled = pick(inState(order, 'scheduled'), which);
    if (scheduled) scheduled.state = 'open';
  },
  hold(order, which) {
    const open = pick(inState(order, 'open'), which);
    if (open) Object.assign(open, { state: 'held', holds: ['Fraud watch'] });
  },
  release(order, which) {
    const held = pick(inState(order, 'held'), which);
    if (held) Object.assign(held, { state: 'open', holds: [] });
  },
  split(order, which) {
    const whole = pick(inState(order, 'open'), which);
    const line = whole && pick(whole.lines, which);
    if (!whole || !line || whole.lines.reduce((sum, { quantity }) => sum + quantity, 0) < 2) return;
    order.take(whole, line.lineItemId);
    order.reopen({ ...whole, ...line });
  },
  merge(order, which) {
    const one = pick(inState(order, 'open'), which);
    const other = inState(order, 'open').find(
      (each) =>
        one && each !== one && each.location === one.location && isSameChoice(each.choice, one.choice),
    );
    if (!one || !other) return;
    for (const line of other.lines) {
      const same = one.lines.find(({ lineItemId }) => lineItemId === line.lineItemId);
      if (same) same.quantity += line.quantity;
      else one.lines.push({ ...line });
    }
    other.lines = [];
    other.state = 'over';
  },
  move(order, which) {
    const moved = pick(inState(order, 'open'), which);
    const place = pick(PLACES, Math.floor(which / 7));
    if (!moved || !place) return;
    moved.location = place;
    if (moved.choice.methodType === 'PICK_UP') moved.choice = pickUpAt(place.id);
  },
  fulfil(order, which) {
    const open = pick(inState(order, 'open'), which);
    const line = open && pick(open.lines, which);
    if (open && line) order.fulfil(open, line.lineItemId, null);
  },
  cancelFulfilment(order, which) {
    const made = pick(
      order.fulfillments.filter(({ isCancelled }) => !isCancelled),
      which,
    );
    if (!made) return;
    made.isCancelled = true;
    order.reopen(made);
  },
  remove(order, which) {
    const from = pick(order.alive(), which);
    const line = from && pick(from.lines, which);
    if (from && line) order.take(from, line.lineItemId);
  },
  addPieces(order, which) {
    const line = pick(order.lines, which);
    if (line) order.reopen({ choice: STANDARD, location: PARIS, lineItemId: line.id, isShipped: true });
  },
  addLine(order, which) {
    const line = orderLine(order.newId('line'), { sku: `ITEM-${which % 2}` });
    order.lines.push(line);
    order.reopen({ choice: STANDARD, location: PARIS, lineItemId: line.id, isShipped: true });
  },
  exchange(order, which) {
    HAPPENINGS.remove(order, which);
    HAPPENINGS.addLine(order, which);
  },
  leave(order, which) {
    const unit = pick(
      order.site.filter(({ state }) => state === 'pending' || state === 'shipped'),
      which,
    );
    if (unit) order.leave(unit);
  },
  removeInOneStock(order, which) {
    const unit = pick(
      order.site.filter(({ state }) => state === 'pending'),
      which,
    );
    if (unit) unit.state = 'removed';
  },
  sendAgain(order) {
    order.countRemovals();
  },
  takeOut(order) {
    order.takeOutSurplus();
  },
} satisfies Record<string, (order: ShopAndSite, which: number) => void>;

type Happening = keyof typeof HAPPENINGS | 'ask';
const NAMES = ['ask', 'ask', 'ask', ...(Object.keys(HAPPENINGS) as (keyof typeof HAPPENINGS)[])] as const;
const CRASHES: readonly Crash[] = ['none', 'none', 'before_intention', 'after_intention', 'after_creation'];

export interface Event {
  name: Happening;
  which: number;
  crash: Crash;
}

export const anyEvents: fc.Arbitrary<Event[]> = fc.array(
  fc.record({ name: fc.constantFrom(...NAMES), which: fc.nat(27), crash: fc.constantFrom(...CRASHES) }),
  { maxLength: 30 },
);

/** What it does to the order; an `ask` is left to the caller. */
export function happen(order: ShopAndSite, { name, which }: Event): void {
  if (name !== 'ask') HAPPENINGS[name](order, which);
}

/** Everything opens, comes to a place of the shop's own, and what OneStock removed is asked for again. */
export function comeToRest(order: ShopAndSite): void {
  for (const each of order.alive())
    Object.assign(each, {
      state: 'open',
      holds: [],
      location: each.location.isOfService ? PARIS : each.location,
    });
  for (const each of order.alive()) if (each.location === OTHER_WAREHOUSE) each.location = PARIS;
  order.countRemovals();
}

export interface Part {
  line: number;
  quantity: number;
  choice: Choice;
  state: FulfillmentOrder['state'];
  place: number;
}

const anyPart: fc.Arbitrary<Part> = fc.record({
  line: fc.nat(3),
  quantity: fc.integer({ min: 1, max: 3 }),
  choice: fc.constantFrom(
    STANDARD,
    STANDARD,
    EXPRESS,
    pickUpAt(PARIS.id),
    NO_METHOD,
    { methodType: 'LOCAL', code: null, locationId: null },
    { methodType: 'RETAIL', code: null, locationId: null },
  ),
  state: fc.constantFrom('open' as const, 'open' as const, 'held' as const, 'scheduled' as const),
  place: fc.nat(3),
});

export const anyParts: fc.Arbitrary<Part[]> = fc.array(anyPart, { minLength: 1, maxLength: 5 });

/** An order of four lines, of which two are of one item and one is custom, with a fulfillment order for each part. */
export function orderOf(parts: readonly Part[]): ShopAndSite {
  const order = new ShopAndSite({ ...RULES, keepUnshippable: true, customLines: 'leave_out' });
  order.lines = [
    orderLine('a', { sku: 'ITEM-0' }),
    orderLine('b', { sku: 'ITEM-0' }),
    orderLine('c', { sku: 'ITEM-1' }),
    orderLine('d', { sku: null, variantId: null }),
  ];
  for (const { line, quantity, choice, state, place } of parts) {
    const isShipped = choice.methodType !== NO_METHOD.methodType;
    const [lineItem, location] = [order.lines[line], PLACES[place]];
    if (!lineItem || !location) continue;
    order.fulfillmentOrders.push({
      ...{ id: order.newId('FO'), state, holds: [], opensAt: null, location },
      choice: choice.methodType === 'PICK_UP' ? pickUpAt(location.id) : choice,
      lines: [{ lineItemId: lineItem.id, quantity, isShipped }],
    });
  }
  return order;
}

function inState(order: ShopAndSite, state: FulfillmentOrder['state']): FulfillmentOrder[] {
  return order.fulfillmentOrders.filter((each) => each.state === state);
}

function pick<T>(those: readonly T[], which: number): T | undefined {
  return those.length === 0 ? undefined : those[which % those.length];
}
