/**
 * Preloaded (`node --import`) into the app's own processes: whatever Shopify's libraries send to a shop goes to the simulated
 * Shopify instead, with the shop named in `X-Sandbox-Shop`. The app does not know.
 *
 * Shopify's library takes its `fetch` from an adapter, whose import sets it; so both adapters that the app's libraries import
 * are imported before it is set here.
 */
import '@shopify/shopify-api/adapters/web-api';
import '@shopify/shopify-app-remix/adapters/node';
import { setAbstractFetchFunc } from '@shopify/shopify-api/runtime';

const simulator = process.env.SANDBOX_SHOPIFY_URL;
if (!simulator) throw new Error('SANDBOX_SHOPIFY_URL must hold the origin of the simulated Shopify.');

setAbstractFetchFunc((input, init) => {
  const { hostname, pathname, search } = new URL(input instanceof Request ? input.url : input);
  if (!hostname.endsWith('.myshopify.com')) return fetch(input, init);
  const headers = new Headers(init?.headers);
  headers.set('X-Sandbox-Shop', hostname);
  return fetch(`${simulator}${pathname}${search}`, { ...init, headers });
});
