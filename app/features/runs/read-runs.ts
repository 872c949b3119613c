import type { Cause } from '#app/platform/cause.ts';
import type { Database } from '#app/platform/database/client.ts';
import { Prisma } from '#app/platform/database/generated/client.ts';
import { type Page, readPage } from '#app/platform/database/read-page.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { parseCounts, parseRunCauses } from './run-rows.ts';
import {
  type RunFilters,
  type RunStarter,
  type RunState,
  type RunStory,
  type RunSummary,
  SHOWN_OUTCOMES,
} from './shape.ts';

type Reading = Pick<Database, 'prisma'>;

/** The runs of the shop, those asked for last first; see `readPage` for the cursor. */
export async function readRuns(
  { prisma }: Reading,
  shop: ShopDomain,
  { kind, state }: RunFilters,
  cursor?: string,
): Promise<Page<RunSummary>> {
  const page = await readPage<RunRow>(
    prisma,
    {
      columns: Prisma.sql`id::text, kind, state, started_by as "startedBy", total, done, failed, causes, asked_at as "askedAt",
        started_at as "startedAt", finished_at as "finishedAt"`,
      from: Prisma.sql`run`,
      conditions: [
        Prisma.sql`shop = ${shop}`,
        ...(kind ? [Prisma.sql`kind = ${kind}`] : []),
        ...(state ? [Prisma.sql`state = ${state}`] : []),
      ],
      at: Prisma.sql`asked_at`,
      id: Prisma.sql`id`,
    },
    cursor,
  );
  return { ...page, items: page.items.map(toSummary) };
}

/** A run of the shop with the last outcomes of its records, or null. */
export async function readRun({ prisma }: Reading, shop: ShopDomain, id: string): Promise<RunStory | null> {
  const run = await prisma.run.findFirst({
    where: { id, shop },
    include: { outcomes: { orderBy: { number: 'desc' }, take: SHOWN_OUTCOMES } },
  });
  if (!run) return null;
  return {
    ...toSummary(run as RunRow),
    counts: parseCounts(run.counts),
    outcomes: run.outcomes.map(({ subject, code, params, hasFailed }) => ({
      subject,
      // Only `writePage` writes them.
      cause: { code, params: params as NonNullable<Cause['params']> },
      hasFailed,
    })),
  };
}

interface RunRow {
  id: string;
  kind: string;
  state: RunState;
  startedBy: RunStarter;
  total: number | null;
  done: number;
  failed: number;
  causes: unknown;
  askedAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
}

function toSummary(row: RunRow): RunSummary {
  const { id, kind, state, startedBy, total, done, failed, causes, askedAt, startedAt, finishedAt } = row;
  return {
    id,
    kind,
    state,
    startedBy,
    total,
    done,
    failed,
    causes: parseRunCauses(causes),
    askedAt: askedAt.toISOString(),
    startedAt: startedAt?.toISOString() ?? null,
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}
