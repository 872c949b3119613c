import { err, ok, type Result } from 'neverthrow';
import { causesJson } from '#app/features/obstacles/index.ts';
import type { AdminClient } from '#app/gateways/shopify/admin-client.ts';
import { sha256Hex } from '#app/platform/crypto/index.ts';
import { listed } from '../convergence/listed-pieces.ts';
import { enqueueConvergence } from '../convergence/onestock-events/converge-job.ts';
import { piecesToFulfil } from '../convergence/plan-fulfilments.ts';
import { amountIn, amountsOf, subtractAmounts } from '../deliveries/line-amounts.ts';
import { neverAskedOf } from '../deliveries/never-asked.ts';
import { leftOfDelivery } from '../deliveries/outstanding.ts';
import type { KnownDelivery } from '../deliveries/types.ts';
import type { KnownExport } from '../known-order.ts';
import type { OrderCause, OrderError } from '../shape.ts';
import { goneSince } from './changes-since.ts';
import { type ComparedFacts, compareUnits, countOf, type Due, isClear } from './compare-units.ts';
import type { ExportRun } from './export-run.ts';
import { keepRemovals } from './follow-record.ts';
import type { OneStockReads } from './one-stock-reads.ts';
import { type OtherSide, readOtherSide } from './read-other-side.ts';
import { sayAstray } from './say-astray.ts';
import { settleRemovals } from './settle-removals.ts';
import { takeOutUnits } from './take-out-units.ts';
import type { ShopOrder } from './types.ts';
import { type UnitsToCome, unitsToCome } from './units-to-come.ts';
import { whatDiffers } from './what-differs.ts';
import { fulfilledByOthers, itemsByHand, partOfOneStock, whySurplus } from './why-surplus.ts';

/**
 * Compares what OneStock is still to send of an order with what Shopify waits for. What Shopify's order no longer has, and by a setting what others
 * fulfilled, is taken out of OneStock; what it does not let go, and what is held, moved or to come in another way by now, is for a person. Neither
 * system is asked anything where what is kept of the order accounts for all that is asked for.
 *
 * @returns what differs; null where it cannot be told, as the shop has no OneStock account
 */
export async function followUnits(
  run: ExportRun,
  client: AdminClient,
  oneStock: OneStockReads,
  order: ShopOrder,
  { deliveries: all, fulfilled }: KnownExport,
): Promise<Result<OrderCause[] | null, OrderError>> {
  const { settings, itemIdSource } = run.plan;
  const deliveries = all.filter(({ exportedAt }) => exportedAt !== null);
  const { excludedLocations } = settings;
  const neverAsked = neverAskedOf(order.lines, deliveries);
  const facts = { order, deliveries, itemIdSource, excludedLocations, neverAsked };
  const asked = deliveries.flatMap((delivery) =>
    leftOfDelivery(delivery, fulfilled).flatMap(({ lineItemId, quantity }) => {
      const itemId = delivery.items.find((item) => item.lineItemId === lineItemId)?.itemId;
      return itemId ? [{ delivery: delivery.number, itemId, lineItemId, quantity }] : [];
    }),
  );
  const suspected = compareUnits(asked, [], facts);
  if (isClear(suspected)) return ok([]);
  const other = await readOtherSide(run, client, oneStock, deliveries);
  if (other.isErr()) return err(other.error);
  if (other.value === 'no_account') return ok(null);
  if (other.value === null) return ok([]);
  return compare(run, oneStock, facts, other.value, suspected.surplus);
}

async function compare(
  run: ExportRun,
  oneStock: OneStockReads,
  facts: ComparedFacts & { order: ShopOrder },
  other: OtherSide,
  lost: readonly (Due & { lineItemId: string })[],
): Promise<Result<OrderCause[] | null, OrderError>> {
  const { order, deliveries } = facts;
  const { followRemovals, fulfilledByHand } = run.plan.settings;
  const due = unitsToCome(other.deliveries, other.settings);
  const byOthers = fulfilledByOthers(other, firstSent(deliveries));
  const waiting = subtractAmounts(facts.neverAsked, byOthers.before);
  const { astray, surplus, aside } = compareUnits(due, piecesToFulfil(other), {
    ...facts,
    neverAsked: waiting,
  });
  const lines = order.lines.map((line) => partOfOneStock(line, { ...facts, aside, byOthers }));
  const gone = goneSince(deliveries, lines);
  const byHand = itemsByHand(lines, deliveries);
  const why = whySurplus(surplus, gone, byHand);
  const toTakeOut = [
    ...(followRemovals === 'remove' ? why.gone : []),
    ...(fulfilledByHand === 'remove' ? why.byHand : []),
  ];
  const account = await oneStock.account();
  if (account === null) return ok(null);
  const out = await takeOutUnits(run, account, toTakeOut, deliveries);
  if (out.isErr()) return err(out.error);
  const { taken } = out.value;
  const isTaken = (units: UnitsToCome) => taken.includes(units);
  const remaining = [...why.gone, ...why.byHand].filter((units) => !isTaken(units));
  const explained = [...gone, ...byHand];
  await settle(run, deliveries, settleRemovals(other, deliveries, { lost, explained, remaining, taken }));
  const nameOf = namesOf(deliveries);
  const left = (units: readonly UnitsToCome[]) =>
    named(
      units.filter((each) => !isTaken(each)),
      nameOf,
    );
  return ok([
    ...whatDiffers(left(why.gone), order),
    ...pieceCause('fulfilled_by_hand', left(why.byHand)),
    ...pieceCause('no_longer_shown', left(why.unseen)),
    ...sayAstray(astray, order, nameOf),
  ]);
}

function firstSent(deliveries: readonly KnownDelivery[]): Date {
  return new Date(
    Math.min(...deliveries.map(({ exportedAt }) => exportedAt?.getTime() ?? Number.POSITIVE_INFINITY)),
  );
}

/** Keeps what is to come in neither system any more. A hold that was put on it meanwhile is lifted by the next comparison. */
async function settle(
  run: ExportRun,
  deliveries: readonly KnownDelivery[],
  removals: ReturnType<typeof settleRemovals>,
): Promise<void> {
  if (removals.length === 0) return;
  const { shop, clock, jobs, visit } = run;
  const pieces = removals.flatMap(({ number, removed }) => {
    const { items = [], removed: before = [] } = deliveries.find((each) => each.number === number) ?? {};
    return items.map((item) => ({
      itemId: item.sku ?? item.title ?? item.itemId,
      quantity: amountIn(amountsOf(removed), item.lineItemId) - amountIn(amountsOf(before), item.lineItemId),
    }));
  });
  const causes = [
    {
      code: 'no_longer_prepared',
      params: { pieces: listed(pieces.filter(({ quantity }) => quantity > 0)) },
    },
  ] as const satisfies OrderCause[];
  await keepRemovals(run, removals, {
    at: clock.now(),
    kind: 'taken_out',
    facts: { causes: causesJson(causes) },
    key: `taken_out:${sha256Hex(JSON.stringify(removals))}`,
  });
  visit.changed();
  for (const { number, oneStockOrderId } of deliveries)
    if (removals.some((each) => each.number === number))
      await enqueueConvergence(jobs, { shop, oneStockOrderId }, clock.now());
}

function namesOf(deliveries: readonly KnownDelivery[]): (itemId: string) => string {
  const names = new Map(
    deliveries.flatMap(({ items }) =>
      items.map(({ itemId, sku, title }) => [itemId, sku ?? title ?? itemId] as const),
    ),
  );
  return (itemId) => names.get(itemId) ?? itemId;
}

/** Units by item, under the name by which the merchant knows it. */
function named(units: readonly Due[], nameOf: (itemId: string) => string) {
  return [...new Set(units.map(({ itemId }) => itemId))].map((itemId) => ({
    name: nameOf(itemId),
    quantity: countOf(units, itemId),
  }));
}

function pieceCause(
  code: 'fulfilled_by_hand' | 'no_longer_shown',
  pieces: readonly { name: string; quantity: number }[],
): OrderCause[] {
  if (pieces.length === 0) return [];
  return [
    { code, params: { pieces: listed(pieces.map(({ name, quantity }) => ({ itemId: name, quantity }))) } },
  ];
}
