/** A maker of Shopify's global ids, shared by every shop and kind so that no number stands for two things. */
export type NextId = (kind: string) => string;

/** Numbers start high, as Shopify's do, so that nobody mistakes one for a count. */
const firstNumber = 7_100_000_000_001;

export function createIds(): NextId {
  let next = firstNumber;
  return (kind) => `gid://shopify/${kind}/${next++}`;
}

/** The number at the end of a global id, as webhooks and carrier callbacks show it. */
export function numericId(gid: string): number {
  return Number(gid.slice(gid.lastIndexOf('/') + 1));
}

/** `Order` of `gid://shopify/Order/1`; null when `gid` is no global id of Shopify. */
export function kindOf(gid: string): string | null {
  return /^gid:\/\/shopify\/(\w+)\/[^/?]+(\?.*)?$/.exec(gid)?.[1] ?? null;
}

/** Of an app that is known by its name only; Shopify's own ids of apps are numbers. */
export function appId(name: string): string {
  return `gid://shopify/App/${encodeURIComponent(name)}`;
}
