import type { Temporal } from 'temporal-polyfill';

/** A delivery or collection that the site can plan, stock apart. */
export interface Plan {
  cutoff: Temporal.Instant;
  etaStart: Temporal.Instant;
  etaEnd: Temporal.Instant;
  /** Major units. */
  cost: number;
  carbonFootprint: number;
  deliveryZone?: string;
  carriers: { name: string; option: string }[];
}

/** The moment of asking, and where a test wants the cut-off instead of the calendar's own. */
export interface PlanningTime {
  now: Temporal.Instant;
  forcedCutoff?: Temporal.Instant;
}
