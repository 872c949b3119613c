const PATH = '/carrier-rates/';

/** What every callback address of this app begins with, at the present address of the app. */
export function callbackPrefix(appUrl: string): string {
  return `${appUrl}${PATH}`;
}

/** The address at which Shopify asks for a shop's rates. The secret path token is what names the shop. */
export function callbackUrl(appUrl: string, token: string): string {
  return `${callbackPrefix(appUrl)}${token}`;
}

/** Whether an address calls for the rates of this token's shop, wherever the app was then. */
export function callsForToken(address: string, token: string): boolean {
  return URL.parse(address)?.pathname === `${PATH}${token}`;
}
