import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { expect, onTestFinished } from 'vitest';
import { diagnoseConnection } from '#app/features/onestock-account/diagnose-connection.ts';
import {
  createOneStockGateway,
  type HostPolicy,
  type OneStockConnection,
  type OneStockGateway,
} from '#app/gateways/onestock/index.ts';
import { systemClock } from '#app/platform/clock.ts';
import { startOneStock } from '#sandbox/onestock/index.ts';
import { SELF_SIGNED } from '#test/support/self-signed.ts';

/** A gateway that may call `origin` on this machine; closed when the test ends. */
export function gatewayTo(origin: string, policy: Partial<HostPolicy> = {}): OneStockGateway {
  const gateway = createOneStockGateway({
    log: pino({ level: 'silent' }),
    clock: systemClock,
    policy: policyFor(origin, policy),
  });
  onTestFinished(() => gateway.close());
  return gateway;
}

export function policyFor(origin: string, policy: Partial<HostPolicy> = {}): HostPolicy {
  return { allowedHosts: [new URL(origin).host], allowPrivateAddresses: true, allowHttp: true, ...policy };
}

/** A simulated site, the account that it takes, and its control door; stopped when the test ends. */
export async function simulatedSite() {
  const simulator = await startOneStock();
  onTestFinished(() => simulator.close());
  const { url, siteId, userId, password } = simulator;
  const account: OneStockConnection = { host: url, siteId, userId, password, apiVersion: 'v3' };
  const control = async (settings: object) => {
    const answer = await fetch(`${url}/_control`, { method: 'POST', body: JSON.stringify(settings) });
    expect(answer.status).toBe(200);
  };
  return { account, control, gateway: gatewayTo(url), close: () => simulator.close() };
}

/** The diagnosis of an account that shoppers' promises come by. */
export function diagnose(gateway: OneStockGateway, account: OneStockConnection, timeoutMs?: number) {
  return diagnoseConnection(gateway, account, { inUse: true, timeoutMs });
}

/** A web server with a certificate that nobody vouches for; its origin. */
export async function untrustedServer(): Promise<string> {
  const server = createServer(SELF_SIGNED, (_request, response) => response.end('{"token":"stolen"}'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `https://localhost:${(server.address() as AddressInfo).port}`;
}
