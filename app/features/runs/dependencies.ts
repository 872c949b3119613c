import type { Obstacles } from '#app/features/obstacles/index.ts';
import type { Clock } from '#app/platform/clock.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { Jobs } from '#app/platform/jobs/enqueue.ts';
import type { Logger } from '#app/platform/log.ts';
import type { TAKE_RUN_STEP } from './shape.ts';

export interface RunDependencies {
  database: Pick<Database, 'prisma'>;
  jobs: Jobs<typeof TAKE_RUN_STEP>;
  obstacles: Obstacles;
  clock: Clock;
  log: Logger;
}
