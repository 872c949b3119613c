/** Measures one piece of work and its phases, in milliseconds of a monotonic clock. */
export interface Stopwatch {
  elapsedMs(): number;
  /** Ends a phase: the time since the last one ended is added to `phasesMs[name]`. */
  lap(name: string): void;
  readonly phasesMs: Readonly<Record<string, number>>;
}

export function startStopwatch(): Stopwatch {
  const startedAt = performance.now();
  const phasesMs: Record<string, number> = {};
  let lapAt = startedAt;
  return {
    phasesMs,
    elapsedMs: () => round(performance.now() - startedAt),
    lap(name) {
      const now = performance.now();
      phasesMs[name] = round((phasesMs[name] ?? 0) + now - lapAt);
      lapAt = now;
    },
  };
}

function round(milliseconds: number): number {
  return Math.round(milliseconds * 1000) / 1000;
}
