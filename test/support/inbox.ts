/** The inbox over a real database, and events put where the app keeps them. */

import { randomUUID } from 'node:crypto';
import { createInbox, type EventSource, type Inbox } from '#app/features/inbox/index.ts';
import { EVENT, type EventState } from '#app/features/inbox/shape.ts';
import { createObstacles } from '#app/features/obstacles/index.ts';
import type { Cause } from '#app/platform/cause.ts';
import { type Clock, systemClock } from '#app/platform/clock.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { Prisma } from '#app/platform/database/generated/client.ts';
import { createLogger } from '#app/platform/log.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';

/** An inbox with the sources that a test knows. */
export function inboxUnderTest(
  database: Database,
  { sources = [], clock = systemClock }: { sources?: readonly EventSource[]; clock?: Clock } = {},
): Inbox {
  const obstacles = createObstacles(database, clock);
  return createInbox({ database, obstacles, clock, log: createLogger('silent'), sources });
}

interface KeptEvent extends Partial<Omit<Prisma.InboxEventCreateInput, 'failure'>> {
  shop: ShopDomain;
  state?: EventState;
  failure?: Cause;
}

/** Keeps an event in the state in which people see it, and returns its id. */
export async function keepEvent(database: Database, kept: KeptEvent): Promise<string> {
  const { state = 'waiting', failure, ...event } = kept;
  const isGivenUp = state === 'needs_attention';
  const { id } = await database.prisma.inboxEvent.create({
    data: {
      source: 'shopify',
      messageId: randomUUID(),
      topic: 'orders/create',
      ...event,
      state: isGivenUp ? 'waiting' : state,
      ...(failure && { failure: failure as unknown as Prisma.InputJsonObject }),
    },
  });
  if (isGivenUp) {
    await createObstacles(database, systemClock).raise(kept.shop, {
      subject: { kind: EVENT, id },
      source: EVENT,
      causes: [failure ?? { code: 'inbox_failed_inside' }],
      severity: 'warning',
      attempts: 10,
      remedies: ['retry', 'dismiss'],
    });
  }
  return id;
}
