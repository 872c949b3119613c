import type { Database } from '#app/platform/database/client.ts';
import { Prisma } from '#app/platform/database/generated/client.ts';
import { type Page, readPage } from '#app/platform/database/read-page.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { JobRun, RunFilters, RunState } from './types.ts';

/** No job of a shop runs for so long: a run that is older and has no end was cut off with its process. */
const STOPPED_AFTER_MS = 60 * 60_000;

/** The jobs that ran for the shop, newest first; see `readPage` for the cursor. */
export async function readRuns(
  { prisma }: Pick<Database, 'prisma'>,
  shop: ShopDomain,
  { task, state }: RunFilters,
  now: Date,
  cursor?: string,
): Promise<Page<JobRun>> {
  const stoppedBefore = new Date(now.getTime() - STOPPED_AFTER_MS);
  const shownState = Prisma.sql`case when state = 'running' and started_at < ${stoppedBefore} then 'stopped' else state end`;
  const page = await readPage<RunRow>(
    prisma,
    {
      columns: Prisma.sql`id, task, ${shownState} as state, started_at as "startedAt", finished_at as "finishedAt", reason`,
      from: Prisma.sql`job_run`,
      conditions: [
        Prisma.sql`shop = ${shop}`,
        ...(task ? [Prisma.sql`task = ${task}`] : []),
        ...(state ? [Prisma.sql`${shownState} = ${state}`] : []),
      ],
      at: Prisma.sql`started_at`,
      id: Prisma.sql`id`,
    },
    cursor,
  );
  return { ...page, items: page.items.map(toRun) };
}

interface RunRow {
  id: string;
  task: string;
  state: RunState;
  startedAt: Date;
  finishedAt: Date | null;
  reason: string | null;
}

function toRun({ id, task, state, startedAt, finishedAt, reason }: RunRow): JobRun {
  return {
    id,
    task,
    state,
    startedAt: startedAt.toISOString(),
    durationMs: finishedAt ? finishedAt.getTime() - startedAt.getTime() : undefined,
    reason: reason ?? undefined,
  };
}
