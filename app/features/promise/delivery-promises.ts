import { CARRIER_SERVICE } from '#app/features/carrier-service/shape.ts';
import type { DeliveryOptions } from '#app/features/delivery-options/index.ts';
import type { Obstacles } from '#app/features/obstacles/index.ts';
import type { OneStockAccounts } from '#app/features/onestock-account/index.ts';
import type { Shops } from '#app/features/shops/index.ts';
import { SHOP } from '#app/features/shops/shape.ts';
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
import type { PromiseCause } from './shape.ts';
import { createShopSnapshots, type ShopSnapshots } from './shop-snapshots.ts';
import type { AskFailure, RateAnswer, ShopSnapshot, Spent } from './types.ts';
import { createObstacleWatch } from './watch-obstacles.ts';

export interface CheckoutStatus {
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
  status: CheckoutStatus;
  /** Counts a request that never reached the ladder: it leaves no trace. */
  noteRefusal(code: string): void;
  /** Notes whether a request with the shop's own path token carried a valid signature. */
  noteSignature(shop: ShopDomain, isValid: boolean): void;
  /** Writes what still waits to be recorded, and lets the snapshots go. */
  close(): Promise<void>;
}

const CURRENCY = {
  subject: SHOP,
  source: 'currency_mismatch',
  severity: 'warning',
  remedies: ['open'],
} as const;
const SIGNATURE = {
  subject: CARRIER_SERVICE,
  source: 'carrier_signature',
  severity: 'warning',
  remedies: [],
} as const;

export function createDeliveryPromises(dependencies: {
  database: Database;
  oneStock: OneStockGateway;
  shops: Pick<Shops, 'shopByCarrierToken'>;
  oneStockAccounts: Pick<OneStockAccounts, 'account' | 'stores'>;
  deliveryOptions: Pick<DeliveryOptions, 'list' | 'texts'>;
  obstacles: Pick<Obstacles, 'raise' | 'clear'>;
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
  const watch = createObstacleWatch(dependencies);
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
      const cause: PromiseCause<'currency_mismatch'> = {
        code: 'currency_mismatch',
        params: { currency: trace.currency ?? '', options: currencyMismatches.join(', ') },
      };
      watch(trace.shop, currencyMismatches.length > 0, { ...CURRENCY, causes: [cause] });
    },
    status: { remembered: { get: (key) => memory.peek(key) }, heldBack: guarded.heldBack },
    noteRefusal: metrics.refused,
    noteSignature(shop, isValid) {
      const cause: PromiseCause<'carrier_signature'> = { code: 'carrier_signature_wrong' };
      watch(shop, !isValid, { ...SIGNATURE, causes: [cause] });
    },
    async close() {
      snapshots.close();
      await recorder.flush();
    },
  };
}
