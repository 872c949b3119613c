/** Work put off until later, and forgotten when the simulator closes. */
export interface Timers {
  /** Runs `work` after `delayMs` of real time. */
  after(delayMs: number, work: () => void): void;
  clear(): void;
}

export function createTimers(): Timers {
  const pending = new Set<NodeJS.Timeout>();
  return {
    after(delayMs, work) {
      const timer = setTimeout(() => {
        pending.delete(timer);
        work();
      }, delayMs);
      pending.add(timer);
    },
    clear() {
      for (const timer of pending) clearTimeout(timer);
      pending.clear();
    },
  };
}
