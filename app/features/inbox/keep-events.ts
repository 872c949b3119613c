import type pg from 'pg';
import { createTimedUuids } from '#app/platform/crypto/uuid.ts';
import { isDataFault } from '#app/platform/database/data-fault.ts';
import type { InboxJob, ReadEvent } from './source.ts';

/** An event as it is kept: no body, no personal data. */
export interface ReceivedEvent extends ReadEvent {
  /** The name of its source. */
  readonly source: string;
  readonly shop: string;
  readonly messageId: string;
}

/**
 * Keeps an event and adds the job it asks for, in one statement: both are there, or neither.
 *
 * @param jobOf the job by the event's id; null for an event that is kept for the record only, which is done at once
 * @returns `repeated` when this event was kept before; its job is not added again
 * @throws when the database did not take it
 */
export type KeepEvent = (
  event: ReceivedEvent,
  jobOf: (eventId: string) => InboxJob | null,
) => Promise<'received' | 'repeated'>;

interface Arrival {
  row: object;
  id: string;
  received(outcome: 'received' | 'repeated'): void;
  failed(error: unknown): void;
}

const MOST_AT_ONCE = 100;

/**
 * Opens the door of the inbox. While one statement is under way, what arrives gathers for the next one: in a storm of events, a statement and its
 * commit are shared by as many as came in the meantime, and a lone event waits for nothing.
 */
export function createEventKeeper(pool: pg.Pool): KeepEvent {
  const newId = createTimedUuids();
  const gathered: Arrival[] = [];
  let isWriting = false;

  async function write(): Promise<void> {
    isWriting = true;
    while (gathered.length > 0) {
      const batch = gathered.splice(0, MOST_AT_ONCE);
      await keep(pool, batch).catch((error) => {
        // A database that is away: whoever waits is told at once, and sends again.
        for (const { failed } of [...batch, ...gathered.splice(0)]) failed(error);
      });
    }
    isWriting = false;
  }

  return (event, jobOf) =>
    new Promise((received, failed) => {
      const id = newId(new Date());
      gathered.push({ row: { ...event, id, job: jobOf(id) }, id, received, failed });
      if (!isWriting) void write();
    });
}

/**
 * What the database refuses for what it holds must not take the rest with it: halves find it.
 *
 * @throws when the database took none of it for another reason
 */
async function keep(pool: pg.Pool, batch: readonly Arrival[]): Promise<void> {
  try {
    const values = [JSON.stringify(batch.map(({ row }) => row))];
    const { rows } = await pool.query<{ id: string }>({ name: 'receive-events', text: RECEIVE, values });
    const kept = new Set(rows.map(({ id }) => id));
    for (const { id, received } of batch) received(kept.has(id) ? 'received' : 'repeated');
  } catch (error) {
    if (!isDataFault(error)) throw error;
    if (batch.length === 1) return batch[0]?.failed(error);
    const middle = batch.length >> 1;
    await keep(pool, batch.slice(0, middle));
    await keep(pool, batch.slice(middle));
  }
}

// Rows and jobs are taken in the order of their keys, so that processes that write the same ones do not wait for each other in a ring.
const RECEIVE = `
  with received as (
    select * from jsonb_to_recordset($1::jsonb) as event (
      id uuid, source text, shop text, "messageId" text, topic text, subject text, facts jsonb, "triggeredAt" timestamptz, job jsonb)
  ), kept as (
    insert into inbox_event (id, source, shop, message_id, topic, subject, facts, triggered_at, state, handled_at)
    select id, source, shop, "messageId", topic, subject, facts, "triggeredAt",
      case when job is null then 'done' else 'waiting' end, case when job is null then now() end
    from received order by source, shop, "messageId"
    on conflict (source, shop, message_id) do nothing
    returning id
  ), jobs as (
    select distinct on (job ->> 'key') job from received join kept using (id) where job is not null
  ), added as (
    select enqueue_jobs(jsonb_agg(job)) from jobs
  )
  select id, (select count(*) from added) from kept`;
