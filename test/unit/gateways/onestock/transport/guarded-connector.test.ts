import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import {
  AddressRefused,
  createGuardedConnector,
} from '#app/gateways/onestock/transport/guarded-connector.ts';

it('an address written as the host, for which Node resolves no name, is refused as well', async () => {
  let connections = 0;
  const server = createServer(() => connections++);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const connect = createGuardedConnector({
    connectTimeoutMs: 1_000,
    allowPrivateAddresses: false,
    resolve: async () => Promise.reject(new Error('a literal is not resolved')),
  });
  const port = String((server.address() as AddressInfo).port);
  const failure = await new Promise((resolve) =>
    connect({ hostname: '127.0.0.1', protocol: 'http:', port }, (...[error]) => resolve(error)),
  );
  expect(failure).toBeInstanceOf(AddressRefused);
  expect(connections).toBe(0);
});

it('connecting has a time limit of its own, name resolution included', async () => {
  const connect = createGuardedConnector({
    connectTimeoutMs: 20,
    allowPrivateAddresses: false,
    resolve: () => new Promise(() => {}),
  });
  const failure = await new Promise((resolve) =>
    connect({ hostname: 'silent.example', protocol: 'http:', port: '80' }, (...[error]) => resolve(error)),
  );
  expect(failure).toMatchObject({ code: 'UND_ERR_CONNECT_TIMEOUT' });
});
