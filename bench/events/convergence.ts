import { setTimeout as pause } from 'node:timers/promises';
import { printFigure, rounded } from '../figure.ts';
import { query } from '../rates/rows.ts';
import { type Bench, send, tell } from './bench.ts';
import { dispatchOnePiece } from './orders.ts';
import type { ProcessorUse } from './processor.ts';
import { drained } from './wait.ts';

const EVENTS_AN_ORDER = 10;
/** An order is read a second after its event at the earliest, which is no part of the work. */
const READ_AFTER_MS = 1_100;
const LATENCY_MS = 100;
const WANTED_RATIO = 1.7;
/** With less of the processors free than this, a second process has nothing to run on. */
const BUSY_FROM = 0.8;

interface Round extends ProcessorUse {
  orders: number;
  seconds: number;
  perSecond: number;
  /** Every order came to have the fulfilment that it lacked. */
  isWhole: boolean;
}

/** Real orders of which each lacks a fulfilment, and ten events about each, worked on by one process. */
export async function convergeBacklog(bench: Bench, orderIds: readonly string[]): Promise<void> {
  const round = await converge(bench, orderIds, {
    name: 'backlog',
    workers: 1,
    events: EVENTS_AN_ORDER * orderIds.length,
  });
  const { perSecond, isWhole, ...details } = round;
  printFigure({
    figure: 'backlog of orders converged by one worker process, a fulfilment each',
    value: rounded(perSecond, 1),
    unit: 'orders/s',
    vs_bare: null,
    target: 'all converged',
    pass: isWhole,
    events: EVENTS_AN_ORDER * orderIds.length,
    ...details,
  });
}

/**
 * The same with one event an order, and with both systems at 100 ms, so that there is something to wait for; by two processes and by one,
 * twice each and in an order that favours neither. A first round by two warms the new process up.
 */
export async function twoAgainstOne(bench: Bench, orderIds: readonly string[]): Promise<void> {
  const { sandbox, workers } = bench;
  await workers.startAnother();
  await sandbox.controlOneStock({ latencyMs: LATENCY_MS });
  await sandbox.controlShopify({ latencyMs: LATENCY_MS });
  const rounds: (Round & { workers: number })[] = [];
  for (const [at, count] of [2, 2, 1, 1, 2].entries()) {
    const events = orderIds.length;
    const round = await converge(bench, orderIds, { name: `round-${at}`, workers: count, events });
    tell(`${count} workers: ${rounded(round.perSecond, 1)} orders/s, ${percent(round.busy)} busy`);
    if (at > 0) rounds.push({ ...round, workers: count });
  }
  workers.go(2);
  await sandbox.controlOneStock({ latencyMs: 0 });
  await sandbox.controlShopify({ latencyMs: 0 });

  const by = (count: number) => rounds.filter((round) => round.workers === count);
  const mean = (count: number, of: (round: Round) => number) =>
    by(count).reduce((sum, round) => sum + of(round), 0) / by(count).length;
  const ratio = mean(2, ({ perSecond }) => perSecond) / mean(1, ({ perSecond }) => perSecond);
  const busy = mean(2, (round) => round.busy);
  const isWhole = rounds.every((round) => round.isWhole);
  const isBusy = busy >= BUSY_FROM;
  printFigure({
    figure: `orders converged by two worker processes against one, both systems at ${LATENCY_MS} ms`,
    value: rounded(ratio),
    unit: 'times',
    vs_bare: null,
    target: `>= ${WANTED_RATIO} while the processors are less than ${BUSY_FROM * 100} % busy`,
    pass: isWhole && isBusy ? null : isWhole && ratio >= WANTED_RATIO,
    ...(isBusy && {
      reason:
        `the processors are ${percent(busy)} busy while two workers run, ${percent(mean(2, ({ ours }) => ours ?? 0))} by them and ` +
        'what they work with: a second one finds little to run on',
    }),
    one_per_second: rounded(
      mean(1, ({ perSecond }) => perSecond),
      1,
    ),
    two_per_second: rounded(
      mean(2, ({ perSecond }) => perSecond),
      1,
    ),
    one_busy: rounded(mean(1, (round) => round.busy)),
    two_busy: rounded(busy),
    two_processors: by(2).map(({ processors }) => processors),
    orders: orderIds.length,
    all_converged: isWhole,
  });
}

/** Lets every order lack a fulfilment and events pile up; then counts from when the workers go on to the last order that is compared. */
async function converge(
  bench: Bench,
  orderIds: readonly string[],
  { name, workers: count, events }: { name: string; workers: number; events: number },
): Promise<Round> {
  const { sandbox, workers, messages, meter } = bench;
  workers.stop();
  await dispatchOnePiece(sandbox, orderIds, name);
  await send(bench, messages.about(orderIds), events);
  await pause(READ_AFTER_MS);
  const used = await meter();
  const startedAt = new Date();
  workers.go(count);
  const isDrained = await drained(sandbox);
  const use = await used();
  const [row] = await query<{ fulfilled: number; last: Date | null }>(
    sandbox,
    `select (select count(distinct order_id)::int from fulfillment_intent where state = 'done' and done_at >= $1) as fulfilled,
       (select max(compared_at) from order_export where compared_at >= $1) as last`,
    [startedAt],
  );
  const seconds = ((row?.last ?? startedAt).getTime() - startedAt.getTime()) / 1000;
  return {
    orders: orderIds.length,
    seconds: rounded(seconds, 1),
    perSecond: orderIds.length / seconds,
    isWhole: isDrained && row?.fulfilled === orderIds.length,
    ...use,
  };
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
