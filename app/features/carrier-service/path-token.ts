import type { StoredToken } from '#app/features/shops/index.ts';
import { randomToken, type Sealer, sha256Hex } from '#app/platform/crypto/index.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';

/** Makes the secret path token of a new shop: sealed to be given to Shopify again, and as the hash by which the shop is found. */
export function newPathToken(sealer: Sealer, shop: ShopDomain): StoredToken {
  const token = randomToken();
  return { carrierToken: sealer.seal(token, context(shop)), carrierTokenHash: sha256Hex(token) };
}

/** The path token of a shop out of what is stored of it. */
export function openPathToken(sealer: Sealer, shop: ShopDomain, stored: string): string {
  return sealer.open(stored, context(shop));
}

/** What the sealed path token is bound to. */
function context(shop: ShopDomain): string {
  return `${shop}:carrier_token`;
}
