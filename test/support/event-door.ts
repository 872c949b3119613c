/** The doors that `mountEndpoints` opens, over real HTTP and a real database. */

import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { pino } from 'pino';
import { afterAll } from 'vitest';
import { mountEndpoints } from '#app/endpoints/index.ts';
import type { OneStockAccounts } from '#app/features/onestock-account/index.ts';
import { createOneStockEvents, type OneStockEvents, oneStockSource } from '#app/features/orders/index.ts';
import { systemClock } from '#app/platform/clock.ts';
import type { Config } from '#app/platform/config/index.ts';
import type { Database } from '#app/platform/database/client.ts';
import { createJobs } from '#app/platform/jobs/enqueue.ts';
import type { Services } from '#app/services.ts';
import { inboxUnderTest } from './inbox.ts';

export interface EventDoor {
  /** Where it listens, without a slash at its end. */
  origin: string;
  /** Has it answer for these accounts from now on, and remember nothing from before. */
  serve(oneStockAccounts: OneStockAccounts): OneStockEvents;
}

/** Call it at the top of a test file: it is closed after the last test there. */
export async function startEventDoor(database: Database): Promise<EventDoor> {
  let app = new Hono();
  const server = createServer(getRequestListener((request) => app.fetch(request)));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    serve(oneStockAccounts) {
      const oneStockEvents = createOneStockEvents({
        database,
        clock: systemClock,
        jobs: createJobs(database.pool),
        oneStockAccounts,
      });
      const inbox = inboxUnderTest(database, { sources: [oneStockSource] });
      app = new Hono();
      mountEndpoints(app, {
        services: { inbox, orders: { convergence: oneStockEvents } } as Services,
        config: { shopify: { apiSecret: 'secret' } } as Config,
        log: pino({ level: 'silent' }),
      });
      return oneStockEvents;
    },
  };
}
