import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** A child process that is started again when it dies, as an orchestrator would do. */
export interface Supervised {
  /** The process that runs now. */
  pid(): number;
  /** Asks it to end (SIGTERM), kills it after ten seconds, and does not start it again. */
  stop(): Promise<void>;
}

const RESTART_DELAY_MS = 200;
const PATIENCE_MS = 10_000;

/**
 * Runs `node {args}` with this process's own Node. Its output goes where ours goes, standard output to standard error, so that the
 * READY line stands alone. A process that ends within a second of its start three times in a row is given up: `onGivenUp` hears of it.
 */
export function supervise(
  args: readonly string[],
  env: Record<string, string>,
  onGivenUp: (code: number | null) => void,
): Supervised {
  let child: ChildProcess;
  let stopping = false;
  let quickDeaths = 0;

  function start(): void {
    const startedAt = performance.now();
    child = spawn(process.execPath, args, { env: { ...process.env, ...env }, stdio: ['ignore', 2, 2] });
    child.once('exit', (code) => {
      if (stopping) return;
      quickDeaths = performance.now() - startedAt < 1000 ? quickDeaths + 1 : 0;
      if (quickDeaths > 2) onGivenUp(code);
      else setTimeout(() => stopping || start(), RESTART_DELAY_MS);
    });
  }
  start();

  return {
    pid: () => child.pid ?? -1,
    async stop() {
      stopping = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      const killing = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
      await exited;
      clearTimeout(killing);
    },
  };
}
