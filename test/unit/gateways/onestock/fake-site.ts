import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import {
  createOneStockGateway,
  type HostPolicy,
  type OneStockConnection,
  type OneStockGateway,
} from '#app/gateways/onestock/index.ts';
import { type Clock, systemClock } from '#app/platform/clock.ts';
import { createLogger } from '#app/platform/log.ts';

/** A request as the fake site received it. */
export interface Received {
  path: string;
  method: string;
  headers: IncomingMessage['headers'];
  body: Record<string, unknown>;
  /** Tells connections apart. */
  remotePort: number | undefined;
}

export type Answering = (received: Received, response: ServerResponse) => void;

export interface FakeSite {
  origin: string;
  /** `127.0.0.1:port`. */
  host: string;
  received: Received[];
  /** Requests to a path, such as `/v3/login`. */
  countOf(path: string): number;
}

export const PASSWORD = 'hunter2-of-the-site';

/** What a site answers that is asked for its sales channels. */
export const channels = { sales_channels: [{ id: 'web', name: 'Web' }] };

/** A local server that answers as a test says. It is stopped, with every open connection, when the test ends. */
export async function startFakeSite(answering: Answering): Promise<FakeSite> {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const one: Received = {
      path: request.url ?? '',
      method: request.method ?? '',
      headers: request.headers,
      body: JSON.parse(await text(request)),
      remotePort: request.socket.remotePort,
    };
    received.push(one);
    answering(one, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  });
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin: `http://${host}`,
    host,
    received,
    countOf: (path) => received.filter((one) => one.path === path).length,
  };
}

/** A site where every login succeeds with a token of its own, and the rest answers as the test says. */
export function startFakeSiteWithLogin(answering: Answering): Promise<FakeSite> {
  let logins = 0;
  return startFakeSite((received, response) => {
    if (received.path === '/v3/login') sendJson(response, { token: `token-${++logins}` });
    else answering(received, response);
  });
}

export function sendJson(response: ServerResponse, body: unknown, status = 200, headers = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

export function connectionTo(origin: string, changes: Partial<OneStockConnection> = {}): OneStockConnection {
  return {
    siteId: 's100',
    host: origin,
    apiVersion: 'v3',
    userId: 'api_user',
    password: PASSWORD,
    ...changes,
  };
}

export interface TestGateway {
  gateway: OneStockGateway;
  /** Every log line, parsed. */
  logLines: Record<string, unknown>[];
}

/** A gateway that may call the given hosts over http on this machine. It is closed when the test ends. */
export function gatewayFor(
  hosts: string[],
  settings: {
    clock?: Clock;
    policy?: Partial<HostPolicy>;
    resolve?: (hostname: string) => Promise<{ address: string; family: number }[]>;
  } = {},
): TestGateway {
  const logLines: Record<string, unknown>[] = [];
  const gateway = createOneStockGateway({
    log: createLogger('trace', { write: (line) => logLines.push(JSON.parse(line)) }),
    clock: settings.clock ?? systemClock,
    policy: { allowedHosts: hosts, allowPrivateAddresses: true, allowHttp: true, ...settings.policy },
    resolve: settings.resolve,
  });
  onTestFinished(() => gateway.close());
  return { gateway, logLines };
}

/** A clock that stands still until it is moved. */
export function movableClock(startsAt: string): Clock & { move(ms: number): void } {
  let nowMs = Date.parse(startsAt);
  return {
    now: () => new Date(nowMs),
    move(ms) {
      nowMs += ms;
    },
  };
}
