import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { mintIdToken } from './id-token.ts';
import { launchUrl, storeHandle } from './launch.ts';
import { listen } from './listen.ts';
import { type AdminLink, adminPage, missingPage } from './page.ts';
import { startProxy } from './proxy.ts';
import { createResources, type ShopifyAddress } from './resources.ts';
import { createScopes } from './scopes.ts';

export type { AdminLink } from './page.ts';

export interface AdminOptions {
  /** A fixed port for the admin; a free one when left out. */
  port?: number;
  /** A fixed port for the app's public address; a free one when left out. */
  proxyPort?: number;
  apiKey: string;
  apiSecret: string;
  /** The shop whose admin this is, `demo.myshopify.com`. */
  shop: string;
  shopName: string;
  /** Origin of the app's web process, asked for at each request because it may restart elsewhere. */
  appTarget: () => string;
  /** Where the resource picker reads from. */
  shopifyApi: ShopifyAddress;
  /** The access scopes that the merchant granted by installing the app. */
  scopes: readonly string[];
  /** Told when the merchant grants or takes back optional scopes. */
  onScopesChanged?: (granted: string[]) => void;
  links?: readonly AdminLink[];
}

export interface SimulatedAdmin {
  /** Address of the app within the admin, for a person's browser. */
  appPage: string;
  /** Origin of the admin. */
  url: string;
  /** The app's public address: everything that Shopify and browsers send to the app goes there. */
  proxyUrl: string;
  /** A fresh id token, as App Bridge would add to a request of the app's own pages. */
  mintIdToken(): string;
  close(): Promise<void>;
}

const APP_NAME = 'OneStock Promise';
const APP_HANDLE = 'onestock-promise';
const APP_BRIDGE_URL = 'https://cdn.shopify.com/shopifycloud/app-bridge.js';
const USER_ID = '1';

/**
 * Starts the admin of one shop, with the app in a frame, and the app's public address before the app's web process. The two
 * have different origins, as in the real admin.
 */
export async function startAdmin(options: AdminOptions): Promise<SimulatedAdmin> {
  const { shop, apiKey, apiSecret, shopName } = options;
  const basePath = `/store/${storeHandle(shop)}/apps/${APP_HANDLE}`;
  const sessionId = randomUUID();
  const tokenFacts = () => ({ shop, apiKey, apiSecret, userId: USER_ID, sessionId, now: new Date() });
  const app = new Hono();

  const server = await listen(createServer(getRequestListener(app.fetch)), options.port ?? 0);
  const proxy = await startProxy({
    port: options.proxyPort ?? 0,
    target: options.appTarget,
    replacements: new Map([
      [APP_BRIDGE_URL, `${server.url}/app-bridge.js`],
      ['https://admin.shopify.com', server.url],
    ]),
  });

  mountAssets(app);
  // Shopify's libraries name the app by its client id, people by its handle.
  app.get(`/store/${storeHandle(shop)}/apps/${apiKey}/*`, (c) =>
    c.redirect(c.req.url.replace(`/apps/${apiKey}`, `/apps/${APP_HANDLE}`)),
  );
  app.post(`${basePath}/_id-token`, (c) => c.json({ idToken: mintIdToken(tokenFacts()) }));
  app.post(`${basePath}/_resources`, createResources(options.shopifyApi));
  app.post(`${basePath}/_scopes`, createScopes(options.scopes, options.onScopesChanged));
  app.get(`${basePath}/*`, (c) => {
    const page = `${c.req.path.slice(basePath.length) || '/'}${new URL(c.req.url).search}`;
    // The admin's language is a setting of the person; here the address says it: `?locale=fr`.
    const locale = c.req.query('locale') ?? 'en';
    const frameUrl = launchUrl(proxy.url, page, { ...tokenFacts(), locale });
    const { links = [] } = options;
    return c.html(
      adminPage({ appName: APP_NAME, appOrigin: proxy.url, basePath, frameUrl, shopName, links }),
    );
  });
  app.get('/', (c) => c.redirect(basePath));
  app.notFound((c) => c.html(missingPage(shopName, basePath), 404));

  return {
    appPage: `${server.url}${basePath}`,
    url: server.url,
    proxyUrl: proxy.url,
    mintIdToken: () => mintIdToken(tokenFacts()),
    close: async () => {
      await Promise.all([server.close(), proxy.close()]);
    },
  };
}

function mountAssets(app: Hono): void {
  const root = fileURLToPath(new URL('.', import.meta.url));
  app.use('/assets/*', serveStatic({ root }));
  app.get('/app-bridge.js', async (c) => {
    const folder = join(root, 'app-bridge');
    const parts = (await readdir(folder)).sort();
    const texts = await Promise.all(parts.map((part) => readFile(join(folder, part), 'utf8')));
    return c.body(texts.join('\n'), 200, { 'Content-Type': 'text/javascript; charset=utf-8' });
  });
}
