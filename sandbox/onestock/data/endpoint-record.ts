/** ISO weekdays, 1 = Monday, with local opening and closing times. */
export interface OpeningSpan {
  weekdays: readonly number[];
  opens: string;
  closes: string;
}

/** A stock location of the demo merchant. Stores collect; warehouses ship. */
export interface EndpointRecord {
  id: string;
  name: string;
  kind: 'store' | 'warehouse';
  lines: string[];
  zipCode: string;
  city: string;
  country: { code: string; name: string };
  latitude: number;
  longitude: number;
  timezone: string;
  currency: string;
  opening: OpeningSpan[];
}
