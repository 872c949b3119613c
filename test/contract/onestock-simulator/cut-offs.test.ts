import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type SimulatorClient, send, startSimulatorClient } from './client.ts';

interface Promised {
  delivery_method: string;
  status: string;
  destination: { location?: { timezone?: string } };
  cutoff: number;
  eta_start: number;
  eta_end: number;
}

let client: SimulatorClient;

beforeAll(async () => {
  client = await startSimulatorClient();
});
afterEach(() => send('DELETE', `${client.simulator.url}/_control`));
afterAll(() => client.simulator.close());

const toCountries = [['FR'], ['GB'], ['DE'], ['FI'], ['US', 'HI'], ['US', 'NY'], ['CA', 'BC']];
const homeOptions = toCountries.flatMap(([country, state]) =>
  ['standard', 'express'].map((delivery_method) => ({
    delivery_method,
    destination: { location: { country, state } },
  })),
);
const collectOptions = ['store_paris', 'store_lyon', 'store_london', 'store_milan', 'store_los_angeles'].map(
  (endpoint_id) => ({ delivery_method: 'ckc', destination: { endpoint_id } }),
);

async function ask(delivery_options: unknown[]): Promise<Promised[]> {
  const line_items = [{ item_id: 'SKU-001', qty: 1 }];
  const { json } = await client.read('/v3/delivery_promises', { line_items, delivery_options });
  return json.delivery_options;
}

async function cutoffAt(iso: string, option: unknown): Promise<string> {
  client.setNow(iso);
  const [promise] = await ask([option]);
  return new Date((promise?.cutoff ?? 0) * 1000).toISOString();
}

test('when a cut-off passes, the next working day takes over', async () => {
  const toParis = { delivery_method: 'standard', destination: { location: { country: 'FR' } } };
  // Paris is one hour ahead of UTC, and 6 February 2026 is a Friday.
  expect(await cutoffAt('2026-02-05T14:59:59Z', toParis)).toBe('2026-02-05T15:00:00.000Z');
  expect(await cutoffAt('2026-02-05T15:00:00Z', toParis)).toBe('2026-02-06T15:00:00.000Z');
  expect(await cutoffAt('2026-02-06T15:00:00Z', toParis)).toBe('2026-02-09T15:00:00.000Z');
  expect(await cutoffAt('2026-02-08T12:00:00Z', toParis)).toBe('2026-02-09T15:00:00.000Z');
});

test('a cut-off keeps its local hour when the clocks change', async () => {
  const toParis = { delivery_method: 'standard', destination: { location: { country: 'FR' } } };
  // Summer time begins on Sunday 29 March 2026.
  expect(await cutoffAt('2026-03-27T16:00:00Z', toParis)).toBe('2026-03-30T14:00:00.000Z');
});

test('a store takes orders until two hours before it closes, on the days that it opens', async () => {
  const inParis = { delivery_method: 'ckc', destination: { endpoint_id: 'store_paris' } };
  const inLyon = { delivery_method: 'ckc', destination: { endpoint_id: 'store_lyon' } };
  const saturdayNight = '2026-02-07T21:00:00Z';
  expect(await cutoffAt(saturdayNight, inParis)).toBe('2026-02-08T16:00:00.000Z');
  expect(await cutoffAt(saturdayNight, inLyon)).toBe('2026-02-09T16:30:00.000Z');
});

test('at any time every cut-off is ahead, the ETA comes after it, and nothing is delivered on a Sunday', async () => {
  const anyTime = fc.date({ min: new Date('2026-01-01'), max: new Date('2028-01-01'), noInvalidDate: true });
  await fc.assert(
    fc.asyncProperty(anyTime, async (now) => {
      client.setNow(now.toISOString());
      for (const promise of await ask([...homeOptions, ...collectOptions])) {
        expect(promise.status).toBe('valid');
        expect(promise.cutoff * 1000).toBeGreaterThan(now.getTime());
        expect(promise.eta_start).toBeGreaterThan(promise.cutoff);
        expect(promise.eta_end).toBeGreaterThan(promise.eta_start);
        const timeZone = promise.destination.location?.timezone;
        if (!timeZone) continue;
        for (const eta of [promise.eta_start, promise.eta_end]) {
          const instant = Temporal.Instant.fromEpochMilliseconds(eta * 1000);
          expect(instant.toZonedDateTimeISO(timeZone).dayOfWeek).not.toBe(7);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('the same clock gives the same answer', async () => {
  client.setNow('2026-06-12T10:11:12.345Z');
  const first = await ask([...homeOptions, ...collectOptions]);
  const other = await startSimulatorClient();
  other.setNow('2026-06-12T10:11:12.345Z');
  const line_items = [{ item_id: 'SKU-001', qty: 1 }];
  const delivery_options = [...homeOptions, ...collectOptions];
  const { json } = await other.read('/v3/delivery_promises', { line_items, delivery_options });
  await other.simulator.close();
  expect(json.delivery_options).toEqual(first);
});

test('the control door moves the clock', async () => {
  client.setNow('2026-02-05T14:00:00Z');
  const [today] = await ask(homeOptions);
  await client.control({ clockOffsetSeconds: 3600 });
  const [tomorrow] = await ask(homeOptions);
  expect((tomorrow?.cutoff ?? 0) - (today?.cutoff ?? 0)).toBe(24 * 3600);
});

test.each([90, -90])(
  'the control door puts every cut-off %i seconds from now, with the ETA after it',
  async (offset) => {
    client.setNow('2026-02-05T14:00:00Z');
    await client.control({ cutoffInSeconds: offset });
    for (const promise of await ask([...homeOptions, ...collectOptions])) {
      expect(promise.cutoff).toBe(Date.parse('2026-02-05T14:00:00Z') / 1000 + offset);
      expect(promise.eta_start).toBeGreaterThan(promise.cutoff);
      expect(promise.eta_end).toBeGreaterThan(promise.eta_start);
    }
  },
);
