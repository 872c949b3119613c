import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeliveryPromise } from '#app/gateways/onestock/index.ts';
import { checkoutDoor, type DoorAnswer } from '#test/support/checkout-door.ts';
import { minutesAfter, promisesFor, type Reply } from '#test/support/promises.ts';
import { collectOption, deliveryOption, rateRequestJson, snapshot } from '#test/support/rate-requests.ts';

const SERVED = ['FR', 'GB'];
const shop = snapshot([deliveryOption(), collectOption()]);

/** What Shopify never sent, and might. */
const anything = fc.oneof(
  { weight: 3, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
  fc.constantFrom(
    null,
    '',
    ' ',
    '0',
    '-1',
    'NaN',
    '1e400',
    '\u0000',
    '\ud800',
    [],
    {},
    1e308,
    -1e308,
    5e-324,
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
const odd = <Value>(usual: fc.Arbitrary<Value>) => fc.oneof({ weight: 6, arbitrary: usual }, anything);
const maybe = <Value>(usual: fc.Arbitrary<Value>) => fc.option(odd(usual), { nil: undefined });

const country = fc.oneof({ weight: 5, arbitrary: fc.constantFrom('FR', 'GB', 'fr', 'DE', 'US') }, anything);
const place = fc.record({
  country,
  postal_code: maybe(fc.constantFrom('31000', 'SW1A 1AA', '95014-2083')),
  province: maybe(fc.constantFrom('NY', 'OCC')),
  city: maybe(fc.string({ unit: 'grapheme', maxLength: 20 })),
  latitude: maybe(fc.double({ min: -90, max: 90 })),
  longitude: maybe(fc.double({ min: -180, max: 180 })),
});
const money = fc.oneof(
  fc.nat({ max: 100_000 }),
  fc.nat({ max: 100_000 }).map(String),
  fc.constantFrom('19.99', 19.99),
);
const item = fc.record({
  name: maybe(fc.string({ unit: 'grapheme' })),
  sku: maybe(fc.string()),
  quantity: odd(fc.nat({ max: 20 })),
  grams: maybe(fc.nat()),
  price: maybe(money),
  requires_shipping: maybe(fc.boolean()),
  variant_id: maybe(fc.nat()),
  properties: maybe(fc.dictionary(fc.string(), fc.string())),
});
const rate = fc.record(
  {
    origin: odd(place),
    destination: odd(place),
    items: odd(fc.array(item, { maxLength: 6 })),
    currency: odd(fc.constantFrom('EUR', 'eur', 'JPY')),
    locale: odd(fc.constantFrom('fr', 'de-DE', 'zh-Hant-TW', 'en-u-ca-hebrew-nu-arab', 'ar-EG')),
    order_totals: odd(fc.record({ subtotal_price: odd(money) })),
    customer: anything,
  },
  { requiredKeys: [] },
);

const reply: fc.Arbitrary<Partial<DeliveryPromise> | string> = fc.oneof(
  fc.constantFrom('onestock_failed', 'onestock_refused'),
  fc.record({
    status: fc.constantFrom('valid', 'valid_estimation', 'partial', 'none', 'new_status'),
    cutoff: fc.option(
      fc.integer({ min: -60, max: 600 }).map((minutes) => minutesAfter(minutes)),
      { nil: undefined },
    ),
    etaEnd: fc.option(
      fc.integer({ min: -60, max: 9000 }).map((minutes) => minutesAfter(minutes)),
      { nil: undefined },
    ),
    cost: fc.option(fc.double(), { nil: undefined }),
    timezone: fc.option(fc.constantFrom('Europe/Paris', 'Moon/Crater', ''), { nil: undefined }),
  }),
);

const replying = (given: Partial<DeliveryPromise> | string) =>
  checkoutDoor({
    shop,
    reply: (question): Reply => (typeof given === 'string' ? given : promisesFor(question, () => given)),
  });

/** What holds of every answer, whatever was sent. */
function expectSound(
  { status, text, rates }: DoorAnswer,
  body: string,
  given: Partial<DeliveryPromise> | string,
): void {
  expect([200, 400, 503]).toContain(status);
  expect(text).not.toMatch(/\\n\s*at |node_modules|file:|\.ts:/);
  if (rates === null) {
    expect(text).toMatch(/"message":".+"/);
    return;
  }
  const codes = rates.map(({ service_code }) => service_code);
  expect(new Set(codes).size).toBe(codes.length);
  for (const { total_price, currency, service_name, description } of rates) {
    expect(total_price).toMatch(/^\d+$/);
    expect(currency).toBe('EUR');
    expect(service_name && description).toBeTruthy();
  }
  if (rates.length > 0) return;
  const asked = (
    JSON.parse(body) as { rate: { destination: { country: string } } }
  ).rate.destination.country.trim();
  const isRefused = typeof given !== 'string' && !String(given.status).startsWith('valid');
  expect(isRefused || !SERVED.includes(asked.toUpperCase()), `${body} was answered with an empty list`).toBe(
    true,
  );
}

describe('the checkout door, whatever comes in', () => {
  it('answers a request made of any values with rates, a reason, or the deliberate 503, and never fails', async () => {
    await fc.assert(
      fc.asyncProperty(rate, reply, async (asked, given) => {
        const { send, failures, promises } = replying(given);
        const body = JSON.stringify({ rate: asked });
        expectSound(await send(body), body, given);
        expect(failures).toEqual([]);
        await promises.close();
      }),
      { numRuns: 300 },
    );
  });

  it('answers a signed request whose bytes were changed, lost or doubled likewise', async () => {
    const original = Buffer.from(JSON.stringify(rateRequestJson()));
    const position = fc.nat({ max: original.length - 1 });
    const change = fc.tuple(
      position,
      fc.constantFrom('set', 'cut', 'double'),
      fc.integer({ min: 0, max: 255 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), reply, async (changes, given) => {
        let bytes = [...original];
        for (const [at, kind, byte] of changes) {
          if (kind === 'set') bytes[at] = byte;
          if (kind === 'cut') bytes = bytes.slice(0, at);
          if (kind === 'double') bytes = [...bytes.slice(0, at), ...bytes.slice(Math.max(0, at - 20))];
        }
        const { send, failures, promises } = replying(given);
        const body = Buffer.from(bytes);
        expectSound(await send(body), body.toString(), given);
        expect(failures).toEqual([]);
        await promises.close();
      }),
      { numRuns: 300 },
    );
  });

  it('refuses every change of the bytes that the signature does not know', async () => {
    const original = Buffer.from(JSON.stringify(rateRequestJson()));
    const { send, questions } = replying({});
    const signature = {
      headers: { 'x-shopify-hmac-sha256': 'hJ7IuPzVNqXBmQ9uVd0PCgxT3iA0GmyfWcWRs8ulSSo=' },
    };
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: original.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (at, by) => {
          const forged = Buffer.from(original);
          forged.writeUInt8((forged.readUInt8(at) + by) % 256, at);
          expect((await send(forged, signature)).status).toBe(401);
        },
      ),
    );
    expect(questions).toHaveLength(0);
  });
});
