/** Work put off until later, and forgotten when the simulator closes. */
export interface Timers {
  /** Runs `work` after `delayMs` of real time, unless the timers close before. */
  after(delayMs: number, work: () => void): void;
  close(): void;
}

export function createTimers(): Timers {
  const pending = new Set<NodeJS.Timeout>();
  let isClosed = false;
  return {
    after(delayMs, work) {
      if (isClosed) return;
      const timer = setTimeout(() => {
        pending.delete(timer);
        work();
      }, delayMs);
      pending.add(timer);
    },
    close() {
      isClosed = true;
      for (const timer of pending) clearTimeout(timer);
      pending.clear();
    },
  };
}
