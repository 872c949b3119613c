import { Registry } from 'prom-client';
import { describe, expect, it } from 'vitest';
import { createPromiseMetrics } from '#app/features/promise/promise-metrics.ts';
import type { RateAnswer } from '#app/features/promise/types.ts';
import { fakeOneStock, promise, type Reply } from '#test/support/promises.ts';
import { snapshot } from '#test/support/rate-requests.ts';

const SPENT = { durationMs: 20, phasesMs: {}, wasAborted: false };
const answer = (rung: string, status: number) =>
  ({ prepared: { trace: { shop: 'a.myshopify.com', rung, status } } }) as unknown as RateAnswer;

function metrics() {
  const registry = new Registry();
  return { ...createPromiseMetrics(registry, () => 7), page: () => registry.metrics() };
}

describe('what an operator reads of the checkout door', () => {
  it('is how many requests were answered from which rung, and how fast, of no shop by name', async () => {
    const { answered, page } = metrics();
    answered(answer('memory', 200), SPENT);
    answered(answer('memory', 200), { ...SPENT, durationMs: 400 });
    answered(answer('none', 503), { ...SPENT, wasAborted: true });
    const text = await page();
    expect(text).toContain('rate_requests_total{rung="memory",status="200"} 2');
    expect(text).toContain('rate_requests_total{rung="none",status="503"} 1');
    expect(text).toContain('rate_request_seconds_bucket{le="0.025",rung="memory"} 1');
    expect(text).toContain('rate_request_seconds_bucket{le="0.4",rung="memory"} 2');
    expect(text).toContain('rate_requests_aborted_total 1');
    expect(text).not.toContain('myshopify');
  });

  it('is what never reached the ladder, and what is yet to be written', async () => {
    const { refused, written, forgotten, page } = metrics();
    refused('signature_invalid');
    refused('internal_error');
    written(200);
    forgotten(3);
    const text = await page();
    expect(text).toContain('rate_requests_refused_total{code="signature_invalid"} 1');
    expect(text).toContain('rate_requests_refused_total{code="internal_error"} 1');
    expect(text).toContain('answers_written_total 200');
    expect(text).toContain('answers_forgotten_total 3');
    expect(text).toContain('answers_waiting 7');
  });

  it('is what came of the questions put to OneStock', async () => {
    const { watch, page } = metrics();
    const replies: Reply[] = [[promise()], 'onestock_timeout'];
    const { deliveryPromises } = watch(fakeOneStock(() => replies.shift() ?? []).gateway);
    const { connection } = snapshot([]);
    if (!connection) throw new Error('The shop of the tests is connected.');
    const question = { lines: [], options: [] };
    for (let each = 0; each < 2; each += 1) await deliveryPromises(connection.account, question, {});
    const text = await page();
    expect(text).toContain('onestock_questions_total{outcome="answered"} 1');
    expect(text).toContain('onestock_questions_total{outcome="onestock_timeout"} 1');
    expect(text).toContain('onestock_question_seconds_count 2');
  });
});
