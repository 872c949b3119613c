const PATH = '/webhooks/onestock/';

/** What the address of every webhook of this app begins with, at the present address of the app. */
export function webhookPrefix(appUrl: string): string {
  return `${appUrl}${PATH}`;
}

/** Where OneStock tells of a shop's orders. Its messages name no shop: the secret path token does. */
export function webhookUrl(appUrl: string, token: string): string {
  return `${webhookPrefix(appUrl)}${token}`;
}

/** The path token of an address, wherever the app was when it was made; null for the address of something else. */
export function tokenOf(address: string): string | null {
  const path = URL.parse(address)?.pathname ?? '';
  return path.startsWith(PATH) ? path.slice(PATH.length) : null;
}
