import { Counter, Gauge, Histogram } from 'prom-client';
import type { OneStockGateway } from '#app/gateways/onestock/index.ts';
import type { Registry } from '#app/platform/metrics.ts';
import type { RateAnswer, Spent } from './types.ts';

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.35, 0.4, 0.5, 1, 3];

/** What the checkout door counts and measures. No shop is named: neither numbers nor names of shops belong on such a page. */
export interface PromiseMetrics {
  answered(answer: RateAnswer, spent: Spent): void;
  /** A request that never reached the ladder: none of ours, cut short, or met by a fault of our own. */
  refused(code: string): void;
  written(answers: number): void;
  forgotten(answers: number): void;
  /** The gateway, with its questions counted. */
  watch(oneStock: Pick<OneStockGateway, 'deliveryPromises'>): Pick<OneStockGateway, 'deliveryPromises'>;
}

export function createPromiseMetrics(registry: Registry, waiting: () => number): PromiseMetrics {
  const registers = [registry];
  const requests = new Counter({
    name: 'rate_requests_total',
    help: 'Rate requests answered, by the rung of the ladder and the HTTP status.',
    labelNames: ['rung', 'status'],
    registers,
  });
  const seconds = new Histogram({
    name: 'rate_request_seconds',
    help: 'From the arrival of the headers to the answer.',
    labelNames: ['rung'],
    buckets: SECONDS,
    registers,
  });
  const aborted = new Counter({
    name: 'rate_requests_aborted_total',
    help: 'Rate requests that Shopify gave up before the answer.',
    registers,
  });
  const refused = new Counter({
    name: 'rate_requests_refused_total',
    help: 'Requests that never reached the ladder: not of a shop, not whole, or met by a fault of our own.',
    labelNames: ['code'],
    registers,
  });
  const questions = new Counter({
    name: 'onestock_questions_total',
    help: 'Questions put to OneStock, by what came of them.',
    labelNames: ['outcome'],
    registers,
  });
  const questionSeconds = new Histogram({
    name: 'onestock_question_seconds',
    help: 'How long OneStock took, late answers included.',
    buckets: SECONDS,
    registers,
  });
  const written = new Counter({ name: 'answers_written_total', help: 'Answers recorded.', registers });
  const forgotten = new Counter({
    name: 'answers_forgotten_total',
    help: 'Answers that could not be recorded: orders from them are resolved without their promise.',
    registers,
  });
  new Gauge({
    name: 'answers_waiting',
    help: 'Answers that wait to be recorded.',
    registers,
    collect() {
      this.set(waiting());
    },
  });

  return {
    answered({ prepared: { trace } }, { durationMs, wasAborted }) {
      requests.inc({ rung: trace.rung, status: trace.status });
      seconds.observe({ rung: trace.rung }, durationMs / 1000);
      if (wasAborted) aborted.inc();
    },
    refused: (code) => refused.inc({ code }),
    written: (answers) => written.inc(answers),
    forgotten: (answers) => forgotten.inc(answers),
    watch: (oneStock) => ({
      deliveryPromises(...question) {
        const end = questionSeconds.startTimer();
        const answer = oneStock.deliveryPromises(...question);
        void answer.then((result) => {
          end();
          questions.inc({ outcome: result.isOk() ? 'answered' : result.error.code });
        });
        return answer;
      },
    }),
  };
}
