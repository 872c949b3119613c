import type { Prisma } from '#app/platform/database/generated/client.ts';
import type { Jobs } from '#app/platform/jobs/enqueue.ts';
import { type RunStepJob, runJobKey, TAKE_RUN_STEP } from './shape.ts';

/** Has the next page of a run done as soon as a worker is free, also where its job waits for another try; or not before `runAt`. */
export async function enqueueStep(
  jobs: Jobs<typeof TAKE_RUN_STEP>,
  { shop, kind, id, step }: { shop: string; kind: string; id: string; step: number },
  client: Prisma.TransactionClient,
  runAt?: Date,
): Promise<void> {
  const payload: RunStepJob = { shop, runId: id, step };
  await jobs.enqueue(
    TAKE_RUN_STEP,
    payload,
    { jobKey: runJobKey(kind, shop), ...(runAt && { runAt }) },
    client,
  );
}
