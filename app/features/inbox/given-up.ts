import { hasObstacle } from '#app/features/obstacles/index.ts';
import { Prisma } from '#app/platform/database/generated/client.ts';
import { EVENT, type EventState } from './shape.ts';

/** A condition on a row of `inbox_event` that waits: it is not tried again by itself, and a person is asked. */
export const IS_GIVEN_UP = hasObstacle(
  { shop: Prisma.sql`inbox_event.shop`, kind: EVENT, id: Prisma.sql`inbox_event.id::text` },
  [EVENT],
);

/** The state of a row of `inbox_event`, as people see it. */
export const SHOWN_STATE = Prisma.sql`case
  when state = 'waiting' and ${IS_GIVEN_UP} then ${'needs_attention' satisfies EventState} else state end`;

/** A condition on a row of `inbox_event`: it is in this state, as people see it. */
export function isInState(state: EventState): Prisma.Sql {
  if (state === 'needs_attention') return Prisma.sql`state = 'waiting' and ${IS_GIVEN_UP}`;
  if (state === 'waiting') return Prisma.sql`state = 'waiting' and not ${IS_GIVEN_UP}`;
  return Prisma.sql`state = ${state}`;
}
