import type { Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { mountAdminApi } from './admin-api/routes.ts';
import { mountCheckout } from './checkout/index.ts';
import { mountOrderControl } from './control/order-routes.ts';
import { mountControl } from './control/routes.ts';
import { mountShopControl } from './control/shop-routes.ts';
import { mountFaults } from './faults.ts';
import { InvalidInput } from './invalid-input.ts';
import type { Simulator, SimulatorApp } from './simulator.ts';
import { mountTokens } from './tokens/routes.ts';
import { mountWebhookControl } from './webhooks/routes.ts';

/** Everything that the simulator answers, over `simulator`. */
export function createServerApp(simulator: Simulator): SimulatorApp {
  const app: SimulatorApp = new Hono();
  app.onError((error, context) => {
    if (error instanceof InvalidInput) return context.json({ error: error.message }, 422);
    throw error;
  });
  app.use('/admin/*', async (context, next) => {
    simulator.control.count(`${context.req.method} ${context.req.path}`);
    await next();
  });
  mountFaults(app, simulator);
  mountTokens(app, simulator);
  mountAdminApi(app, simulator);
  mountControl(app, simulator);
  mountShopControl(app, simulator);
  mountOrderControl(app, simulator);
  mountWebhookControl(app, simulator);
  mountCheckout(app, simulator);
  return app;
}

/**
 * Serves `app` on 127.0.0.1.
 * @param port 0 for a free one
 * @returns its origin, and a `close` that cuts every open connection, hanging ones included
 */
export async function listen(
  app: SimulatorApp,
  port: number,
): Promise<{ url: string; close(): Promise<void> }> {
  const server = createAdaptorServer({
    fetch: (request, env) => app.fetch(request, env as HttpBindings),
  }) as Server;
  const open = new Set<Socket>();
  server.on('connection', (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const socket of open) socket.destroy();
    });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}
