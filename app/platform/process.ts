import type { Logger } from './log.ts';

/** What is left to close after this is cut off, milliseconds: an orchestrator kills after its own grace, often 30 s. */
const CLOSING_TIME_MS = 10_000;

/**
 * Makes the process end in order. SIGTERM and SIGINT run `close` once and exit 0, or 1 when it fails or takes over ten
 * seconds; a second signal exits at once. An error that nothing caught is logged and exits 1 without closing: the state of
 * the process cannot be trusted then, and everything it does is made to survive a kill.
 */
export function onShutdown(log: Logger, close: () => Promise<void>): void {
  let closing = false;
  const shutDown = async (signal: NodeJS.Signals) => {
    if (closing) return process.exit(1);
    closing = true;
    log.info({ signal }, 'shutting down');
    setTimeout(() => {
      log.error({ signal }, 'shutting down took too long');
      process.exit(1);
    }, CLOSING_TIME_MS).unref();
    try {
      await close();
      process.exit(0);
    } catch (err) {
      log.error({ err, signal }, 'shutting down failed');
      process.exit(1);
    }
  };
  process.on('SIGTERM', shutDown);
  process.on('SIGINT', shutDown);
  for (const event of ['uncaughtException', 'unhandledRejection']) {
    process.on(event, (err: unknown) => {
      log.fatal({ err }, event);
      process.exit(1);
    });
  }
}
