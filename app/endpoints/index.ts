import type { Hono } from 'hono';
import { ONESTOCK } from '#app/features/orders/index.ts';
import { SHOPIFY } from '#app/features/shops/index.ts';
import { systemClock } from '#app/platform/clock.ts';
import type { Config } from '#app/platform/config/index.ts';
import { isSameSecret } from '#app/platform/crypto/index.ts';
import type { Logger } from '#app/platform/log.ts';
import type { Services } from '../services.ts';
import { carrierRates } from './carrier-rates.ts';
import { checkoutDoor } from './checkout-door.ts';
import { refuse } from './refuse.ts';
import { oneStockWebhooks } from './webhooks/onestock.ts';
import { shopifyWebhooks } from './webhooks/shopify.ts';

interface EndpointDependencies {
  services: Services;
  config: Config;
  log: Logger;
}

/** The checkout door; see {@link checkoutDoor}. */
export function openCheckoutDoor({ services, config, log }: EndpointDependencies) {
  const { promises } = services;
  return checkoutDoor(carrierRates({ promises, secrets: secretsOf(config), clock: systemClock, log }));
}

/** Adds what else is answered before Remix: the event door, and a sign of life. */
export function mountEndpoints(app: Hono, { services, config, log }: EndpointDependencies): void {
  const { inbox, orders } = services;

  const receiveWebhook = shopifyWebhooks({
    receive: (event) => inbox.receive(SHOPIFY, event),
    secrets: secretsOf(config),
    log,
  });
  app.post('/webhooks/shopify', (c) => receiveWebhook(c.req.raw));
  app.all('/webhooks/shopify', () => postOnly());

  const receiveMessage = oneStockWebhooks({
    events: orders.convergence,
    receive: (event) => inbox.receive(ONESTOCK, event),
    clock: systemClock,
    log,
  });
  app.post('/webhooks/onestock/:token', (c) => receiveMessage(c.req.param('token'), c.req.raw));
  app.all('/webhooks/onestock/:token', () => postOnly());

  app.get('/metrics', async (c) => {
    if (!mayReadMetrics(c.req.header('authorization'), config.metricsToken)) return c.notFound();
    return c.text(await services.registry.metrics(), 200, { 'content-type': services.registry.contentType });
  });

  app.get('/healthz', (c) => c.text('ok'));
}

function secretsOf({ shopify: { apiSecret, previousApiSecret } }: Config): string[] {
  return previousApiSecret ? [apiSecret, previousApiSecret] : [apiSecret];
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
