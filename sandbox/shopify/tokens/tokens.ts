import { randomBytes } from 'node:crypto';
import { type AccessTokensOptions, createAccessTokens, type Grant } from './access-tokens.ts';

export interface IssuedToken {
  accessToken: string;
  scope: string;
  expiresInSeconds: number | null;
  /** Expiring offline tokens have one. */
  refresh: { token: string; expiresInSeconds: number } | null;
}

export type TokenKind = 'online' | 'offline' | 'expiringOffline';

/** The access and refresh tokens of every shop. */
export interface Tokens {
  /** The fixed token of a shop for people and tests: every scope, never expires. */
  fixedToken(shop: string): string;
  issue(shop: string, kind: TokenKind): IssuedToken;
  /**
   * Exchanges a refresh token for a new pair, or null when it is unknown, retired, past its life, or another shop's.
   * A used one can be used again until its replacement is, for at most 30 days
   * (https://shopify.dev/changelog/more-resilient-refreshes-for-expiring-offline-access-tokens).
   */
  refresh(shop: string, refreshToken: string): IssuedToken | null;
  /** The grant of an access token; null when it is wrong or no longer good. */
  find(accessToken: string): Grant | null;
  /** Gives the tokens of `shop`, those that are out too, the scopes that its merchant granted or left. */
  regrant(shop: string, scopes: readonly string[]): void;
  /** Makes every token issued to `shop` worthless. The fixed one, which belongs to no installation, stays. */
  forget(shop: string): void;
}

/** https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/offline-access-tokens */
const refreshLifetimeSeconds = 90 * 24 * 3600;
const recoveryMs = 30 * 24 * 3600 * 1000;
/** https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/online-access-tokens */
const onlineLifetimeSeconds = 24 * 3600;

interface RefreshToken {
  shop: string;
  expiresAt: number;
  firstUsedAt: number | null;
  /** The token that this one was issued for. */
  previous: string | null;
}

export function createTokens(options: AccessTokensOptions): Tokens {
  const access = createAccessTokens(options);
  const fixed = new Map<string, string>();
  const refreshTokens = new Map<string, RefreshToken>();
  const time = () => options.now().getTime();

  const issueExpiring = (shop: string, previous: string | null): IssuedToken => {
    const expiresInSeconds = options.control.settings.tokenLifetimeSeconds;
    const token = randomToken('shprt');
    const expiresAt = time() + refreshLifetimeSeconds * 1000;
    refreshTokens.set(token, { shop, expiresAt, firstUsedAt: null, previous });
    const refresh = { token, expiresInSeconds: refreshLifetimeSeconds };
    return { ...access.issue(shop, 'shpat', expiresInSeconds), expiresInSeconds, refresh };
  };

  return {
    fixedToken(shop) {
      const token = fixed.get(shop) ?? randomToken('shpat');
      fixed.set(shop, token);
      return token;
    },
    issue(shop, kind) {
      if (kind === 'expiringOffline') return issueExpiring(shop, null);
      const expiresInSeconds = kind === 'online' ? onlineLifetimeSeconds : null;
      const prefix = kind === 'online' ? 'shpua' : 'shpat';
      return { ...access.issue(shop, prefix, expiresInSeconds), expiresInSeconds, refresh: null };
    },
    refresh(shop, refreshToken) {
      const used = refreshTokens.get(refreshToken);
      if (used?.shop !== shop || used.expiresAt <= time()) return null;
      if (used.firstUsedAt !== null && used.firstUsedAt + recoveryMs <= time()) return null;
      used.firstUsedAt ??= time();
      if (used.previous) refreshTokens.delete(used.previous);
      return issueExpiring(shop, refreshToken);
    },
    find(accessToken) {
      for (const [shop, token] of fixed) if (token === accessToken) return { shop, scopes: 'all' };
      return access.find(accessToken);
    },
    regrant: (shop, scopes) => access.regrant(shop, scopes),
    forget(shop) {
      access.forget(shop);
      for (const [token, grant] of refreshTokens) if (grant.shop === shop) refreshTokens.delete(token);
    },
  };
}

function randomToken(prefix: string): string {
  return `${prefix}_${randomBytes(16).toString('hex')}`;
}
