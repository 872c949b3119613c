import type { HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import { HANDLE_INBOX_EVENT } from '#app/features/activity/index.ts';
import { systemClock } from '#app/platform/clock.ts';
import type { Config } from '#app/platform/config/index.ts';
import { isSameSecret } from '#app/platform/crypto/index.ts';
import { receiveEvent } from '#app/platform/jobs/inbox.ts';
import type { Logger } from '#app/platform/log.ts';
import type { Services } from '../services.ts';
import { carrierRates } from './carrier-rates.ts';
import { refuse } from './refuse.ts';
import { shopifyWebhooks } from './webhooks/shopify.ts';

/** Adds what is answered before Remix: the checkout door, the event door, and a sign of life. */
export function mountEndpoints(
  app: Hono,
  { services, config, log }: { services: Services; config: Config; log: Logger },
): void {
  const { apiSecret, previousApiSecret } = config.shopify;
  const secrets = previousApiSecret ? [apiSecret, previousApiSecret] : [apiSecret];
  const { promises, database } = services;

  const answerRates = carrierRates({ promises, secrets, clock: systemClock, log });
  app.post('/carrier-rates/:token', (c) => {
    const { incoming } = c.env as HttpBindings;
    return answerRates(c.req.raw, c.req.param('token'), () => incoming.socket.destroyed);
  });
  app.all('/carrier-rates/:token', () => postOnly());

  const receiveWebhook = shopifyWebhooks({
    receive: (event) => receiveEvent(database.pool, event, HANDLE_INBOX_EVENT),
    secrets,
    log,
  });
  app.post('/webhooks/shopify', (c) => receiveWebhook(c.req.raw));
  app.all('/webhooks/shopify', () => postOnly());

  app.get('/metrics', async (c) => {
    if (!mayReadMetrics(c.req.header('authorization'), config.metricsToken)) return c.notFound();
    return c.text(await services.registry.metrics(), 200, { 'content-type': services.registry.contentType });
  });

  app.get('/healthz', (c) => c.text('ok'));
}

function postOnly(): Response {
  const response = refuse(405, 'method_not_allowed', 'Only POST is answered here.');
  response.headers.set('allow', 'POST');
  return response;
}

/** Without METRICS_TOKEN anybody who reaches the port may read: set it where that is not the operator alone. */
function mayReadMetrics(authorization: string | undefined, token: string | undefined): boolean {
  return token === undefined || isSameSecret(authorization ?? '', `Bearer ${token}`);
}
