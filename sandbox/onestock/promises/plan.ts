import type { Temporal } from 'temporal-polyfill';
import type { DeliveryMethod } from '../data/delivery-methods.ts';
import type { EndpointRecord } from '../data/endpoint-record.ts';

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

/** What the site has at the moment of asking. */
export interface Supply {
  methods: readonly DeliveryMethod[];
  endpoints: readonly EndpointRecord[];
}
