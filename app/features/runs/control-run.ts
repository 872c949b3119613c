import { Prisma } from '#app/platform/database/generated/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { RunDependencies } from './dependencies.ts';
import { enqueueStep } from './enqueue-step.ts';
import { LIVE_STATES, moveRun, RUN_SOURCE, RUN_SUBJECT, type RunCommand, type RunState } from './shape.ts';

/**
 * Does to a run what a person asks for. Pause and cancel hold at the next page: one that is being read is still written. A run that failed
 * goes on where it stopped.
 *
 * @returns whether it could be done: not where the run was in another state by then, or another of its kind is under way
 */
export async function controlRun(
  { database, jobs, obstacles }: Pick<RunDependencies, 'database' | 'jobs' | 'obstacles'>,
  shop: ShopDomain,
  id: string,
  command: RunCommand,
): Promise<boolean> {
  return database.prisma.$transaction(async (transaction) => {
    const [run] = await transaction.$queryRaw<{ kind: string; step: number; state: RunState }[]>`
      select kind, step, state from run where id = ${id}::uuid and shop = ${shop} for update`;
    const state = run && moveRun(run.state, command);
    if (!run || !state) return false;
    if (command === 'retry') {
      if (!(await reopen(transaction, shop, { id, ...run }))) return false;
      const key = { subject: { kind: RUN_SUBJECT, id: run.kind }, source: RUN_SOURCE };
      await obstacles.clear(shop, key, transaction);
    } else {
      await transaction.$executeRaw`update run set state = ${state} where id = ${id}::uuid`;
    }
    if (command !== 'pause') await enqueueStep(jobs, { shop, id, ...run }, transaction);
    return true;
  });
}

/**
 * Has the last run that failed go on, of each of these kinds: what can be done about the obstacle of a kind.
 *
 * @returns of how many there was one, and no other under way
 */
export async function retryLastRuns(
  dependencies: Pick<RunDependencies, 'database' | 'jobs' | 'obstacles'>,
  shop: ShopDomain,
  kinds: readonly string[],
): Promise<number> {
  let count = 0;
  for (const kind of kinds) {
    const last = await dependencies.database.prisma.run.findFirst({
      where: { shop, kind, state: 'failed' },
      orderBy: { finishedAt: 'desc' },
      select: { id: true },
    });
    if (last && (await controlRun(dependencies, shop, last.id, 'retry'))) count += 1;
  }
  return count;
}

/** Whether the run is open again: not while another of its kind is not over. */
async function reopen(
  transaction: Prisma.TransactionClient,
  shop: ShopDomain,
  { id, kind }: { id: string; kind: string },
): Promise<boolean> {
  // Two that are opened at the same moment take turns.
  await transaction.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`retry-run:${kind}:${shop}`}, 0))`;
  const count = await transaction.$executeRaw`
    update run set state = 'waiting', finished_at = null, causes = '[]'
    where id = ${id}::uuid and not exists (
      select from run as other where other.shop = ${shop} and other.kind = ${kind}
        and other.state in (${Prisma.join([...LIVE_STATES])}))`;
  return count === 1;
}
