import type { Problems } from '#app/features/activity/index.ts';
import type { Connection } from '#app/features/connection/index.ts';
import type { DeliveryOptions } from '#app/features/delivery-options/index.ts';
import type { OneStockGateway } from '#app/gateways/onestock/index.ts';
import type { Clock } from '#app/platform/clock.ts';
import { createTimedUuids } from '#app/platform/crypto/index.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { Logger } from '#app/platform/log.ts';
import type { Registry } from '#app/platform/metrics.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { type AnswerRates, type Arrival, createAnswerRates } from './answer-rates.ts';
import { type AnswerMemory, createAnswerMemory, createAnswers } from './answers/find-answer.ts';
import { createGuardedOneStock } from './answers/guarded-onestock.ts';
import { createSharedAnswers } from './answers/shared-answers.ts';
import { createTraceLimit } from './limit-traces.ts';
import { createPromiseMetrics } from './promise-metrics.ts';
import { toCallbackId } from './quote-id.ts';
import { createAnswerRecorder } from './record-answers.ts';
import { refusedAnswer } from './refused-answer.ts';
import { createShopSnapshots, type ShopSnapshots } from './shop-snapshots.ts';
import type { AskFailure, RateAnswer, ShopSnapshot, Spent } from './types.ts';
import { createProblemWatch } from './watch-problems.ts';

export interface CheckoutStanding {
  /** What is remembered of OneStock's answers, by the key of the question. */
  remembered: Pick<AnswerMemory, 'get'>;
  /** Why the shop's OneStock is not asked at the moment, or null when it would be. */
  heldBack(snapshot: ShopSnapshot): AskFailure | null;
}

/** Delivery promises at the checkout. */
export interface DeliveryPromises {
  snapshots: ShopSnapshots;
  /** Answers a rate request within the shop's soft deadline; see {@link createAnswerRates}. Records nothing. */
  answerRates: AnswerRates;
  /** The answer to what is not a rate request: nothing is shown, and its trace says why. */
  refuseRates(snapshot: ShopSnapshot, fault: AskFailure, arrival: Arrival): RateAnswer;
  /** Keeps what was shown and why. To be called when the answer has been handed over; never blocks it, never throws. */
  record(answer: RateAnswer, spent: Spent): void;
  /** What this process knows and does, for whoever looks and changes nothing. */
  standing: CheckoutStanding;
  /** Counts a request that never reached the ladder: it leaves no trace. */
  noteRefusal(code: string): void;
  /** Notes whether a request with the shop's own path token carried a valid signature. */
  noteSignature(shop: ShopDomain, isValid: boolean): void;
  /** Writes what still waits to be recorded, and lets the snapshots go. */
  close(): Promise<void>;
}

export function createDeliveryPromises(dependencies: {
  database: Database;
  oneStock: OneStockGateway;
  connection: Pick<Connection, 'shopByCarrierToken' | 'account' | 'stores'>;
  deliveryOptions: Pick<DeliveryOptions, 'list' | 'texts'>;
  problems: Pick<Problems, 'raise' | 'clear'>;
  clock: Clock;
  log: Logger;
  registry: Registry;
  /** How many traces of successes are kept, a shop and day. */
  tracesPerShopAndDay: number;
}): DeliveryPromises {
  const { database, oneStock, clock, log, registry, tracesPerShopAndDay } = dependencies;
  const timedUuid = createTimedUuids();
  const newId = () => timedUuid(clock.now());
  const recorder = createAnswerRecorder({
    pool: database.pool,
    log,
    newId,
    mayTrace: createTraceLimit(tracesPerShopAndDay),
    onWritten: (answers) => metrics.written(answers),
    onForgotten: (answers) => metrics.forgotten(answers),
  });
  const metrics = createPromiseMetrics(registry, recorder.waiting);
  const watch = createProblemWatch(dependencies);
  const guarded = createGuardedOneStock({ oneStock: metrics.watch(oneStock), clock });
  const memory = createAnswerMemory();
  const answers = createAnswers({
    oneStock: guarded,
    shared: createSharedAnswers({ pool: database.pool, log }),
    clock,
    memory,
  });
  const snapshots = createShopSnapshots(dependencies);
  return {
    snapshots,
    answerRates: createAnswerRates({ answers, clock, newId }),
    refuseRates: ({ shop }, fault, { receivedAt }) => {
      log.warn(
        { shop: shop.domain, code: fault.code, fault: fault.params?.field },
        'a rate request was refused',
      );
      return refusedAnswer(shop.domain, fault, {
        id: toCallbackId(newId()),
        receivedAt,
        answeredAt: clock.now(),
      });
    },
    record(answer, spent) {
      recorder.record(answer, spent);
      metrics.answered(answer, spent);
      const { trace, currencyMismatches } = answer.prepared;
      if (currencyMismatches === null) return;
      watch(trace.shop, currencyMismatches.length > 0, {
        key: 'currency_mismatch',
        severity: 'warning',
        message:
          `Shopify asks for rates in ${trace.currency}, the currency of your shop. These delivery options are priced in another ` +
          `one, so shoppers do not see them: ${currencyMismatches.join(', ')}. Set their prices in ${trace.currency}.`,
        cause: {
          code: 'currency_mismatch',
          params: { currency: trace.currency ?? '', options: currencyMismatches.join(', ') },
        },
      });
    },
    standing: { remembered: { get: (key) => memory.peek(key) }, heldBack: guarded.heldBack },
    noteRefusal: metrics.refused,
    noteSignature(shop, isValid) {
      watch(shop, !isValid, {
        key: 'carrier_signature',
        severity: 'warning',
        message:
          'Rate requests arrive at the secret address of your shop, but their signature does not match the app’s secret. ' +
          'Shoppers see no delivery promises while signatures are required. Check the app’s API secret.',
        cause: { code: 'carrier_signature_wrong' },
      });
    },
    async close() {
      snapshots.close();
      await recorder.flush();
    },
  };
}
