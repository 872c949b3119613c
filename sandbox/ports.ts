import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * The ports of the sandbox by name: `base`, `base + 1`… in the order of the names, or free ones where no base is given.
 */
export async function choosePorts<Name extends string>(
  names: readonly Name[],
  base: number | null,
): Promise<Record<Name, number>> {
  const ports = await Promise.all(names.map((_, index) => (base === null ? freePort() : base + index)));
  return Object.fromEntries(names.map((name, index) => [name, ports[index]])) as Record<Name, number>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string')
    throw new Error('A TCP server has a numbered address.');
  return address.port;
}
