import { once } from 'node:events';
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Config } from '#app/platform/config/index.ts';
import { CONFIGURATION_CHANGED, listen } from '#app/platform/database/listen.ts';
import type { Logger } from '#app/platform/log.ts';
import { mountEndpoints, openCheckoutDoor } from './endpoints/index.ts';
import { openRemixBuild } from './remix-build.ts';
import type { Services } from './services.ts';
import { createWeb } from './web.ts';

/** Listens on the configured port. Answers how to stop: no new request is taken, those under way are answered. */
export async function startWeb(dependencies: {
  config: Config;
  services: Services;
  databaseUrl: string;
  log: Logger;
}): Promise<() => Promise<void>> {
  const { config, services, databaseUrl, log } = dependencies;
  let web: Hono | undefined;
  // Vite's websocket joins the server, so that the server is there before what it serves.
  const checkout = openCheckoutDoor({ services, config, log });
  const listener = getRequestListener(
    (request, env) => web?.fetch(request, env) ?? new Response(null, { status: 503 }),
  );
  const server = createServer((incoming, outgoing) => {
    if (!checkout(incoming, outgoing)) void listener(incoming, outgoing);
  });
  const build = await openRemixBuild(config, server);
  web = createWeb({
    config,
    shopify: services.shopify,
    services,
    build,
    log,
    endpoints: (app) => mountEndpoints(app, { services, config, log }),
  });
  const { snapshots } = services.promises;
  const changes = listen(databaseUrl, CONFIGURATION_CHANGED, snapshots.renew, snapshots.renewAll);
  await services.warmUp();
  server.listen(config.port, config.host);
  await once(server, 'listening');
  log.info({ port: config.port }, 'listening');

  return async () => {
    const closed = once(server, 'close');
    server.close();
    server.closeIdleConnections();
    await closed;
    await changes.close();
    await build.close();
  };
}
