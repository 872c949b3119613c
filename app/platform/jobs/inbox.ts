import type pg from 'pg';

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

/**
 * Keeps an event and adds its job, in one statement: both are there, or neither. The job's payload is `{eventId}`.
 *
 * @returns `repeated` when this event was kept before; its job is not added again
 */
export async function receiveEvent(
  pool: pg.Pool,
  event: ReceivedEvent,
  task: string,
): Promise<'received' | 'repeated'> {
  const { rowCount } = await pool.query({
    name: 'receive-event',
    text: RECEIVE,
    values: valuesOf(event, task),
  });
  return rowCount === 1 ? 'received' : 'repeated';
}

const RECEIVE = `
  with kept as (
    insert into inbox_event (source, shop, message_id, topic, subject, facts, triggered_at)
    values ($1, $2, $3, $4, $5, $6::jsonb, $7::timestamptz)
    on conflict (source, shop, message_id) do nothing
    returning id
  )
  select graphile_worker.add_job($8::text, json_build_object('eventId', id), job_key => 'event:' || id) from kept`;

function valuesOf(event: ReceivedEvent, task: string): unknown[] {
  const { source, shop, messageId, topic, subject, facts, triggeredAt } = event;
  return [source, shop, messageId, topic, subject, JSON.stringify(facts), triggeredAt, task];
}

/**
 * Adds a job for every event that has waited since before `before` and has none in the queue: its job was removed or used up.
 *
 * @returns how many events there were
 */
export async function requeueStrandedEvents(pool: pg.Pool, task: string, before: Date): Promise<number> {
  const { rowCount } = await pool.query(REQUEUE, [task, before]);
  return rowCount ?? 0;
}

const REQUEUE = `
  select graphile_worker.add_job($1::text, json_build_object('eventId', id), job_key => 'event:' || id)
  from inbox_event
  where state = 'waiting' and received_at < $2 and not exists (
    select from graphile_worker.jobs
    where key = 'event:' || inbox_event.id and (attempts < max_attempts or locked_at is not null))`;

/** The key of an event's job. */
export function eventJobKey(eventId: string): string {
  return `event:${eventId}`;
}

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
  const { rowCount } = await pool.query(RETRY, [task, shop, [...ids]]);
  return rowCount ?? 0;
}

const RETRY = `
  with waiting as (
    update inbox_event set state = 'waiting', attempts = 0, reason = null
    where shop = $2 and id = any($3::uuid[]) and state = 'needs_attention'
    returning id
  )
  select graphile_worker.add_job($1::text, json_build_object('eventId', id), job_key => 'event:' || id) from waiting`;
