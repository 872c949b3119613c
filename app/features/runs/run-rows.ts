import { z } from 'zod';
import { hasObstacle, parseCauses } from '#app/features/obstacles/index.ts';
import type { Cause } from '#app/platform/cause.ts';
import { Prisma } from '#app/platform/database/generated/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { LIVE_STATES, RUN_SUBJECT, type RunState, statesFor } from './shape.ts';

/** A run whose next page is about to be read. */
export interface BegunRun {
  id: string;
  shop: ShopDomain;
  kind: string;
  parameters: unknown;
  /** Null when it has not begun. */
  cursor: unknown;
  step: number;
}

/** A run as it is when a page of it is written; nobody else changes it meanwhile. */
export interface HeldRun {
  state: RunState;
  startedBy: string;
  total: number | null;
  done: number;
  failed: number;
  counts: unknown;
  again: boolean;
  hasObstacle: boolean;
}

type Client = Pick<Prisma.TransactionClient, '$queryRaw' | '$executeRaw'>;

/** Begins a page. Null when it is not to be read: the run is paused or over, or another worker has written this page. */
export async function beginPage(
  client: Client,
  { runId, step }: { runId: string; step: number },
  now: Date,
): Promise<BegunRun | null> {
  const [run] = await client.$queryRaw<BegunRun[]>`
    update run set state = 'running', started_at = coalesce(started_at, ${now})
    where id = ${runId}::uuid and step = ${step} and state in (${Prisma.join(statesFor('begin'))})
    returning id::text, shop, kind, parameters, cursor, step`;
  return run ?? null;
}

/** Holds the run until the transaction ends. Null when it is over, or when another worker has written this page. */
export async function holdRun(
  transaction: Client,
  { id, step }: Pick<BegunRun, 'id' | 'step'>,
): Promise<HeldRun | null> {
  const obstacle = hasObstacle({
    shop: Prisma.sql`run.shop`,
    kind: RUN_SUBJECT,
    id: Prisma.sql`run.kind`,
  });
  const [run] = await transaction.$queryRaw<HeldRun[]>`
    select state, started_by as "startedBy", total, done, failed, counts, again, ${obstacle} as "hasObstacle"
    from run where id = ${id}::uuid and step = ${step} and state in (${Prisma.join([...LIVE_STATES])}) for update`;
  return run ?? null;
}

const counts = z.record(z.string(), z.number()).catch({});

/** Reads the numbers of outcomes by code as the JSON column keeps them. */
export function parseCounts(stored: unknown): Record<string, number> {
  return counts.parse(stored);
}

/** Reads causes as the JSON column keeps them; none is an empty list. */
export function parseRunCauses(stored: unknown): Cause[] {
  return Array.isArray(stored) && stored.length === 0 ? [] : [...parseCauses(stored)];
}
