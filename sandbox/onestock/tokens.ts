import { randomBytes } from 'node:crypto';

/**
 * How long a token lives. Inferred: no lifetime is published; a day is the default for which the official Magento
 * connector keeps a token (https://github.com/OneStock-Retail/onestock-magento-connector).
 */
const lifetimeMs = 24 * 60 * 60 * 1000;

/** The tokens that this site has issued and still honours. */
export interface Tokens {
  /** Issues a token: 32 hexadecimal characters, opaque to clients. */
  issue(): string;
  accepts(token: string): boolean;
  /** Makes the site forget every token issued so far. */
  revokeAll(): void;
}

export function createTokens(now: () => Date): Tokens {
  const expiryByToken = new Map<string, number>();
  return {
    issue() {
      const token = randomBytes(16).toString('hex');
      expiryByToken.set(token, now().getTime() + lifetimeMs);
      return token;
    },
    accepts(token) {
      const expiry = expiryByToken.get(token);
      if (expiry === undefined) return false;
      if (expiry > now().getTime()) return true;
      expiryByToken.delete(token);
      return false;
    },
    revokeAll: () => expiryByToken.clear(),
  };
}
