import { err, type Result } from 'neverthrow';
import { Temporal } from 'temporal-polyfill';
import { homeMethods } from '../data/home-delivery.ts';
import { timezoneOf } from '../data/timezones.ts';
import type { PromiseStatus } from '../settings.ts';
import type { Site } from '../site.ts';
import { planCollect } from './collect.ts';
import { planHomeDelivery } from './home.ts';
import type { Plan, PlanningTime, Supply } from './plan.ts';

/** One entry of `delivery_options` in a question. */
export interface RequestedOption {
  delivery_method: string;
  destination: {
    endpoint_id?: string;
    location?: { country: string; state?: string; zip_code?: string; postcode?: string };
  };
}

/** One entry of `delivery_options` in an answer. Times are Unix seconds; without a promise there are none. */
export interface PromisedOption {
  delivery_method: string;
  status: PromiseStatus;
  reason?: string;
  destination: {
    delivery_zone?: string;
    endpoint_id?: string;
    location?: { country: string; state?: string; zip_code?: string; timezone?: string };
  };
  cutoff?: number;
  eta_start?: number;
  eta_end?: number;
  shipment_number?: number;
  cost?: number;
  carbon_footprint?: number;
  delivery_routes?: { carrier: { name: string; option: string } }[];
}

export interface Verdict {
  status: PromiseStatus;
  reason?: string;
}

/**
 * Promises one option. An option that no delivery config can serve has status `none` whatever `verdict` says; `verdict`
 * settles the others.
 */
export function promiseOption(
  requested: RequestedOption,
  verdict: Verdict,
  supply: Supply,
  time: PlanningTime,
  withRoutes: boolean,
): PromisedOption {
  const { delivery_method } = requested;
  const destination = echoDestination(requested);
  return planOption(requested, supply, time).match(
    (plan) => {
      if (plan.deliveryZone) destination.delivery_zone = plan.deliveryZone;
      const promise = { delivery_method, ...verdict, destination };
      return verdict.status === 'none' ? promise : { ...promise, ...describePlan(plan, withRoutes) };
    },
    (reason) => ({ delivery_method, status: 'none', reason, destination }),
  );
}

/** Now, and the cut-off that the control door imposes, on the site's clock and in whole seconds. */
export function planningTime({ now, control }: Site): PlanningTime {
  const instant = Temporal.Instant.fromEpochMilliseconds(now().getTime()).round({
    smallestUnit: 'second',
    roundingMode: 'floor',
  });
  const { cutoffInSeconds } = control.settings;
  if (cutoffInSeconds === null) return { now: instant };
  return { now: instant, forcedCutoff: instant.add({ seconds: cutoffInSeconds }) };
}

function planOption(
  { delivery_method, destination }: RequestedOption,
  { methods, endpoints }: Supply,
  time: PlanningTime,
): Result<Plan, string> {
  const { location, endpoint_id } = destination;
  const asked = methods.find(({ id }) => id === delivery_method);
  if (!asked) return err(`unknown delivery method ${delivery_method}`);
  const home = homeMethods.find(({ id }) => id === asked.likes);
  if (!home) {
    return endpoint_id
      ? planCollect(endpoint_id, endpoints, time)
      : err('click and collect needs an endpoint_id');
  }
  if (!location) return err('home delivery needs a location');
  return planHomeDelivery(home, location.country, timezoneOf(location.country, location.state), time);
}

function echoDestination({ destination }: RequestedOption): PromisedOption['destination'] {
  const { endpoint_id, location } = destination;
  if (!location) return { endpoint_id };
  const { country, state, zip_code, postcode } = location;
  const timezone = timezoneOf(country, state);
  return { endpoint_id, location: { country, state, zip_code: zip_code ?? postcode, timezone } };
}

function describePlan(plan: Plan, withRoutes: boolean): Partial<PromisedOption> {
  const seconds = (instant: Temporal.Instant) => Math.floor(instant.epochMilliseconds / 1000);
  return {
    cutoff: seconds(plan.cutoff),
    eta_start: seconds(plan.etaStart),
    eta_end: seconds(plan.etaEnd),
    shipment_number: 1,
    cost: plan.cost,
    carbon_footprint: plan.carbonFootprint,
    ...(withRoutes && { delivery_routes: plan.carriers.map((carrier) => ({ carrier })) }),
  };
}
