import { Prisma } from '#app/platform/database/generated/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { RunDependencies } from './dependencies.ts';
import { enqueueStep } from './enqueue-step.ts';
import { LIVE_STATES, type RunStarter, TAKE_RUN_STEP } from './shape.ts';

/** What is to be run. */
export interface AskedRun {
  shop: ShopDomain;
  kind: string;
  by: RunStarter;
  /** What the kind is asked to do: a JSON object, ids rather than contents. */
  parameters?: Prisma.InputJsonObject;
}

type StartDependencies = Pick<RunDependencies, 'database' | 'jobs' | 'clock'>;

const IS_LIVE = Prisma.sql`state in (${Prisma.join([...LIVE_STATES])})`;

/** How often a start is tried again while runs of its kind end at just that moment. */
const MOST_TRIES = 5;

/**
 * Starts a run, or takes the one of its kind that is not over. One that was asked for by an event has to see what the event changed: where one
 * has begun before, another follows it, and a page that waits for its next try is tried at once.
 *
 * @param transaction that of the change; the run starts if and only if it commits
 * @returns the id of the run
 */
export async function startRun(
  dependencies: StartDependencies,
  asked: AskedRun,
  transaction?: Prisma.TransactionClient,
): Promise<string> {
  const client = transaction ?? dependencies.database.prisma;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const [begun] = await insertRuns(dependencies, asked, [asked.shop], client);
    const id = begun?.id ?? (await joinRun(dependencies, asked, client));
    if (id) return id;
  }
  throw new Error(`A run of the kind ${asked.kind} could not be started.`);
}

/** Starts a run for each of the shops that has none of this kind, in one statement. */
export async function startRuns(
  dependencies: StartDependencies,
  asked: Omit<AskedRun, 'shop'>,
  shops: readonly ShopDomain[],
): Promise<void> {
  if (shops.length === 0) return;
  await insertRuns(dependencies, asked, shops, dependencies.database.prisma);
}

/** The runs and their first jobs appear in one statement. */
async function insertRuns(
  { clock }: StartDependencies,
  { kind, by, parameters = {} }: Omit<AskedRun, 'shop'>,
  shops: readonly ShopDomain[],
  client: Pick<Prisma.TransactionClient, '$queryRaw'>,
): Promise<{ id: string }[]> {
  return client.$queryRaw<{ id: string }[]>`
    with begun as (
      insert into run (shop, kind, started_by, parameters, asked_at)
      select asked.shop, ${kind}, ${by}, ${parameters}::jsonb, ${clock.now()} from unnest(${[...shops]}::text[]) as asked(shop)
      on conflict (shop, kind) where ${IS_LIVE} do nothing
      returning id, shop
    ), queued as (
      select enqueue_jobs(jsonb_agg(jsonb_build_object(
        'task', ${TAKE_RUN_STEP}::text, 'key', 'run:' || ${kind} || ':' || shop,
        'payload', jsonb_build_object('shop', shop, 'runId', id, 'step', 0)))) from begun
    )
    select id::text from begun, queued`;
}

/**
 * Takes the run that is not over. The row stays locked until the transaction of an event ends, so that one which has not begun begins after
 * what the event changed.
 */
async function joinRun(
  { jobs }: StartDependencies,
  { shop, kind, by }: AskedRun,
  client: Prisma.TransactionClient,
): Promise<string | undefined> {
  const isEvent = by === 'event';
  const [run] = await client.$queryRaw<{ id: string; step: number; state: string }[]>`
    update run set again = again or (${isEvent} and not (state = 'waiting' and cursor is null))
    where shop = ${shop} and kind = ${kind} and ${IS_LIVE}
    returning id::text, step, state`;
  if (run && isEvent && run.state !== 'paused') await enqueueStep(jobs, { shop, kind, ...run }, client);
  return run?.id;
}
