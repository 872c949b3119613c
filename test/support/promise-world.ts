/** Two shops, two processes and a OneStock of any behaviour, for properties that hold whatever happens. */

import fc from 'fast-check';
import type { NearCutoffPolicy } from '#app/features/delivery-options/index.ts';
import type { ShopSnapshot } from '#app/features/promise/index.ts';
import type { DeliveryPromise, DeliveryPromiseQuestion } from '#app/gateways/onestock/index.ts';
import { systemClock } from '#app/platform/clock.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { ladder, promise, type Reply, sharedInMemory } from './promises.ts';
import { deliveryOption, snapshot } from './rate-requests.ts';

const MINUTE = 60_000;
export const SOFT_DEADLINE_MS = 350;

/** How OneStock behaves from now on. Minutes count from the moment at which it is asked. */
interface Behaviour {
  delayMs: number;
  failure: string | null;
  said: { status: string; cutoffInMinutes: number | null; endInMinutes: number }[];
}

export type Step =
  | { kind: 'ask'; process: number; shop: number; quantity: number; locale: string; currency: string }
  | { kind: 'pass'; ms: number }
  | { kind: 'behave'; behaviour: Behaviour }
  | { kind: 'restart'; process: number };

const said = fc.record({
  status: fc.constantFrom('valid', 'valid', 'valid_estimation', 'partial', 'none'),
  cutoffInMinutes: fc.option(fc.integer({ min: -2, max: 40 }), { nil: null, freq: 4 }),
  endInMinutes: fc.integer({ min: -2, max: 60 }),
});
const behaviour: fc.Arbitrary<Behaviour> = fc.record({
  delayMs: fc.constantFrom(0, 0, 10, 300, 400, 2000),
  failure: fc.option(fc.constantFrom('onestock_failed', 'onestock_timeout', 'onestock_refused'), {
    nil: null,
    freq: 3,
  }),
  said: fc.array(said, { minLength: 1, maxLength: 3 }),
});
export const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('ask' as const),
      process: fc.nat({ max: 1 }),
      shop: fc.nat({ max: 1 }),
      quantity: fc.integer({ min: 1, max: 2 }),
      locale: fc.constantFrom('fr', 'en'),
      currency: fc.constantFrom('EUR', 'EUR', 'EUR', 'USD'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc
      .oneof(
        fc.nat({ max: 500 }),
        fc.nat({ max: 25 }).map((minutes) => minutes * MINUTE),
      )
      .map((ms) => ({ kind: 'pass' as const, ms })),
  },
  { weight: 2, arbitrary: behaviour.map((each) => ({ kind: 'behave' as const, behaviour: each })) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restart' as const), process: fc.nat({ max: 1 }) }) },
);

export interface Spoken {
  siteId: string;
  question: DeliveryPromiseQuestion;
  promise: DeliveryPromise;
}

/** Two shops, each with a OneStock site of its own, answered by two processes that share a database. */
export function world(policies: NearCutoffPolicy[]) {
  const spoken = new Map<unknown, Spoken>();
  const shared = sharedInMemory();
  const now: { behaviour: Behaviour } = {
    behaviour: {
      delayMs: 0,
      failure: null,
      said: [{ status: 'valid', cutoffInMinutes: 30, endInMinutes: 60 }],
    },
  };
  const shops = ['a', 'b'].map((name) => shopNamed(name, policies));

  async function reply(question: DeliveryPromiseQuestion, { siteId }: { siteId: string }): Promise<Reply> {
    const { delayMs, failure, said: words } = now.behaviour;
    // OneStock speaks in whole seconds.
    const askedAt = Math.floor(Date.now() / 1000) * 1000;
    if (delayMs > 0) await new Promise((done) => setTimeout(done, delayMs));
    if (failure) return failure;
    return question.options.flatMap(({ deliveryMethod }) =>
      words.map(({ status, cutoffInMinutes, endInMinutes }) => {
        const option = { delivery_method: deliveryMethod, id: spoken.size };
        const etaEnd = new Date(askedAt + endInMinutes * MINUTE);
        const cutoff = cutoffInMinutes === null ? undefined : new Date(askedAt + cutoffInMinutes * MINUTE);
        const made = promise({ deliveryMethod, status, cutoff, etaStart: undefined, etaEnd, option });
        spoken.set(option.id, { siteId, question, promise: made });
        return made;
      }),
    );
  }

  const start = () => ladder(reply, { clock: systemClock, shared });
  return { now, shops, spoken, start, processes: [start(), start()] };
}

function shopNamed(name: string, policies: NearCutoffPolicy[]): ShopSnapshot {
  const options = policies.map((nearCutoff, index) =>
    deliveryOption({
      handle: `OPTION-${index}`,
      deliveryMethod: `method-${index}`,
      nearCutoff,
      fallback: index === 0 ? { policy: 'without_date' } : { policy: 'lead_time', minDays: 1, maxDays: 3 },
      price: { kind: 'fixed', amount: 100 * (index + 1) + name.charCodeAt(0), freeFrom: null },
    }),
  );
  const shop = snapshot(options, {
    domain: `${name}.myshopify.com` as ShopDomain,
    softDeadlineMs: SOFT_DEADLINE_MS,
  });
  if (shop.connection) shop.connection.account.siteId = name;
  return shop;
}
