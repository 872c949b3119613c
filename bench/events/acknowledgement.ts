import { printFigure, rounded } from '../figure.ts';
import { query } from '../rates/rows.ts';
import { type Bench, PER_SECOND, send, tell } from './bench.ts';
import { drained } from './wait.ts';

const TARGET_MS = 50;
/** Every hundredth message is the one before once more. */
const REPEAT_EVERY = 100;

export interface EventLoad {
  events: number;
  /** Ids in OneStock of the orders that events are about, in turn. */
  orderIds: readonly string[];
  /** How many of these orders exist in both systems; of the others there is the app's own row only. */
  realOrders: number;
}

/** Acknowledgement while nobody works on the events; then what has piled up is worked on, and none may be lost. */
export async function withWorkerStopped(bench: Bench, eventLoad: EventLoad): Promise<void> {
  const { sandbox, workers } = bench;
  workers.stop();
  await acknowledged(bench, eventLoad, 'the worker stopped');
  const [before] = await query<{ waiting: number }>(
    sandbox,
    "select count(*)::int as waiting from inbox_event where source = 'onestock' and state = 'waiting'",
  );
  tell(`${before?.waiting} events wait`);
  const used = await bench.meter();
  const startedAt = new Date();
  workers.go(1);
  const isDrained = await drained(sandbox);
  const use = await used();
  const [after] = await query<{ handled: number; last: Date | null }>(
    sandbox,
    "select count(*)::int as handled, max(handled_at) as last from inbox_event where source = 'onestock' and handled_at >= $1",
    [startedAt],
  );
  const handled = after?.handled ?? 0;
  const seconds = ((after?.last ?? startedAt).getTime() - startedAt.getTime()) / 1000;
  printFigure({
    figure: 'backlog of events handled by one worker process',
    value: Math.round(handled / seconds),
    unit: 'events/s',
    vs_bare: null,
    target: 'none left',
    pass: isDrained && handled === before?.waiting,
    events: handled,
    orders: eventLoad.orderIds.length,
    real_orders: eventLoad.realOrders,
    seconds: rounded(seconds, 1),
    ...use,
  });
  await noneLost(bench);
}

/** The same while the worker takes up each event as it comes. */
export async function withWorkerRunning(bench: Bench, eventLoad: EventLoad): Promise<void> {
  await acknowledged(bench, eventLoad, 'the worker running');
  await drained(bench.sandbox);
  await noneLost(bench);
}

async function acknowledged(bench: Bench, eventLoad: EventLoad, circumstances: string): Promise<void> {
  const { events, orderIds, realOrders } = eventLoad;
  const next = bench.messages.about(orderIds, { repeatEvery: REPEAT_EVERY });
  const used = await bench.meter();
  const { latencyUs, statuses, requestsPerSecond } = await send(bench, next, events);
  const use = await used();
  const p99 = latencyUs.percentile(99) / 1000;
  const isAllTaken = statuses[202] === events;
  printFigure({
    figure: `acknowledgement at ${PER_SECOND} events/s with ${circumstances}, p99`,
    value: rounded(p99),
    unit: 'ms',
    vs_bare: null,
    target: `<= ${TARGET_MS} ms`,
    pass: isAllTaken && p99 <= TARGET_MS,
    p50_ms: rounded(latencyUs.percentile(50) / 1000),
    most_ms: rounded(latencyUs.max / 1000),
    events,
    orders: orderIds.length,
    real_orders: realOrders,
    per_second: Math.round(requestsPerSecond),
    statuses,
    ...use,
  });
}

/** Everything distinct that was sent so far has one row in the inbox, and has been handled. */
async function noneLost({ sandbox, messages }: Bench): Promise<void> {
  const [row] = await query<{ kept: number; handled: number }>(
    sandbox,
    `select count(*)::int as kept, count(*) filter (where state = 'done')::int as handled
     from inbox_event where source = 'onestock' and message_id = any($1::text[])`,
    [messages.messageIds],
  );
  const distinct = messages.messageIds.length;
  const { kept = 0, handled = 0 } = row ?? {};
  printFigure({
    figure: 'events acknowledged so far and lost or not handled',
    value: distinct - handled,
    unit: 'events',
    vs_bare: null,
    target: '0',
    pass: kept === distinct && handled === distinct,
    distinct,
    sent_again: messages.repeats,
    kept,
    handled,
  });
}
