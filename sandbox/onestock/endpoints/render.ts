import type { EndpointRecord, OpeningSpan } from '../data/endpoint-record.ts';

/** An endpoint as the API answers it. Shape: public code under https://github.com/mbousquet-onestock */
export function renderEndpoint(record: EndpointRecord) {
  const isStore = record.kind === 'store';
  const { id, name, timezone, currency, lines, city, zipCode, country, latitude, longitude } = record;
  return {
    id,
    name,
    sales_channel_id: isStore ? 'stores' : 'online_store',
    timezone,
    currency,
    locked: false,
    open: true,
    modules: { cfs: false, ckc: isStore, ffs: true, ois: isStore, ropis: isStore },
    address: {
      id,
      lines,
      city,
      zip_code: zipCode,
      regions: { country },
      coordinates: { lat: latitude, lon: longitude },
    },
    classification: { endpoint_type: [record.kind] },
    opening_hours: { id, timezone, timespans: record.opening.flatMap(renderOpening) },
  };
}

/** Time spans count seconds from the start of the week, Monday first. */
function renderOpening({ weekdays, opens, closes }: OpeningSpan) {
  return weekdays.map((weekday) => ({
    start: secondsIntoWeek(weekday, opens),
    end: secondsIntoWeek(weekday, closes),
    options: { open: true },
  }));
}

function secondsIntoWeek(weekday: number, time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return ((weekday - 1) * 24 + hours) * 3600 + minutes * 60;
}
