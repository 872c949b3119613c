import type pg from 'pg';
import { readDeliveryOptions } from '#app/gateways/onestock/index.ts';
import type { Logger } from '#app/platform/log.ts';
import type { KnownAnswer } from './known-answer.ts';

/** A look-up that takes longer is given up: the answer must not wait for the database. */
const PATIENCE_MS = 30;
/** After a look-up was given up, the next ones are left out for this long. */
const PAUSE_MS = 1000;
/** Writes under way at once; beyond that an answer stays in this process alone. */
const MOST_WRITES = 20;

/** What OneStock said, shared between processes through the table `promise_cache`. */
export interface SharedAnswers {
  /** The answer, fresh or not, that any process kept under this key; null when there is none, or none in time. */
  find(key: string): Promise<KnownAnswer | null>;
  /** Keeps an answer for the other processes, in the background; a newer one stays. */
  keep(shop: string, key: string, answer: KnownAnswer): void;
}

interface Row {
  answered_at: Date;
  fresh_until: Date;
  usable_until: Date;
  options: unknown;
  request_id: string | null;
}

const FIND = `
  select answered_at, fresh_until, usable_until, options, request_id from promise_cache where key = $1`;

const KEEP = `
  insert into promise_cache as kept (key, shop, answered_at, fresh_until, usable_until, options, request_id)
  values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (key) do update set
    answered_at = excluded.answered_at, fresh_until = excluded.fresh_until,
    usable_until = excluded.usable_until, options = excluded.options, request_id = excluded.request_id
  where kept.answered_at < excluded.answered_at`;

export function createSharedAnswers({ pool, log }: { pool: pg.Pool; log: Logger }): SharedAnswers {
  let pausedUntil = 0;
  let writes = 0;

  return {
    async find(key) {
      if (performance.now() < pausedUntil) return null;
      const found = pool.query<Row>({ name: 'find-answer', text: FIND, values: [key] }).catch(() => null);
      const answer = await Promise.race([found, after(PATIENCE_MS)]);
      if (answer === 'late' || answer === null) {
        pausedUntil = performance.now() + PAUSE_MS;
        return null;
      }
      const [row] = answer.rows;
      return row ? toAnswer(row) : null;
    },
    keep(shop, key, answer) {
      if (writes >= MOST_WRITES) return;
      writes++;
      const options = JSON.stringify(answer.promises.map(({ option }) => option));
      const times = [answer.answeredAt, answer.freshUntil, answer.usableUntil];
      pool
        .query({ name: 'keep-answer', text: KEEP, values: [key, shop, ...times, options, answer.requestId] })
        .catch((error: Error) =>
          log.warn({ err: error, shop }, 'an answer is not shared with other processes'),
        )
        .finally(() => writes--);
    },
  };
}

function toAnswer(row: Row): KnownAnswer | null {
  const promises = readDeliveryOptions(row.options);
  if (promises === null) return null;
  return {
    promises,
    requestId: row.request_id,
    answeredAt: row.answered_at,
    freshUntil: row.fresh_until,
    usableUntil: row.usable_until,
  };
}

function after(milliseconds: number): Promise<'late'> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds, 'late'));
}
