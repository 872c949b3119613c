import { Logger as GraphileLogger } from 'graphile-worker';
import type { Logger } from '../log.ts';

const LEVELS = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const;

/**
 * Hands the messages of graphile-worker to our log, one level lower where they are routine. What it says of failed tasks is
 * left out, for the tasks' own errors are logged where they are caught.
 */
export function graphileLogger(log: Logger | undefined): GraphileLogger {
  return new GraphileLogger(() => (level, message, meta) => {
    if (meta?.failure) return;
    const err = meta?.error ?? meta?.fatalError;
    log?.[LEVELS[level]]({ component: 'graphile-worker', err }, message);
  });
}
