import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import {
  channels,
  connectionTo,
  gatewayFor,
  PASSWORD,
  sendJson,
  startFakeSite,
  startFakeSiteWithLogin,
} from '../fake-site.ts';

describe('a call', () => {
  it('is a POST that overrides its method, with site and token in the body', async () => {
    const site = await startFakeSiteWithLogin((_, response) => sendJson(response, channels));
    const { gateway } = gatewayFor([site.host]);
    await gateway.salesChannels(connectionTo(site.origin));
    expect(site.received[1]).toMatchObject({
      method: 'POST',
      path: '/v3/sales_channels',
      headers: { 'x-http-method-override': 'GET', 'content-type': 'application/json' },
      body: { site_id: 's100', token: 'token-1' },
    });
  });

  it.each([
    ['', '/login'],
    ['v2', '/v2/login'],
    ['v4', '/v4/login'],
  ] as const)('goes to the routes of API version “%s”: %s', async (apiVersion, path) => {
    const site = await startFakeSite((_, response) => sendJson(response, {}, 500));
    const { gateway } = gatewayFor([site.host]);
    await gateway.check(connectionTo(site.origin, { apiVersion }));
    expect(site.received[0]?.path).toBe(path);
  });

  it('follows no redirect', async () => {
    const trap = await startFakeSite((_, response) => sendJson(response, { token: 'stolen' }));
    const site = await startFakeSite((_, response) =>
      response.writeHead(307, { location: `${trap.origin}/v3/login` }).end(),
    );
    const { gateway } = gatewayFor([site.host, trap.host]);
    const error = (await gateway.check(connectionTo(site.origin)))._unsafeUnwrapErr();
    expect(error).toMatchObject({ code: 'onestock_unreadable', retryable: false, status: 307 });
    expect(trap.received).toHaveLength(0);
  });

  it('is made once more, on a new connection, when the kept one was closed under it', async () => {
    // GIVEN a connection that is idle, and used again by the next call
    let closing = false;
    const site = await startFakeSiteWithLogin((_, response) => {
      if (closing) response.socket?.end();
      else sendJson(response, channels);
      closing = false;
    });
    const { gateway } = gatewayFor([site.host]);
    const ask = () => gateway.salesChannels(connectionTo(site.origin));
    const portsUsed = () => site.received.map(({ remotePort }) => remotePort);
    await vi.waitUntil(async () => (await ask()).isOk() && portsUsed().at(-1) === portsUsed().at(-2));
    // WHEN the site closes it in answer to a call
    closing = true;
    const answer = await ask();
    // THEN the call is answered on another one
    expect(closing).toBe(false);
    expect(answer.isOk()).toBe(true);
    expect(portsUsed().at(-1)).not.toBe(portsUsed().at(-2));
  });

  it('is not made again when a fresh connection is closed without an answer', async () => {
    const site = await startFakeSite((_, response) => response.socket?.end());
    const { gateway } = gatewayFor([site.host]);
    const error = (await gateway.check(connectionTo(site.origin)))._unsafeUnwrapErr();
    expect(error).toMatchObject({ code: 'onestock_unreachable', retryable: true });
    expect(site.received).toHaveLength(1);
  });

  it('is unreachable when the connection is reset', async () => {
    const site = await startFakeSite((_, response) => response.socket?.resetAndDestroy());
    const { gateway } = gatewayFor([site.host]);
    const error = (await gateway.check(connectionTo(site.origin)))._unsafeUnwrapErr();
    expect(error).toMatchObject({ code: 'onestock_unreachable', retryable: true });
    expect(site.received).toHaveLength(1);
  });

  it('is unreachable when nothing listens', async () => {
    const site = await startFakeSite(() => {});
    const port = await freePort();
    const { gateway } = gatewayFor([site.host, `127.0.0.1:${port}`]);
    const error = (await gateway.check(connectionTo(`http://127.0.0.1:${port}`)))._unsafeUnwrapErr();
    expect(error).toMatchObject({ code: 'onestock_unreachable', retryable: true });
    expect(error.broken).toEqual({ at: 'connection', code: 'ECONNREFUSED' });
  });

  it('is unreachable when the answer breaks off', async () => {
    const site = await startFakeSite((_, response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('{"token":', () => response.destroy());
    });
    const { gateway } = gatewayFor([site.host]);
    const error = (await gateway.check(connectionTo(site.origin)))._unsafeUnwrapErr();
    expect(error).toMatchObject({ code: 'onestock_unreachable', retryable: true });
  });

  it('is unreadable when the other side does not speak HTTP', async () => {
    const port = await listenRaw((socket) =>
      socket.once('data', () => socket.end('SSH-2.0-OpenSSH_9.6\r\n')),
    );
    const { gateway } = gatewayFor([`127.0.0.1:${port}`]);
    const error = (await gateway.check(connectionTo(`http://127.0.0.1:${port}`)))._unsafeUnwrapErr();
    expect(error).toMatchObject({ code: 'onestock_unreadable', retryable: false });
  });

  it('is unreadable, and cut off, when the answer has no end', async () => {
    let sentBytes = 0;
    const site = await startFakeSiteWithLogin((_, response) => {
      response.writeHead(200);
      const chunk = Buffer.alloc(256_000, ' ');
      const pour = () => {
        if (response.destroyed) return;
        sentBytes += chunk.length;
        response.write(chunk, pour);
      };
      pour();
    });
    const { gateway } = gatewayFor([site.host]);
    const error = (await gateway.salesChannels(connectionTo(site.origin)))._unsafeUnwrapErr();
    expect(error).toMatchObject({ code: 'onestock_unreadable', retryable: false });
    expect(sentBytes).toBeLessThan(50_000_000);
  });
});

describe('the deadline of a call', () => {
  it('ends a call that is never answered', async () => {
    const site = await startFakeSiteWithLogin(() => {});
    const { gateway } = gatewayFor([site.host]);
    const error = (
      await gateway.salesChannels(connectionTo(site.origin), { timeoutMs: 50 })
    )._unsafeUnwrapErr();
    expect(error).toMatchObject({ code: 'onestock_timeout', retryable: true });
  });

  it('ends an answer that drips in byte by byte, and closes its connection', async () => {
    let closed = false;
    const site = await startFakeSiteWithLogin((_, response) => {
      const drip = setInterval(() => response.write(' '), 5);
      response.on('close', () => {
        clearInterval(drip);
        closed = true;
      });
    });
    const { gateway } = gatewayFor([site.host]);
    const error = (
      await gateway.salesChannels(connectionTo(site.origin), { timeoutMs: 60 })
    )._unsafeUnwrapErr();
    expect(error.code).toBe('onestock_timeout');
    await vi.waitUntil(() => closed);
  });

  it('ends a wait for a login that hangs', async () => {
    const site = await startFakeSite(() => {});
    const { gateway } = gatewayFor([site.host]);
    const answer = await gateway.salesChannels(connectionTo(site.origin), { timeoutMs: 50 });
    expect(answer._unsafeUnwrapErr().code).toBe('onestock_timeout');
  });

  it('ends a wait for a connection that does not come about', async () => {
    const { gateway } = gatewayFor(['silent.example'], { resolve: () => new Promise(() => {}) });
    const answer = await gateway.check(connectionTo('https://silent.example'), { timeoutMs: 50 });
    expect(answer._unsafeUnwrapErr().code).toBe('onestock_timeout');
  });

  it('ends a wait for a new connection when the token is known already', { timeout: 2_500 }, async () => {
    // GIVEN a site that keeps no connection, logged in to
    const answers = { token: 'token-1', ...channels };
    const site = await startFakeSite((_, response) =>
      sendJson(response, answers, 200, { connection: 'close' }),
    );
    const host = `fading.example:${site.host.split(':')[1]}`;
    let resolves = true;
    const { gateway } = gatewayFor([host], {
      resolve: () =>
        resolves ? Promise.resolve([{ address: '127.0.0.1', family: 4 }]) : new Promise(() => {}),
    });
    const ask = (timeoutMs?: number) => gateway.salesChannels(connectionTo(`http://${host}`), { timeoutMs });
    expect((await ask()).isOk()).toBe(true);
    // WHEN its name resolves no more
    resolves = false;
    // THEN the call ends at its own deadline, not at the connector's, which lies beyond the time limit of this test
    expect((await ask(50))._unsafeUnwrapErr().code).toBe('onestock_timeout');
  });

  it('bounds login, refusal and repetition together', async () => {
    const site = await startFakeSiteWithLogin((_, response) => {
      if (site.countOf('/v3/sales_channels') === 1) sendJson(response, { error: 'auth_error' }, 401);
    });
    const { gateway } = gatewayFor([site.host]);
    const answer = await gateway.salesChannels(connectionTo(site.origin), { timeoutMs: 200 });
    expect(answer._unsafeUnwrapErr().code).toBe('onestock_timeout');
    expect(site.countOf('/v3/sales_channels')).toBe(2);
  });
});

describe('the log', () => {
  it('names route, status, duration and request id of every exchange', async () => {
    const site = await startFakeSiteWithLogin((_, response) =>
      sendJson(response, channels, 200, { 'request-id': '65f0a1b2c3d4e5f6a7b8c9d0' }),
    );
    const { gateway, logLines } = gatewayFor([site.host]);
    await gateway.salesChannels(connectionTo(site.origin));
    expect(logLines).toHaveLength(2);
    expect(logLines[1]).not.toHaveProperty('omitted');
    expect(logLines[1]).toMatchObject({
      component: 'onestock',
      siteId: 's100',
      route: 'sales_channels',
      status: 200,
      requestId: '65f0a1b2c3d4e5f6a7b8c9d0',
      durationMs: expect.any(Number),
    });
  });

  it('holds no password, token or body, not even when OneStock repeats them', async () => {
    const site = await startFakeSiteWithLogin(({ body }, response) =>
      sendJson(response, { error: 'invalid', message: `refused ${JSON.stringify(body)} ${PASSWORD}` }, 400, {
        'request-id': `${PASSWORD}!`,
      }),
    );
    const { gateway, logLines } = gatewayFor([site.host]);
    const error = (await gateway.salesChannels(connectionTo(site.origin)))._unsafeUnwrapErr();
    expect(logLines).toHaveLength(2);
    const written = JSON.stringify([logLines, error]);
    expect(written).not.toContain(PASSWORD);
    expect(written).not.toContain('token-1');
    expect(error.vendorMessage).toContain('[secret]');
  });
});

async function listenRaw(onConnection: (socket: Socket) => void): Promise<number> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    onConnection(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  return (server.address() as AddressInfo).port;
}

/** A port on which nothing listens any more. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
