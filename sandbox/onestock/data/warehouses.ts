import type { EndpointRecord } from './endpoint-record.ts';

const mondayToFriday = [1, 2, 3, 4, 5];

export const warehouses: readonly EndpointRecord[] = [
  {
    id: 'warehouse_orleans',
    name: 'Orléans warehouse',
    kind: 'warehouse',
    lines: ['Pôle 45'],
    zipCode: '45140',
    city: 'Ormes',
    country: { code: 'FR', name: 'France' },
    latitude: 47.9405,
    longitude: 1.8175,
    timezone: 'Europe/Paris',
    currency: 'EUR',
    opening: [{ weekdays: mondayToFriday, opens: '06:00', closes: '21:00' }],
  },
  {
    id: 'warehouse_new_jersey',
    name: 'New Jersey warehouse',
    kind: 'warehouse',
    lines: ['300 Raritan Center Parkway'],
    zipCode: '08837',
    city: 'Edison',
    country: { code: 'US', name: 'United States' },
    latitude: 40.5135,
    longitude: -74.3426,
    timezone: 'America/New_York',
    currency: 'USD',
    opening: [{ weekdays: mondayToFriday, opens: '06:00', closes: '21:00' }],
  },
];
