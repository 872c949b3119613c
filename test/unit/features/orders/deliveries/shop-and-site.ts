import { isOfDelivery } from '#app/features/orders/deliveries/choice.ts';
import { itemsPassedOn } from '#app/features/orders/deliveries/passed-on.ts';
import { planDeliveries } from '#app/features/orders/deliveries/plan-deliveries.ts';
import type {
  Choice,
  DeliveryPlan,
  FulfilledPieces,
  FulfillmentOrder,
  KnownDelivery,
} from '#app/features/orders/deliveries/types.ts';
import type { PlannableLine } from '#app/features/orders/deliveries/why-left-out.ts';
import { itemIdOf } from '#app/features/shops/index.ts';
import { RULES } from './planned.ts';

/**
 * One piece that OneStock was asked for. `again`: it was removed and counts as not asked for. A piece that left with nothing in Shopify to
 * fulfil stays `shipped`.
 */
interface SiteUnit {
  delivery: number;
  lineItemId: string;
  itemId: string;
  state: 'pending' | 'removed' | 'again' | 'shipped' | 'fulfilled';
  fulfillment: Fulfillment | null;
}

interface Fulfillment {
  id: string;
  /** Null: made by hand. */
  delivery: number | null;
  lineItemId: string;
  choice: Choice;
  location: FulfillmentOrder['location'];
  isShipped: boolean;
  isCancelled: boolean;
}

/** Where the app is killed while it asks. */
export type Crash = 'none' | 'before_intention' | 'after_intention' | 'after_creation';

/** An order as Shopify and OneStock each have it, piece by piece, and what the app keeps of it. */
export class ShopAndSite {
  lines: PlannableLine[] = [];
  fulfillmentOrders: FulfillmentOrder[] = [];
  fulfillments: Fulfillment[] = [];
  site: SiteUnit[] = [];
  deliveries: KnownDelivery[] = [];
  readonly #rules: typeof RULES;
  #ids = 0;

  constructor(rules: typeof RULES) {
    this.#rules = rules;
  }

  newId(kind: string): string {
    this.#ids += 1;
    return `${kind}${this.#ids}`;
  }

  /** Those that Shopify waits for. */
  alive(): FulfillmentOrder[] {
    return this.fulfillmentOrders.filter(({ state }) => state !== 'over');
  }

  take(fulfillmentOrder: FulfillmentOrder, lineItemId: string): boolean {
    const line = fulfillmentOrder.lines.find((each) => each.lineItemId === lineItemId && each.quantity > 0);
    if (!line) return false;
    line.quantity -= 1;
    fulfillmentOrder.lines = fulfillmentOrder.lines.filter(({ quantity }) => quantity > 0);
    if (fulfillmentOrder.lines.length === 0) fulfillmentOrder.state = 'over';
    return true;
  }

  fulfil(fulfillmentOrder: FulfillmentOrder, lineItemId: string, number: number | null): Fulfillment {
    const { choice, location, lines } = fulfillmentOrder;
    const isShipped = lines.find((line) => line.lineItemId === lineItemId)?.isShipped ?? true;
    this.take(fulfillmentOrder, lineItemId);
    const made = { id: this.newId('F'), delivery: number, lineItemId, choice, location, isShipped };
    const fulfillment = { ...made, isCancelled: false };
    this.fulfillments.push(fulfillment);
    return fulfillment;
  }

  /** What OneStock still has to send, or has sent and Shopify does not know. */
  outstanding(): SiteUnit[] {
    return this.site.filter(
      ({ state, fulfillment }) => state !== 'again' && (state !== 'fulfilled' || fulfillment?.isCancelled),
    );
  }

  /**
   * A piece of OneStock leaves and is fulfilled where Shopify's order has it, else it waits for that. Where only another line of its item has
   * it, that line's piece is for this one's line from then on.
   */
  leave(unit: SiteUnit): void {
    unit.state = 'shipped';
    const own = this.deliveries.find(({ number }) => number === unit.delivery);
    if (!own) return;
    const open = this.fulfillmentOrders.filter(
      ({ state, choice }) =>
        state === 'open' &&
        (isOfDelivery(choice, own) || !this.deliveries.some((each) => isOfDelivery(choice, each))),
    );
    const alike = own.items.filter(({ itemId }) => itemId === unit.itemId);
    const suiting = [unit.lineItemId, ...alike.map(({ lineItemId }) => lineItemId)];
    for (const lineItemId of suiting) {
      const from = open.find(({ lines }) => lines.some((line) => line.lineItemId === lineItemId));
      if (!from) continue;
      const other = this.outstanding().find(
        (each) => each.delivery === unit.delivery && each.lineItemId === lineItemId && each !== unit,
      );
      if (other && lineItemId !== unit.lineItemId) other.lineItemId = unit.lineItemId;
      unit.lineItemId = lineItemId;
      unit.fulfillment = this.fulfil(from, lineItemId, unit.delivery);
      unit.state = 'fulfilled';
      return;
    }
  }

  /** What OneStock removed counts as not asked for, as *Send again* or a settled removal has it. */
  countRemovals(): void {
    for (const unit of this.site.filter(({ state }) => state === 'removed')) this.#countNotAsked(unit);
  }

  /** The app takes out of OneStock what Shopify's order waits for no more, as somebody refunded or fulfilled it. */
  takeOutSurplus(): void {
    for (const unit of this.site.filter(({ state }) => state === 'pending')) {
      const { lineItemId } = unit;
      const asked = this.outstanding().filter((each) => each.lineItemId === lineItemId).length;
      if (asked > leftIn(this.fulfillmentOrders, lineItemId)) this.#countNotAsked(unit);
    }
  }

  #countNotAsked(unit: SiteUnit): void {
    unit.state = 'again';
    const own = this.deliveries.find(({ number }) => number === unit.delivery);
    own?.removed.push({ lineItemId: unit.lineItemId, quantity: 1 });
  }

  /** As the app plans it, which looks at the fulfilments that stand before it asks for anything. */
  plan(): DeliveryPlan {
    const made = this.fulfillments.filter(({ delivery }) => delivery !== null);
    const facts = {
      lines: this.lines,
      fulfillmentOrders: this.fulfillmentOrders,
      deliveries: this.deliveries.filter(({ exportedAt }) => exportedAt !== null),
      rules: this.#rules,
    };
    const plan = planDeliveries({ ...facts, fulfilled: piecesOf(made) });
    if (plan.asks.length + plan.passedOn.length === 0) return plan;
    return planDeliveries({ ...facts, fulfilled: piecesOf(made.filter(({ isCancelled }) => !isCancelled)) });
  }

  /** Asks OneStock as the app does: what an earlier try was about to ask for is looked for first. Returns what was planned. */
  ask(crash: Crash): DeliveryPlan {
    for (const pending of this.deliveries.filter(({ exportedAt }) => exportedAt === null)) {
      if (this.site.some(({ delivery }) => delivery === pending.number)) pending.exportedAt = new Date(0);
      else this.deliveries = this.deliveries.filter((each) => each !== pending);
    }
    const plan = this.plan();
    this.#passOn(plan.passedOn);
    for (const { choice, fulfillmentOrderIds, lines } of plan.asks) {
      if (crash === 'before_intention') break;
      const number = 1 + Math.max(0, ...this.deliveries.map((each) => each.number));
      const items = lines.map(({ lineItemId, quantity }) => ({
        ...{ lineItemId, quantity, itemId: this.#itemOf(lineItemId) },
      }));
      const intended: KnownDelivery = {
        ...{ number, oneStockOrderId: `1001-${number}`, choice, fulfillmentOrderIds, items },
        ...{ feeIds: [], removed: [], exportedAt: null },
      };
      this.deliveries.push(intended);
      if (crash === 'after_intention') break;
      for (const { lineItemId, itemId, quantity } of items)
        for (let piece = 0; piece < quantity; piece++)
          this.site.push({ delivery: number, lineItemId, itemId, state: 'pending', fulfillment: null });
      if (crash === 'after_creation') break;
      intended.exportedAt = new Date(0);
    }
    return plan;
  }

  #passOn(passedOn: DeliveryPlan['passedOn']): void {
    for (const each of passedOn) {
      const own = this.deliveries.find(({ number }) => number === each.delivery);
      if (own) own.items = itemsPassedOn(own.items, each);
      for (let piece = 0; piece < each.quantity; piece++) {
        const unit = this.outstanding().find(
          ({ delivery, lineItemId }) => delivery === each.delivery && lineItemId === each.from,
        );
        if (!unit) throw new Error('What is passed on is not there.');
        unit.lineItemId = each.to;
      }
    }
  }

  #itemOf(lineItemId: string): string {
    const line = this.lines.find(({ id }) => id === lineItemId);
    return (line && itemIdOf(line, RULES.itemIdSource)) ?? '';
  }

  /** Puts pieces that came back to Shopify's order into a fulfillment order of their own. */
  reopen({
    choice,
    location,
    lineItemId,
    isShipped,
  }: Omit<Fulfillment, 'id' | 'isCancelled' | 'delivery'>): void {
    this.fulfillmentOrders.push({
      ...{ id: this.newId('FO'), choice, location, state: 'open', holds: [], opensAt: null },
      lines: [{ lineItemId, quantity: 1, isShipped }],
    });
  }
}

function piecesOf(fulfillments: readonly Fulfillment[]): FulfilledPieces[] {
  return fulfillments.flatMap(({ delivery, lineItemId }) =>
    delivery === null ? [] : [{ delivery, lineItemId, quantity: 1 }],
  );
}

/** How many pieces of each line fulfillment orders have left. */
export function leftIn(fulfillmentOrders: readonly FulfillmentOrder[], lineItemId: string): number {
  return fulfillmentOrders
    .filter(({ state }) => state !== 'over')
    .flatMap(({ lines }) => lines)
    .filter((line) => line.lineItemId === lineItemId)
    .reduce((sum, { quantity }) => sum + quantity, 0);
}
