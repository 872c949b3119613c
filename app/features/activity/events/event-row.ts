import { Prisma } from '#app/platform/database/generated/client.ts';
import { MOST_ATTEMPTS } from '../handle-inbox-event.ts';
import type { EventState, EventSummary } from './types.ts';

export const EVENT_COLUMNS = Prisma.sql`id, source, topic, subject, received_at as "receivedAt", state, attempts, reason,
  reason_code as "reasonCode"`;

/** A row of the inbox; its state is one that the inbox writes. */
export interface EventRow {
  id: string;
  source: string;
  topic: string;
  subject: string | null;
  receivedAt: Date;
  state: string;
  attempts: number;
  reason: string | null;
  reasonCode: string | null;
}

export function toEventSummary(row: EventRow): EventSummary {
  return {
    id: row.id,
    source: row.source,
    topic: row.topic,
    subject: row.subject ?? undefined,
    receivedAt: row.receivedAt.toISOString(),
    state: row.state as EventState,
    attempts: row.attempts,
    reason: row.reason ?? undefined,
    reasonCode: row.reasonCode ?? undefined,
    gaveUpAfter: hasGivenUp(row) ? MOST_ATTEMPTS : undefined,
  };
}

/** A dismissed event keeps why it needed attention. An event whose worker was killed each time counts one attempt more. */
function hasGivenUp({ state, attempts }: EventRow): boolean {
  return (state === 'needs_attention' || state === 'dismissed') && attempts >= MOST_ATTEMPTS;
}
