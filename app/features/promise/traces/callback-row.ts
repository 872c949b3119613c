import { Prisma } from '#app/platform/database/generated/client.ts';
import type { CallbackStory, CallbackSummary } from './types.ts';

/** A trace and what it shares with alike ones. */
export const TRACES = Prisma.sql`callback join rate_answer answer on answer.id = callback.answer_id`;

export const SUMMARY_COLUMNS = Prisma.sql`callback.id, callback.received_at, callback.duration_ms, callback.phases_ms, answer.country,
  answer.postal_prefix, answer.rung, answer.status, answer.rate_count, answer.failure`;

/** The JSON columns hold what the checkout wrote in these very shapes. */
export interface CallbackRow {
  id: string;
  received_at: Date;
  duration_ms: number;
  phases_ms: CallbackSummary['phasesMs'];
  country: string | null;
  postal_prefix: string | null;
  rung: CallbackSummary['rung'];
  status: number;
  rate_count: number;
  failure: CallbackStory['failure'] | null;
}

export function toSummary(row: CallbackRow): CallbackSummary {
  return {
    id: row.id,
    receivedAt: row.received_at.toISOString(),
    country: row.country ?? undefined,
    postalPrefix: row.postal_prefix || undefined,
    rung: row.rung,
    status: row.status,
    durationMs: row.duration_ms,
    phasesMs: row.phases_ms,
    rateCount: row.rate_count,
    failure: row.failure ?? undefined,
  };
}
