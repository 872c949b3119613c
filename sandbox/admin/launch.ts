import { createHmac } from 'node:crypto';
import { type IdTokenFacts, mintIdToken } from './id-token.ts';

/**
 * The address that the admin opens in the app's frame: the page, with what Shopify adds to its query, signed as documented
 * (https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/authorization-code-grant#step-1-verify-the-installation-request).
 *
 * @param page path and query of the page, as it stands behind the app in the admin's address
 */
export function launchUrl(appUrl: string, page: string, facts: IdTokenFacts & { locale: string }): string {
  const { shop, apiSecret, sessionId, now, locale } = facts;
  const url = new URL(page, appUrl);
  const parameters = {
    embedded: '1',
    host: Buffer.from(`admin.shopify.com/store/${storeHandle(shop)}`).toString('base64'),
    id_token: mintIdToken(facts),
    locale,
    session: sessionId,
    shop,
    timestamp: String(Math.floor(now.getTime() / 1000)),
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  url.searchParams.sort();
  const hmac = createHmac('sha256', apiSecret).update(url.searchParams.toString()).digest('hex');
  url.searchParams.set('hmac', hmac);
  return url.href;
}

/** The shop's name in the admin's addresses: `demo` for demo.myshopify.com. */
export function storeHandle(shop: string): string {
  return shop.replace(/\.myshopify\.com$/, '');
}
