import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Session } from '@shopify/shopify-api';
import { setAbstractFetchFunc } from '@shopify/shopify-api/runtime';
import type { SessionStorage } from '@shopify/shopify-app-session-storage';
import type { Hono } from 'hono';
import { createShopifyApp } from '#app/gateways/shopify/app.ts';
import type { PageServices } from '#app/load-context.ts';
import { createLogger } from '#app/platform/log.ts';
import { openRemixBuild } from '#app/remix-build.ts';
import { createWeb } from '#app/web.ts';
import { type AdminOptions, type SimulatedAdmin, startAdmin } from '#sandbox/admin/index.ts';

export const SHOP = 'sandbox-fashion.myshopify.com';
export const API_KEY = 'test-client-id';
export const API_SECRET = 'test-client-secret';

export interface EmbeddedAppOptions {
  endpoints?: (app: Hono) => void;
  /** Where the admin's resource picker reads from; nowhere when left out. */
  shopifyApi?: AdminOptions['shopifyApi'];
}

export interface EmbeddedApp {
  admin: SimulatedAdmin;
  /** Origin of the web process itself. */
  target: string;
  /** The sessions that token exchange stored. */
  sessions: Map<string, Session>;
  /** How often Shopify was asked to exchange an id token. */
  exchanges: string[];
  close(): Promise<void>;
}

/**
 * The app's pages, as built, in the simulated admin: features are what the test gives, Shopify is a stub that exchanges any
 * id token, and sessions are kept in memory.
 */
export async function startEmbeddedApp(
  services: PageServices,
  {
    endpoints = () => {},
    shopifyApi = { url: 'http://127.0.0.1:1', shop: SHOP, accessToken: '' },
  }: EmbeddedAppOptions = {},
): Promise<EmbeddedApp> {
  const log = createLogger('silent');
  const sessions = new Map<string, Session>();
  const exchanges: string[] = [];
  exchangeAnyToken(exchanges);

  let web: Hono | undefined;
  const server = createAdaptorServer({
    fetch: (request, env) => web?.fetch(request, env) ?? new Response(null, { status: 503 }),
  }) as Server;
  const target = await listen(server);
  const admin = await startAdmin({
    apiKey: API_KEY,
    apiSecret: API_SECRET,
    shop: SHOP,
    shopName: 'Sandbox Fashion',
    appTarget: () => target,
    shopifyApi,
    scopes: ['write_orders'],
  });
  const config = {
    environment: 'production' as const,
    appUrl: admin.proxyUrl,
    shopify: { apiKey: API_KEY, apiSecret: API_SECRET, scopes: ['write_orders'] },
  };
  const sessionStorage = memoryStorage(sessions);
  const shopify = createShopifyApp({ config, sessionStorage, log, afterInstall: async () => {} });
  const build = await openRemixBuild(config, server);
  web = createWeb({ config, shopify, services, build, log, endpoints });
  return {
    admin,
    target,
    sessions,
    exchanges,
    close: async () => {
      await admin.close();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function exchangeAnyToken(exchanges: string[]): void {
  setAbstractFetchFunc(async (input, init) => {
    exchanges.push(new URL(String(input)).hostname);
    const asked = JSON.parse(String(init?.body)) as { subject_token: string };
    if (!asked.subject_token) return Response.json({ error: 'invalid_subject_token' }, { status: 400 });
    return Response.json({
      access_token: 'offline-token',
      scope: 'write_orders',
      expires_in: 3600,
      refresh_token: 'refresh-token',
      refresh_token_expires_in: 7_776_000,
    });
  });
}

function memoryStorage(sessions: Map<string, Session>): SessionStorage {
  return {
    storeSession: async (session) => Boolean(sessions.set(session.id, session)),
    loadSession: async (id) => sessions.get(id),
    deleteSession: async (id) => sessions.delete(id),
    deleteSessions: async (ids) => ids.map((id) => sessions.delete(id)).every(Boolean),
    findSessionsByShop: async (shop) => [...sessions.values()].filter((session) => session.shop === shop),
  };
}
