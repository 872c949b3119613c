import { setTimeout as pause } from 'node:timers/promises';
import type { RunningSandbox } from '#test/support/sandbox.ts';
import { type LoadResult, load, type WireRequest } from '../rates/load.ts';
import type { Messages } from './messages.ts';
import type { ProcessorMeter } from './processor.ts';
import type { Workers } from './workers.ts';

/** What every figure is measured with. */
export interface Bench {
  sandbox: RunningSandbox;
  workers: Workers;
  messages: Messages;
  meter: ProcessorMeter;
}

export const PER_SECOND = 500;
const CONNECTIONS = 20;
const SPARE_MS = 120_000;

/** Sends so many events at 500 a second. Gives up two minutes after they should all be answered. */
export async function send({ sandbox }: Bench, next: () => WireRequest, events: number): Promise<LoadResult> {
  const givingUp = new AbortController();
  const port = Number(new URL(sandbox.ready.web).port);
  const sending = load({ port, connections: CONNECTIONS, next, requests: events, perSecond: PER_SECOND });
  const patience = pause((events / PER_SECOND) * 1000 + SPARE_MS, null, { signal: givingUp.signal });
  const result = await Promise.race([sending, patience.catch(() => null)]).finally(() => givingUp.abort());
  if (!result) throw new Error('The event door did not answer all that it was sent.');
  return result;
}

/** Prints what is going on, beside the figures. */
export function tell(text: string): void {
  process.stderr.write(`${text}\n`);
}
