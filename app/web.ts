import { createRequestHandler } from '@remix-run/server-runtime';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { ShopifyApp } from '#app/gateways/shopify/app.ts';
import type { Config } from '#app/platform/config/index.ts';
import type { Logger } from '#app/platform/log.ts';
import type { PageServices } from './load-context.ts';
import type { RemixBuild } from './remix-build.ts';

/** Far above what a page sends: a configuration of thousands of lines takes a few hundred kilobytes. */
const LARGEST_PAGE_BODY_BYTES = 2_000_000;

export interface WebDependencies {
  config: Pick<Config, 'shopify'>;
  shopify: ShopifyApp;
  services: PageServices;
  build: RemixBuild;
  log: Logger;
  /** Adds the routes that are answered before Remix. */
  endpoints(app: Hono): void;
}

/**
 * Everything that the web process answers: the endpoints first, which must not pay for Remix, then the files of the pages,
 * then the pages.
 */
export function createWeb({ config, shopify, services, build, log, endpoints }: WebDependencies): Hono {
  const app = new Hono();
  app.onError((err, c) => {
    log.error({ err, method: c.req.method, path: c.req.path }, 'a request failed');
    return c.json({ error: 'internal_error', message: 'The request could not be answered.' }, 500);
  });
  endpoints(app);
  build.mountFiles(app);

  app.use(
    bodyLimit({
      maxSize: LARGEST_PAGE_BODY_BYTES,
      onError: (c) => c.json({ error: 'too_large', message: 'This is more than any page sends.' }, 413),
    }),
  );
  const renderPage = createRequestHandler(build.pages, build.mode);
  const context = { shopify, services, log, apiKey: config.shopify.apiKey };
  app.all('*', (c) => renderPage(c.req.raw, context));
  return app;
}
