import { err, ok, type Result } from 'neverthrow';
import type { Temporal } from 'temporal-polyfill';
import { deliveryDays, deliveryZones, type HomeMethod, shippingDays } from '../data/home-delivery.ts';
import { warehouses } from '../data/warehouses.ts';
import { addWeekdays, nextOccurrence } from './calendar.ts';
import type { Plan, PlanningTime } from './plan.ts';

/** Carriers ring between these local times of the destination. */
const deliveryHours = { from: '08:00', to: '20:00' };

/**
 * Plans a home delivery from the warehouse that serves the country, or says why none does. The order leaves on the day of
 * the cut-off, and arrives a fixed range of delivery days later.
 */
export function planHomeDelivery(
  method: HomeMethod,
  country: string,
  timezone: string | undefined,
  { now, forcedCutoff }: PlanningTime,
): Result<Plan, string> {
  const zone = deliveryZones.find(({ countries }) => countries.includes(country));
  const warehouse = warehouses.find(({ id }) => id === zone?.warehouseId);
  if (!zone || !warehouse) return err(`no delivery zone for country ${country}`);
  const { days, cost, carbonFootprint, carrier } = zone.services[method.id];
  const leaves = { weekdays: shippingDays, time: method.cutoffTime, timezone: warehouse.timezone };
  const cutoff = forcedCutoff ?? nextOccurrence(now, [leaves]);
  const shippedOn = cutoff.toZonedDateTimeISO(warehouse.timezone).toPlainDate();
  const arrival = (count: number, time: string): Temporal.Instant =>
    addWeekdays(shippedOn, count, deliveryDays)
      .toZonedDateTime({ timeZone: timezone ?? warehouse.timezone, plainTime: time })
      .toInstant();
  return ok({
    cutoff,
    etaStart: arrival(days[0], deliveryHours.from),
    etaEnd: arrival(days[1], deliveryHours.to),
    cost,
    carbonFootprint,
    deliveryZone: zone.id,
    carriers: [carrier],
  });
}
