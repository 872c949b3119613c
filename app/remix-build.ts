import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { HttpBindings } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { ServerBuild } from '@remix-run/server-runtime';
import type { Hono, MiddlewareHandler } from 'hono';
import type { Config } from '#app/platform/config/index.ts';
import { OperatorError } from '#app/platform/operator-error.ts';

/** The pages, as Remix runs them, and the files that browsers load for them. */
export interface RemixBuild {
  pages: ServerBuild | (() => Promise<ServerBuild>);
  mode: 'production' | 'development';
  /** Adds the routes that serve those files. */
  mountFiles(app: Hono): void;
  close(): Promise<void>;
}

/**
 * In production the pages that `npm run build` wrote; in development Vite, which builds them as they are asked for and
 * replaces them in the browser as they change, over the same port.
 *
 * @param server the HTTP server that will serve them; Vite's websocket joins it
 * @param builtPages where `npm run build` wrote
 * @throws OperatorError `pages_not_built` in production when there is no build
 */
export async function openRemixBuild(
  config: Pick<Config, 'environment' | 'appUrl'>,
  server: Server,
  builtPages = new URL('../build/', import.meta.url),
): Promise<RemixBuild> {
  return config.environment === 'development' ? openVite(config.appUrl, server) : openBuiltPages(builtPages);
}

async function openBuiltPages(builtPages: URL): Promise<RemixBuild> {
  const pagesFile = new URL('server/index.js', builtPages);
  if (!existsSync(pagesFile)) {
    throw new OperatorError(
      'pages_not_built',
      'The pages of the app are not built. Run `npm run build` first.',
    );
  }
  const files = serveStatic({
    root: fileURLToPath(new URL('client', builtPages)),
    precompressed: true,
    // The name of such a file changes with its content.
    onFound: (_path, c) => c.header('Cache-Control', 'public, max-age=31536000, immutable'),
  });
  return {
    pages: await import(pagesFile.href),
    mode: 'production',
    mountFiles: (app) => {
      app.use('/assets/*', files);
      app.use('/assets/*', async (c) => c.notFound());
    },
    close: async () => {},
  };
}

async function openVite(appUrl: string, server: Server): Promise<RemixBuild> {
  const { createServer } = await import('vite');
  const vite = await createServer({
    appType: 'custom',
    server: { middlewareMode: true, hmr: { server }, allowedHosts: [new URL(appUrl).hostname] },
  });
  const files: MiddlewareHandler<{ Bindings: HttpBindings }> = (c, next) =>
    new Promise((resolve, reject) => {
      const { incoming, outgoing } = c.env;
      outgoing.once('close', () => resolve(RESPONSE_ALREADY_SENT));
      vite.middlewares(incoming, outgoing, (error: unknown) => (error ? reject(error) : resolve(next())));
    });
  return {
    pages: () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>,
    mode: 'development',
    mountFiles: (app) => app.use('*', files as MiddlewareHandler),
    close: () => vite.close(),
  };
}
