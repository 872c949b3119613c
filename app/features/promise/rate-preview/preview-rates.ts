import { err } from 'neverthrow';
import type { Exchange, OneStockGateway } from '#app/gateways/onestock/index.ts';
import type { Clock } from '#app/platform/clock.ts';
import { startStopwatch } from '#app/platform/stopwatch.ts';
import { createAnswerRates } from '../answer-rates.ts';
import { createAnswers } from '../answers/find-answer.ts';
import { CALL_TIMEOUT_MS, type GuardedOneStock } from '../answers/guarded-onestock.ts';
import type { SharedAnswers } from '../answers/shared-answers.ts';
import type { CheckoutStatus } from '../delivery-promises.ts';
import { parseRateRequest } from '../rate-request.ts';
import type { RateAnswer, ShopSnapshot } from '../types.ts';
import type { PreviewMode } from './types.ts';

/** What the checkout door would have answered, and what was said with OneStock on the way. */
export interface Tried {
  answer: RateAnswer;
  durationMs: number;
  phasesMs: Record<string, number>;
  exchanges: Exchange[];
}

/**
 * Answers a rate request by the very code of the checkout door, and leaves no trace: nothing is recorded, counted, or remembered for
 * shoppers. OneStock is asked past the shop's breaker, whose state a preview does not change: a merchant who mends a connection sees at
 * once whether it answers. Only in the mode `checkout` what holds the checkout back holds the preview back too. An answer later than the
 * deadline is still waited for, so that it can be seen; it changes no rate.
 *
 * @param body the JSON that Shopify would send
 * @param dependencies.clock as of when promises are judged
 * @throws when `body` is no rate request
 */
export async function previewRates(
  snapshot: ShopSnapshot,
  body: unknown,
  mode: PreviewMode,
  dependencies: {
    oneStock: Pick<OneStockGateway, 'deliveryPromises'>;
    status: CheckoutStatus;
    shared: Pick<SharedAnswers, 'find'>;
    clock: Clock;
    newId: () => string;
  },
): Promise<Tried> {
  const { status, shared, clock, newId } = dependencies;
  const observed = observedOneStock(mode, dependencies);
  const isNew = mode === 'new';
  const answers = createAnswers({
    oneStock: observed,
    clock,
    memory: { get: isNew ? () => undefined : status.remembered.get, set: () => {} },
    shared: { find: isNew ? async () => null : shared.find, keep: () => {} },
  });
  const stopwatch = startStopwatch();
  const parsed = parseRateRequest(body);
  stopwatch.lap('parse');
  if ('fault' in parsed) throw new Error(`A preview is no rate request: ${parsed.fault.params.field}`);
  const answerRates = createAnswerRates({ answers, clock, newId });
  const answer = await answerRates(snapshot, parsed.request, { receivedAt: clock.now(), stopwatch });
  const durationMs = stopwatch.elapsedMs();
  await observed.settled();
  return { answer, durationMs, phasesMs: { ...stopwatch.phasesMs }, exchanges: observed.exchanges };
}

interface ObservedOneStock extends Pick<GuardedOneStock, 'ask'> {
  exchanges: Exchange[];
  /** When every question has its answer. */
  settled(): Promise<unknown>;
}

function observedOneStock(
  mode: PreviewMode,
  { oneStock, status }: Pick<Parameters<typeof previewRates>[3], 'oneStock' | 'status'>,
): ObservedOneStock {
  const exchanges: Exchange[] = [];
  const asked: ReturnType<OneStockGateway['deliveryPromises']>[] = [];
  return {
    exchanges,
    settled: () => Promise.all(asked),
    async ask(snapshot, question) {
      const why = mode === 'checkout' ? status.heldBack(snapshot) : null;
      if (why) return err(why);
      const { connection } = snapshot;
      if (connection === null) throw new Error('Without a connection there is no question.');
      const answer = oneStock.deliveryPromises(connection.account, question, {
        timeoutMs: CALL_TIMEOUT_MS,
        observe: (exchange) => exchanges.push(exchange),
      });
      asked.push(answer);
      return answer.mapErr(({ code }) => ({ code }));
    },
  };
}
