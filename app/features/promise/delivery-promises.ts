import { randomUUID } from 'node:crypto';
import type { Problems } from '#app/features/activity/index.ts';
import type { Connection } from '#app/features/connection/index.ts';
import type { DeliveryOptions } from '#app/features/delivery-options/index.ts';
import type { OneStockGateway } from '#app/gateways/onestock/index.ts';
import type { ShopDomain } from '#app/gateways/shopify/ids.ts';
import type { Clock } from '#app/platform/clock.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { Logger } from '#app/platform/log.ts';
import type { Stopwatch } from '#app/platform/stopwatch.ts';
import { answerRates } from './answer-rates.ts';
import type { RateRequest } from './rate-request.ts';
import { createAnswerRecorder } from './record-answers.ts';
import { createShopSnapshots, type ShopSnapshots } from './shop-snapshots.ts';
import { createShownRates } from './shown-rates.ts';
import type { RateAnswer, ShopSnapshot } from './types.ts';
import { createProblemWatch } from './watch-problems.ts';

/** Delivery promises at the checkout. */
export interface DeliveryPromises {
  snapshots: ShopSnapshots;
  /** Answers a rate request within the shop's soft deadline; see {@link answerRates}. Records nothing. */
  answerRates(
    snapshot: ShopSnapshot,
    request: RateRequest,
    arrival: { receivedAt: Date; stopwatch: Stopwatch },
  ): Promise<RateAnswer>;
  /** Keeps what was shown and why. To be called when the answer has been handed over; never blocks it, never throws. */
  record(answer: RateAnswer, spent: { durationMs: number; phasesMs: Readonly<Record<string, number>> }): void;
  /** Notes whether a request with the shop's own path token carried a valid signature. */
  noteSignature(shop: ShopDomain, isValid: boolean): void;
  /** Writes what still waits to be recorded. */
  flush(): Promise<void>;
}

export function createDeliveryPromises(dependencies: {
  database: Database;
  oneStock: OneStockGateway;
  connection: Pick<Connection, 'shopByCarrierToken' | 'account' | 'stores'>;
  deliveryOptions: Pick<DeliveryOptions, 'list'>;
  problems: Pick<Problems, 'raise' | 'clear'>;
  clock: Clock;
  log: Logger;
}): DeliveryPromises {
  const { database, oneStock, clock, log } = dependencies;
  const recorder = createAnswerRecorder({ pool: database.pool, shownRates: createShownRates(database), log });
  const watch = createProblemWatch(dependencies);
  return {
    snapshots: createShopSnapshots(dependencies),
    answerRates: (snapshot, request, arrival) =>
      answerRates({ oneStock, clock, newId: randomUUID }, snapshot, request, arrival),
    record(answer, spent) {
      const { trace, shown, currencyMismatches } = answer;
      recorder.record({ ...trace, ...spent }, shown);
      watch(trace.shop, currencyMismatches.length > 0, {
        key: 'currency_mismatch',
        severity: 'warning',
        message:
          `Shopify asks for rates in ${trace.currency}, but ${currencyMismatches.join(', ')} ` +
          'has its price in another currency. Shoppers do not see it. Set its price in the currency of your shop.',
      });
    },
    noteSignature(shop, isValid) {
      watch(shop, !isValid, {
        key: 'carrier_signature',
        severity: 'warning',
        message:
          'Rate requests arrive at the secret address of your shop, but their signature does not match the app’s secret. ' +
          'Shoppers see no delivery promises while signatures are required. Check the app’s API secret.',
      });
    },
    flush: () => recorder.flush(),
  };
}
