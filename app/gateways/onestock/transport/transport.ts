import { handleWhen, retry } from 'cockatiel';
import { err, ok, type Result } from 'neverthrow';
import { Agent, type Dispatcher, errors } from 'undici';
import type { Clock } from '#app/platform/clock.ts';
import type { Logger } from '#app/platform/log.ts';
import type { OneStockError } from '../errors.ts';
import type { Answer, Call } from './call.ts';
import { deadlineError, withinDeadline } from './deadline.ts';
import { describeExchange } from './exchange.ts';
import { createGuardedConnector, type ResolveHost, resolveBySystem } from './guarded-connector.ts';
import { checkHost, type HostPolicy } from './host-policy.ts';
import { judgeAnswer } from './judge-answer.ts';
import { translateNetworkFault } from './network-faults.ts';

const CONNECT_TIMEOUT_MS = 3_000;
/** Connections to one host. Beyond it calls wait, each within its deadline. */
const CONNECTIONS_PER_HOST = 128;
/** Kept long enough that a shop with a checkout every few seconds pays no TLS handshake in it. */
const KEEP_ALIVE_MS = 30_000;
/** A page of endpoints takes some hundred kilobytes; anything near this is not an answer. */
const MAX_ANSWER_BYTES = 5_000_000;
/** OneStock names an exchange with 24 hexadecimal characters (https://github.com/inviqa/onestock-api-client). */
const REQUEST_ID = /^[\w-]{1,64}$/;

export interface TransportDependencies {
  log: Logger;
  clock: Clock;
  policy: HostPolicy;
  /** Replaces the operating system's name resolution. */
  resolve?: ResolveHost;
}

export interface Transport {
  /** One exchange with OneStock: an accepted answer (2xx), or why there is none. */
  send(call: Call): Promise<Result<Answer, OneStockError>>;
  close(): Promise<void>;
}

/**
 * Sends calls in the form that OneStock documents for fetch-like clients: POST with `X-HTTP-Method-Override: GET`,
 * site id and token in the root of a JSON body (https://github.com/mbousquet-onestock). Redirects are not
 * followed: the host was checked, its target was not. Each exchange leaves one log line with route, status,
 * duration and OneStock's Request-Id; bodies, tokens and passwords are never logged.
 */
export function createTransport(dependencies: TransportDependencies): Transport {
  const { log, policy } = dependencies;
  const agent = createAgent(dependencies);
  return {
    async send(call) {
      const { signal } = call.deadline;
      if (signal.aborted) return err(deadlineError(signal, call.route));
      const host = checkHost(call.connection.host, policy);
      if (host.isErr()) return err(host.error);
      const startedAtMs = performance.now();
      const exchange = exchangeOnce(agent, host.value, call);
      const received = await withinDeadline(exchange, call.deadline, call.route);
      const result = received.andThen((answer) => judgeAnswer(answer, call, dependencies.clock));
      const durationMs = performance.now() - startedAtMs;
      logExchange(log, call, durationMs, received, result);
      call.observe?.(describeExchange(call, host.value.origin + pathOf(call), received, durationMs));
      return result;
    },
    close: () => agent.destroy(),
  };
}

function createAgent({ policy, resolve = resolveBySystem }: TransportDependencies): Agent {
  return new Agent({
    connect: createGuardedConnector({
      connectTimeoutMs: CONNECT_TIMEOUT_MS,
      allowPrivateAddresses: policy.allowPrivateAddresses,
      resolve,
    }),
    connections: CONNECTIONS_PER_HOST,
    keepAliveTimeout: KEEP_ALIVE_MS,
    maxResponseSize: MAX_ANSWER_BYTES,
    // One deadline bounds the whole exchange: these two start again with every byte that drips in.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
}

async function exchangeOnce(agent: Agent, host: URL, call: Call): Promise<Result<Answer, OneStockError>> {
  const { signal } = call.deadline;
  const request = requestFor(host, call);
  try {
    const ask = () => agent.request(request);
    const response = await (call.isOnce ? ask() : onceMoreWhenKeptConnectionClosed.execute(ask, signal));
    const text = await response.body.text();
    return ok({
      status: response.statusCode,
      text,
      requestId: requestIdOf(response.headers),
      retryAfter: singleHeader(response.headers, 'retry-after'),
    });
  } catch (fault) {
    return err(translateNetworkFault(fault, call));
  }
}

/**
 * A server may close a kept connection in the very moment in which we write to it; the call then hardly began,
 * and is made once more on a fresh connection. Not those that must not be made twice.
 */
const onceMoreWhenKeptConnectionClosed = retry(handleWhen(closedKeptConnection), { maxAttempts: 1 });

function closedKeptConnection(fault: Error): boolean {
  return fault instanceof errors.SocketError && (fault.socket?.bytesRead ?? 0) > 0;
}

function pathOf({ connection, route, entityId, part }: Call): string {
  const entity = entityId === undefined ? undefined : encodeURIComponent(entityId);
  return `/${[connection.apiVersion, route, entity, part].filter(Boolean).join('/')}`;
}

function requestFor(host: URL, call: Call): Dispatcher.RequestOptions {
  const { connection, method, body, deadline } = call;
  return {
    origin: host.origin,
    path: pathOf(call),
    method: method === 'GET' ? 'POST' : method,
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      'user-agent': 'onestock-promise',
      ...(method === 'GET' && { 'x-http-method-override': 'GET' }),
    },
    body: JSON.stringify({ site_id: connection.siteId, ...body }),
    signal: deadline.signal,
  };
}

function requestIdOf(headers: Dispatcher.ResponseData['headers']): string | undefined {
  const value = singleHeader(headers, 'request-id');
  return value !== undefined && REQUEST_ID.test(value) ? value : undefined;
}

function singleHeader(headers: Dispatcher.ResponseData['headers'], name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
}

function logExchange(
  log: Logger,
  call: Call,
  durationMs: number,
  received: Result<Answer, OneStockError>,
  result: Result<Answer, OneStockError>,
): void {
  const facts = {
    component: 'onestock',
    siteId: call.connection.siteId,
    route: call.route,
    durationMs: Math.round(durationMs),
    ...(received.isOk() && { status: received.value.status, requestId: received.value.requestId }),
  };
  if (result.isOk()) log.info(facts, 'OneStock answered');
  else if (call.isProbe && received.isOk())
    log.info({ ...facts, code: result.error.code }, 'OneStock answered');
  else log.warn({ ...facts, code: result.error.code }, 'OneStock did not answer the call');
}
