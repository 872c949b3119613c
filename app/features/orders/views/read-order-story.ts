import { z } from 'zod';
import type { Obstacles } from '#app/features/obstacles/index.ts';
import { parseQuoteId } from '#app/features/promise/index.ts';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import type { Clock } from '#app/platform/clock.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { ResolvedGroup } from '../promise/types.ts';
import {
  type ExportState,
  type OrderState,
  orderSubject,
  type PromiseState,
  SYNCHRONIZATION_SOURCES,
} from '../shape.ts';
import { arrivalOf, instantOf } from './arrival-window.ts';
import { backOfficeUrl } from './back-office-url.ts';
import { cancelledParcels } from './cancelled-parcels.ts';
import { deliveryViews, keptDelivery } from './delivery-views.ts';
import { groupsBeforeSent } from './groups-before-sent.ts';
import { readWork } from './read-work.ts';
import { sentAgainAs } from './sent-again.ts';
import { decisionsOf, exportPart, fulfilmentPart, obstaclePart, piecesOfLines } from './story-parts.ts';
import { isAllTakenOut, type NoteRow, standingHolds, timelineOf } from './timeline.ts';
import type { ObstacleView, OrderStory, PromiseView } from './types.ts';

export interface StoryDependencies {
  database: Pick<Database, 'prisma'>;
  obstacles: Pick<Obstacles, 'of'>;
  clock: Clock;
}

/** All that is kept of an order of the shop, or null when nothing is. Asks no outside system. */
export async function readOrderStory(
  dependencies: StoryDependencies,
  shop: ShopDomain,
  orderId: OrderId,
): Promise<OrderStory | null> {
  const { prisma } = dependencies.database;
  const where = { shop_orderId: { shop, orderId } };
  const ofOrder = { shop, orderId };
  const [promise, exported, deliveryRows, found, intents, noteRows, connection, work] = await Promise.all([
    prisma.orderPromise.findUnique({ where }),
    prisma.orderExport.findUnique({ where }),
    prisma.orderDelivery.findMany({ where: ofOrder, orderBy: { number: 'asc' } }),
    dependencies.obstacles.of(shop, orderSubject(orderId)),
    prisma.fulfillmentIntent.findMany({
      where: ofOrder,
      orderBy: [{ intendedAt: 'asc' }, { id: 'asc' }],
    }),
    prisma.orderNote.findMany({ where: ofOrder, orderBy: [{ at: 'desc' }, { id: 'desc' }] }),
    prisma.oneStockConnection.findUnique({ where: { shop }, select: { host: true, siteId: true } }),
    readWork(dependencies, shop, orderId),
  ]);
  if (!promise) return null;
  // Only the resolution of promises writes the groups.
  const groups = promise.groups as unknown as ResolvedGroup[];
  const notes: NoteRow[] = noteRows.map((row) => ({ ...row, facts: asRecord(row.facts) }));
  const obstacles = found.map(obstaclePart);
  const urlOf = (id: string) => (connection ? backOfficeUrl(connection, id) : undefined);
  const kept = deliveryRows.map(keptDelivery);
  const deliveries = deliveryViews(deliveryRows, { kept, groups, notes, urlOf });
  const fulfilled = intents.map((intent) => ({ ...intent, lines: piecesOfLines.parse(intent.lines) }));
  const items = kept.flatMap((delivery) => delivery.items);
  const cancelled = cancelledParcels(fulfilled, items, notes);
  return {
    orderId,
    orderName: promise.orderName ?? undefined,
    seenAt: promise.firstSeenAt.toISOString(),
    state: stateOf(exported, obstacles, notes),
    // Only the resolution of promises writes it.
    promiseState: promise.state as PromiseState,
    obstacles,
    promises: await promisesOf(dependencies.database, shop, groups),
    export: exported && exportPart(exported, deliveries),
    fulfilments: intents.map((intent) => fulfilmentPart(intent, obstacles, cancelled.get(intent.id))),
    holds: standingHolds(notes).map(({ at, ...hold }) => ({
      ...{ ...hold, since: at.toISOString() },
      sentAgainAs: sentAgainAs({ ...hold, at }, kept, notes),
    })),
    timeline: timelineOf({ ...promise, groups: groupsBeforeSent(groups, kept) }, notes, obstacles),
    decisions: decisionsOf(obstacles),
    work,
  };
}

/** The list says `waiting` of an order that comes next. Here what comes next is told apart. */
function stateOf(
  exported: { state: string } | null,
  obstacles: readonly ObstacleView[],
  notes: readonly NoteRow[],
): OrderState {
  if (obstacles.some(({ source }) => SYNCHRONIZATION_SOURCES.some((each) => each === source)))
    return 'needs_attention';
  if (isAllTakenOut(notes)) return 'cancelled';
  // Only the export and the comparison write it.
  return (exported?.state as ExportState | undefined) ?? 'not_sent';
}

async function promisesOf(
  { prisma }: Pick<Database, 'prisma'>,
  shop: ShopDomain,
  groups: readonly ResolvedGroup[],
): Promise<PromiseView[]> {
  const callbackOf = ({ quoteId }: ResolvedGroup) => quoteId && parseQuoteId(quoteId)?.callbackId;
  const ids = groups.flatMap((group) => callbackOf(group) || []);
  const traces = await prisma.callback.findMany({ where: { shop, id: { in: ids } }, select: { id: true } });
  const kept = new Set(traces.map(({ id }) => id));
  return groups.map((group) => {
    const { source, code, endpointId, promise, notCounted } = group;
    const callbackId = callbackOf(group);
    return {
      source,
      code: code ?? undefined,
      endpointId: endpointId ?? undefined,
      arrival: promise ? arrivalOf(promise) : undefined,
      cutoff: promise ? instantOf(promise.cutoff) : undefined,
      causes: notCounted && [notCounted],
      callbackId: callbackId && kept.has(callbackId) ? callbackId : undefined,
    };
  });
}

function asRecord(json: unknown): Record<string, unknown> {
  return z.record(z.string(), z.unknown()).catch({}).parse(json);
}
