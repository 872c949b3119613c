import { ok, type Result } from 'neverthrow';
import { z } from 'zod';
import type { WorkFailure } from '#app/features/obstacles/index.ts';
import type { Cause } from '#app/platform/cause.ts';
import type { Prisma } from '#app/platform/database/generated/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { RunOutcome } from './shape.ts';

/** Why a page could not be done: a code with its parameters, and whether it may succeed later. */
export type RunFailure = WorkFailure & Pick<Cause, 'params'>;

/** Where a run begins. */
export interface RunBeginning<Cursor> {
  cursor: Cursor;
  /** How many records there are to do; null where nobody knows. */
  total: number | null;
}

/** A page to be read. */
export interface RunPage<Cursor> {
  shop: ShopDomain;
  runId: string;
  cursor: Cursor;
  /** Aborts when the process shuts down. */
  signal: AbortSignal;
}

/** What a page came to. */
export interface WrittenPage<Cursor> {
  /** Where the next page begins; null after the last one. */
  next: Cursor | null;
  /** How many records are done, apart from those that failed. */
  done: number;
  /** What a person may want to know of single records. Those that failed are counted as failed. */
  outcomes?: readonly RunOutcome[];
  /** How many records there are in all, once that is known or known better. */
  total?: number;
}

/** Writes what was read of a page, by nothing but the transaction: its rows, its outcomes and the next cursor appear together. */
export type WritePage<Cursor> = (transaction: Prisma.TransactionClient) => Promise<WrittenPage<Cursor>>;

/**
 * A kind of run. A page may be read more than once, also at the same time by two workers, and is written once: what `read` does to other
 * systems must bear repetition.
 */
export interface RunKind<Cursor = unknown> {
  /** Its name, such as `sweep_orders`. */
  readonly kind: string;
  /** The code of the cause that says in words what was given up. */
  readonly givenUpCode: string;
  /** The failures of `read` have obstacles of their own, raised by the kind: a run that was given up adds none to them. */
  readonly hasOwnObstacles?: boolean;
  /** How long one page may take to write, milliseconds; fifteen seconds when left out. */
  readonly writeTimeoutMs?: number;
  /** Reads a cursor as the database keeps it. */
  readonly cursor: z.ZodType<Cursor>;
  /** Finds where a run begins. Changes nothing. Null where there is nothing to do, and then the run is done. */
  start(run: {
    shop: ShopDomain;
    parameters: unknown;
  }): Promise<Result<RunBeginning<Cursor> | null, RunFailure>>;
  /** Reads a page, outside any transaction: whatever other systems are asked or told. Gives back what writes it. */
  read(page: RunPage<Cursor>): Promise<Result<WritePage<Cursor>, RunFailure>>;
}

/** A kind whose runs are one piece of work, which has no pages and keeps its own records. */
export function onePageRun(
  named: Pick<RunKind, 'kind' | 'givenUpCode' | 'hasOwnObstacles'>,
  work: (shop: ShopDomain) => Promise<Result<unknown, RunFailure>>,
): RunKind<null> {
  return {
    ...named,
    cursor: z.null(),
    start: async () => ok({ cursor: null, total: null }),
    read: async ({ shop }) => {
      const outcome = await work(shop);
      return outcome.map(() => async () => ({ next: null, done: 0 }));
    },
  };
}
