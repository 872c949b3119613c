import { err, ok } from 'neverthrow';
import type pg from 'pg';
import { z } from 'zod';
import type { RunFailure, RunKind } from '#app/features/runs/index.ts';
import type { Prisma } from '#app/platform/database/generated/client.ts';

/** What a page of {@link countingKind} does besides counting. */
export interface CountingHooks {
  read?(from: number): Promise<RunFailure | undefined>;
  write?(transaction: Prisma.TransactionClient, from: number): Promise<void>;
}

export const PAGE = 10;

/** A table that each record of a run is written to, as often as it is done. */
export async function createCounted(pool: pg.Pool): Promise<void> {
  await pool.query('create table counted (run_id uuid not null, number int not null)');
}

/** A kind whose records are the numbers below `count`, ten a page; those that end on 7 fail. */
export function countingKind(count: number, { read, write }: CountingHooks = {}): RunKind<number> {
  return {
    kind: 'count',
    givenUpCode: 'count_given_up',
    cursor: z.number(),
    start: async () => ok({ cursor: 0, total: count }),
    async read({ cursor: from, runId }) {
      const failure = await read?.(from);
      if (failure) return err(failure);
      const numbers = Array.from({ length: Math.min(PAGE, count - from) }, (_, place) => from + place);
      return ok(async (transaction) => {
        for (const number of numbers)
          await transaction.$executeRaw`insert into counted values (${runId}::uuid, ${number})`;
        await write?.(transaction, from);
        const next = from + PAGE < count ? from + PAGE : null;
        const failing = numbers.filter((number) => number % 10 === 7);
        const outcomes = numbers.map((number) => ({
          subject: String(number),
          cause: { code: number % 10 === 7 ? 'number_refused' : 'number_counted' },
          hasFailed: number % 10 === 7,
        }));
        return { next, done: numbers.length - failing.length, outcomes };
      });
    },
  };
}
