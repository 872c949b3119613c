import type pg from 'pg';
import { createTimedUuids } from '../crypto/uuid.ts';
import { isDataFault } from '../database/data-fault.ts';

/** An event as it arrived, reduced to what may be kept: no body, no personal data. */
export interface ReceivedEvent {
  /** Who sent it, such as `shopify`. */
  readonly source: string;
  readonly shop: string;
  /** The sender's own id of the delivery: repeats of one event carry the same. */
  readonly messageId: string;
  readonly topic: string;
  /** The id of what the event is about. */
  readonly subject: string | null;
  /** What cannot be read again at the source. */
  readonly facts: object;
  /** When it happened, by the sender's clock. */
  readonly triggeredAt: Date | null;
}

/** The job that an event asks for. */
export interface InboxJob {
  readonly task: string;
  /** At most one waiting job has this key: events that ask for the same job share it, and the last one's time counts. */
  readonly key: string;
  readonly payload: object;
  /** Not before so long after the event was received, milliseconds; at once when left out. */
  readonly delayMs?: number;
}

/** Takes in what other systems tell. */
export interface Inbox {
  /**
   * Keeps an event and adds the job it asks for, in one statement: both are there, or neither.
   *
   * @param jobOf the job by the event's id; null for an event that is kept for the record only, which is done at once
   * @returns `repeated` when this event was kept before; its job is not added again
   * @throws when the database did not take it
   */
  receive(
    event: ReceivedEvent,
    jobOf: (eventId: string) => InboxJob | null,
  ): Promise<'received' | 'repeated'>;
}

interface Arrival {
  row: object;
  id: string;
  received(outcome: 'received' | 'repeated'): void;
  failed(error: unknown): void;
}

const MOST_AT_ONCE = 100;

/**
 * Opens the inbox. While one statement is under way, what arrives gathers for the next one: in a storm of events, a statement and its
 * commit are shared by as many as came in the meantime, and a lone event waits for nothing.
 */
export function openInbox(pool: pg.Pool): Inbox {
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

  return {
    receive: (event, jobOf) =>
      new Promise((received, failed) => {
        const id = newId(new Date());
        gathered.push({ row: { ...event, id, job: jobOf(id) }, id, received, failed });
        if (!isWriting) void write();
      }),
  };
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

/** The job of an event that is handled by itself: its payload is `{eventId}`. */
export function eventJob(task: string, eventId: string): InboxJob {
  return { task, key: eventJobKey(eventId), payload: { eventId } };
}

/** The key of an event's job. */
export function eventJobKey(eventId: string): string {
  return `event:${eventId}`;
}

/**
 * Adds a job for every event of the source that has waited since before `before` and has none in the queue: its job was removed or used
 * up. For events that have a job each; see {@link eventJob}.
 *
 * @returns how many events there were
 */
export async function requeueStrandedEvents(
  pool: pg.Pool,
  { source, task, before }: { source: string; task: string; before: Date },
): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(REQUEUE, [task, before, source]);
  return rows[0]?.count ?? 0;
}

const EVENT_JOBS = `enqueue_jobs(jsonb_agg(jsonb_build_object(
  'task', $1::text, 'key', 'event:' || id, 'payload', jsonb_build_object('eventId', id))))`;

const REQUEUE = `
  select ${EVENT_JOBS} as count from inbox_event
  where source = $3 and state = 'waiting' and received_at < $2 and not has_job('event:' || id)`;

/**
 * Makes events of the shop that rest as `needs_attention` wait again, with all their attempts, and adds a job for each, in one
 * statement. Events in another state are left alone.
 *
 * @returns how many there were
 */
export async function retryRestingEvents(
  pool: pg.Pool,
  task: string,
  shop: string,
  ids: readonly string[],
): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(RETRY, [task, shop, [...ids]]);
  return rows[0]?.count ?? 0;
}

const RETRY = `
  with waiting as (
    update inbox_event set state = 'waiting', attempts = 0, reason = null, reason_code = null
    where shop = $2 and id = any($3::uuid[]) and state = 'needs_attention'
    returning id
  )
  select ${EVENT_JOBS} as count from waiting`;
