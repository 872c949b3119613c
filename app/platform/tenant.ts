declare const brand: unique symbol;

/** The tenant of everything that is kept: a shop, by its permanent domain `{name}.myshopify.com`, in lower case. */
export type ShopDomain = string & { readonly [brand]: 'ShopDomain' };

const SHOP_DOMAIN = /^[a-z0-9][a-z0-9-]*\.myshopify\.com$/;

/** The shop domain in `text`, or null when it is not one. */
export function parseShopDomain(text: string | null | undefined): ShopDomain | null {
  const candidate = text?.trim().toLowerCase() ?? '';
  return SHOP_DOMAIN.test(candidate) ? (candidate as ShopDomain) : null;
}
