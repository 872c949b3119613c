import { collectDefaultMetrics, Registry } from 'prom-client';

export type { Registry };

/** What this process counts and measures, the process itself included; `GET /metrics` shows it. */
export function createRegistry(): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return registry;
}
