import { z } from 'zod';
import { MOST_ATTEMPTS, parseCauses } from '#app/features/obstacles/index.ts';
import type { Cause } from '#app/platform/cause.ts';
import { Prisma } from '#app/platform/database/generated/client.ts';
import { SHOWN_STATE } from './given-up.ts';
import type { EventState } from './shape.ts';
import type { EventSummary } from './types.ts';

export const EVENT_COLUMNS = Prisma.sql`id, source, topic, subject, received_at as "receivedAt", ${SHOWN_STATE} as state, attempts, failure`;

/** A row of the inbox; its state is the one that people see. */
export interface EventRow {
  id: string;
  source: string;
  topic: string;
  subject: string | null;
  receivedAt: Date;
  state: EventState;
  attempts: number;
  failure: unknown;
}

export function toEventSummary(row: EventRow): EventSummary {
  return {
    id: row.id,
    source: row.source,
    topic: row.topic,
    subject: row.subject ?? undefined,
    receivedAt: row.receivedAt.toISOString(),
    state: row.state,
    attempts: row.attempts,
    failure: parseFailure(row.failure),
    gaveUpAfter: hasGivenUp(row) ? MOST_ATTEMPTS : undefined,
  };
}

/** A dismissed event keeps why it needed attention. An event whose worker was killed each time counts one attempt more. */
function hasGivenUp({ state, attempts }: EventRow): boolean {
  return (state === 'needs_attention' || state === 'dismissed') && attempts >= MOST_ATTEMPTS;
}

const facts = z.record(z.string(), z.unknown()).catch({});

/** Reads the facts of an event as the column keeps them: an object, whatever it holds. What a topic's facts are is known to its handler. */
export function parseFacts(stored: unknown): Record<string, unknown> {
  return facts.parse(stored);
}

function parseFailure(stored: unknown): Cause | undefined {
  return stored === null ? undefined : parseCauses([stored])[0];
}
