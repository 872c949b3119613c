/** A home delivery method of the demo merchant. Days are ISO weekdays, 1 = Monday. */
export interface HomeMethod {
  id: 'standard' | 'express';
  /** Local time, at the shipping site, until which an order leaves the same day. */
  cutoffTime: string;
}

/** Countries that one warehouse serves in the same way. */
export interface DeliveryZone {
  id: string;
  warehouseId: string;
  countries: string[];
  services: Record<HomeMethod['id'], ZoneService>;
}

interface ZoneService {
  /** Delivery days after the day of shipping, earliest and latest. */
  days: [number, number];
  /** Major units of the currency of the warehouse. */
  cost: number;
  /** The unit is not published; grams of CO2 equivalent here. */
  carbonFootprint: number;
  carrier: { name: string; option: string };
}

/** The warehouses ship from Monday to Friday; carriers deliver on Saturdays too, never on Sundays. */
export const shippingDays = [1, 2, 3, 4, 5];
export const deliveryDays = [1, 2, 3, 4, 5, 6];

export const homeMethods: readonly HomeMethod[] = [
  { id: 'standard', cutoffTime: '16:00' },
  { id: 'express', cutoffTime: '13:00' },
];

/** From the nearest destinations of a warehouse to the farthest; a country outside the table is not served. */
export const deliveryZones: readonly DeliveryZone[] = [
  {
    id: 'france',
    warehouseId: 'warehouse_orleans',
    countries: ['FR', 'MC'],
    services: {
      standard: {
        days: [2, 3],
        cost: 4.9,
        carbonFootprint: 320,
        carrier: { name: 'Colissimo', option: 'domicile' },
      },
      express: {
        days: [1, 1],
        cost: 9.9,
        carbonFootprint: 640,
        carrier: { name: 'Chronopost', option: 'chrono13' },
      },
    },
  },
  {
    id: 'neighbours',
    warehouseId: 'warehouse_orleans',
    countries: ['BE', 'CH', 'DE', 'ES', 'GB', 'IT', 'LU', 'NL'],
    services: {
      standard: {
        days: [2, 4],
        cost: 6.9,
        carbonFootprint: 610,
        carrier: { name: 'DPD', option: 'classic' },
      },
      express: {
        days: [1, 1],
        cost: 14.9,
        carbonFootprint: 1900,
        carrier: { name: 'DHL', option: 'express' },
      },
    },
  },
  {
    id: 'europe',
    warehouseId: 'warehouse_orleans',
    countries: ['AT', 'CZ', 'DK', 'FI', 'GR', 'HU', 'IE', 'NO', 'PL', 'PT', 'SE'],
    services: {
      standard: {
        days: [3, 4],
        cost: 8.9,
        carbonFootprint: 980,
        carrier: { name: 'DPD', option: 'classic' },
      },
      express: {
        days: [1, 2],
        cost: 19.9,
        carbonFootprint: 2700,
        carrier: { name: 'DHL', option: 'express' },
      },
    },
  },
  {
    id: 'north_america',
    warehouseId: 'warehouse_new_jersey',
    countries: ['CA', 'US'],
    services: {
      standard: {
        days: [2, 4],
        cost: 5.9,
        carbonFootprint: 890,
        carrier: { name: 'UPS', option: 'ground' },
      },
      express: {
        days: [1, 1],
        cost: 16.9,
        carbonFootprint: 2400,
        carrier: { name: 'UPS', option: 'next_day_air' },
      },
    },
  },
];
