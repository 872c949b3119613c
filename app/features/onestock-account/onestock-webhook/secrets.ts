import { z } from 'zod';
import { randomToken, type Sealer, sha256Hex } from '#app/platform/crypto/index.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';

/**
 * OneStock signs with up to three keys
 * (https://onestock.atlassian.net/wiki/spaces/DOCUMENTAT/pages/620429319/Webhook+configuration).
 */
const MOST_KEYS = 3;

/** What OneStock and this app share about one webhook, and nobody else knows. */
export interface WebhookSecrets {
  /** The end of its address. */
  token: string;
  /** The hash keys, the newest first. */
  keys: string[];
  /** Whether OneStock is known to have the newest key. Until then it may sign with the ones before alone. */
  isSent: boolean;
}

/** How they are stored. */
export interface SealedSecrets {
  webhookTokenHash: string;
  webhookToken: string;
  webhookKeys: string;
}

const storedKeys = z.object({ keys: z.array(z.string()), isSent: z.boolean() });

export function newSecrets(): WebhookSecrets {
  return { token: randomToken(), keys: [randomToken()], isSent: false };
}

/** The same with a new key before the others; one that never reached OneStock is not replaced, for it may have after all. */
export function withNewKey(secrets: WebhookSecrets): WebhookSecrets {
  if (!secrets.isSent) return secrets;
  return { ...secrets, keys: [randomToken(), ...secrets.keys].slice(0, MOST_KEYS), isSent: false };
}

export function sealSecrets(
  sealer: Sealer,
  shop: ShopDomain,
  { token, keys, isSent }: WebhookSecrets,
): SealedSecrets {
  return {
    webhookTokenHash: sha256Hex(token),
    webhookToken: sealer.seal(token, `${shop}:webhook_token`),
    webhookKeys: sealer.seal(JSON.stringify({ keys, isSent }), `${shop}:webhook_keys`),
  };
}

/** Null when none are stored. */
export function openSecrets(
  sealer: Sealer,
  shop: ShopDomain,
  { webhookToken, webhookKeys }: { webhookToken: string | null; webhookKeys: string | null },
): WebhookSecrets | null {
  if (webhookToken === null || webhookKeys === null) return null;
  return {
    token: sealer.open(webhookToken, `${shop}:webhook_token`),
    ...openStored(sealer, shop, webhookKeys),
  };
}

/** The hash keys alone, the newest first. */
export function openKeys(sealer: Sealer, shop: ShopDomain, sealed: string): string[] {
  return openStored(sealer, shop, sealed).keys;
}

function openStored(sealer: Sealer, shop: ShopDomain, sealed: string) {
  return storedKeys.parse(JSON.parse(sealer.open(sealed, `${shop}:webhook_keys`)));
}
