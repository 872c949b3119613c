import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { createHistogram, type RecordableHistogram } from 'node:perf_hooks';

/** A request as it goes over the wire, headers included. */
export type WireRequest = Buffer;

export interface LoadResult {
  requests: number;
  seconds: number;
  requestsPerSecond: number;
  /** Latencies in microseconds. */
  latencyUs: RecordableHistogram;
  /** Answers by status. */
  statuses: Record<number, number>;
  /** Answers that carry at least one rate. */
  withRates: number;
}

export interface LoadOptions {
  port: number;
  connections: number;
  /** The next request to send. */
  next: () => WireRequest;
  /** Ends after so many requests, or so many seconds. */
  requests?: number;
  seconds?: number;
  /** Sent at a steady rate; as fast as answers come when left out. Latency then counts from when a request was due. */
  perSecond?: number;
}

const HEADER_END = Buffer.from('\r\n\r\n');
const LAST_CHUNK = Buffer.from('\r\n0\r\n\r\n');
const RATE = Buffer.from('"service_code"');

/**
 * Sends requests over kept-alive connections to 127.0.0.1, one at a time on each, and measures in microseconds. It speaks just enough HTTP for
 * answers of a known length or in chunks, so that it takes little of the two cores that it shares with the server.
 */
export async function load(options: LoadOptions): Promise<LoadResult> {
  const { port, connections, next, requests = Number.POSITIVE_INFINITY, seconds, perSecond } = options;
  const latencyUs = createHistogram();
  const statuses: Record<number, number> = {};
  let sent = 0;
  let answered = 0;
  let withRates = 0;
  const startedAt = performance.now();
  const endsAt = seconds === undefined ? Number.POSITIVE_INFINITY : startedAt + seconds * 1000;

  const mayGoOn = () => sent < requests && performance.now() < endsAt;

  async function drive(socket: Socket): Promise<void> {
    while (mayGoOn()) {
      const dueAt = perSecond === undefined ? performance.now() : startedAt + (sent / perSecond) * 1000;
      sent++;
      const early = dueAt - performance.now();
      if (early > 1) await new Promise((resolve) => setTimeout(resolve, early));
      socket.write(next());
      const { status, hasRates } = await answerOf(socket);
      latencyUs.record(Math.max(1, Math.round((performance.now() - dueAt) * 1000)));
      statuses[status] = (statuses[status] ?? 0) + 1;
      answered++;
      if (hasRates) withRates++;
    }
    socket.destroy();
  }

  const sockets = await Promise.all(Array.from({ length: connections }, () => open(port)));
  await Promise.all(sockets.map(drive));
  const took = (performance.now() - startedAt) / 1000;
  return {
    requests: answered,
    seconds: took,
    requestsPerSecond: answered / took,
    latencyUs,
    statuses,
    withRates,
  };
}

async function open(port: number): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await once(socket, 'connect');
  return socket;
}

function answerOf(socket: Socket): Promise<{ status: number; hasRates: boolean }> {
  return new Promise((resolve, reject) => {
    let received: Buffer | undefined;
    let total = Number.POSITIVE_INFINITY;
    let isChunked = false;
    const onData = (chunk: Buffer) => {
      received = received ? Buffer.concat([received, chunk]) : chunk;
      if (total === Number.POSITIVE_INFINITY) {
        const end = received.indexOf(HEADER_END);
        if (end < 0) return;
        const head = received.toString('latin1', 0, end);
        const announced = /content-length: (\d+)/i.exec(head)?.[1];
        isChunked = announced === undefined && /transfer-encoding: chunked/i.test(head);
        total = end + 4 + Number(announced ?? 0);
      }
      if (isChunked ? !received.subarray(-LAST_CHUNK.length).equals(LAST_CHUNK) : received.length < total)
        return;
      finish();
      resolve({ status: Number(received.toString('latin1', 9, 12)), hasRates: received.includes(RATE) });
    };
    const onClose = () => {
      finish();
      reject(new Error('The server closed the connection.'));
    };
    const finish = () => socket.off('data', onData).off('close', onClose).off('error', onClose);
    socket.on('data', onData).on('close', onClose).on('error', onClose);
  });
}
