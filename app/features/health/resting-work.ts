import { parseCauses } from '#app/features/obstacles/index.ts';
import type { Obstacle, ObstacleKey, Remedy, Subject } from '#app/features/obstacles/shape.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';

/** Work that rests by a state of its own row, as an obstacle: orders and events that no obstacle is raised for yet. */
export async function readRestingWork(
  { prisma }: Pick<Database, 'prisma'>,
  shop: ShopDomain,
): Promise<Obstacle[]> {
  const where = { shop, state: 'needs_attention' };
  const [promises, exports, intents, events] = await Promise.all([
    prisma.orderPromise.findMany({ where }),
    prisma.orderExport.findMany({ where }),
    prisma.fulfillmentIntent.findMany({ where }),
    prisma.inboxEvent.findMany({ where }),
  ]);
  return [
    ...promises.map((row) =>
      resting(
        { subject: order(row), source: 'promise' },
        codeOf(row),
        ['retry', 'dismiss'],
        row.resolvedAt ?? row.firstSeenAt,
      ),
    ),
    ...exports.map((row) =>
      resting(
        { subject: order(row), source: 'export' },
        row.reasonCauses,
        ['retry'],
        row.createdAt ?? UNKNOWN,
      ),
    ),
    ...intents.map((row) =>
      resting({ subject: order(row), source: 'comparison' }, row.reasonCauses, ['decide'], row.intendedAt),
    ),
    ...events.map((row) =>
      resting(
        { subject: { kind: 'event', id: row.id }, source: 'event' },
        codeOf(row),
        ['retry', 'dismiss'],
        row.receivedAt,
        row.attempts,
      ),
    ),
  ];
}

const UNKNOWN = new Date(0);

function order({ orderId }: { orderId: string }): Subject {
  return { kind: 'order', id: orderId };
}

function codeOf({ reasonCode }: { reasonCode: string | null }): unknown {
  return reasonCode && [{ code: reasonCode }];
}

function resting(
  key: ObstacleKey,
  causes: unknown,
  remedies: readonly Remedy[],
  since: Date,
  attempts = 0,
): Obstacle {
  return {
    ...key,
    causes: parseCauses(causes),
    severity: 'warning',
    attempts,
    remedies,
    since,
    seenAt: since,
  };
}
