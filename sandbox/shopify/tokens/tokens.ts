import { randomBytes } from 'node:crypto';
import type { Control } from '../control/control.ts';

/** What a token lets its bearer do. */
export interface Grant {
  shop: string;
  scopes: ReadonlySet<string> | 'all';
}

/** Whether a grant holds one of `scopes`. A write scope contains the read scope of the same name. */
export function allowsAny({ scopes: held }: Grant, scopes: readonly string[]): boolean {
  if (held === 'all') return true;
  return scopes.some((scope) => held.has(scope) || held.has(scope.replace(/^read_/, 'write_')));
}

export interface IssuedToken {
  accessToken: string;
  scope: string;
  expiresInSeconds: number;
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
   * Exchanges a refresh token for a new pair, or null when it is unknown, retired, past its life, or another shop's. A used one can be
   * used again until its replacement is, for at most 30 days
   * (https://shopify.dev/changelog/more-resilient-refreshes-for-expiring-offline-access-tokens).
   */
  refresh(shop: string, refreshToken: string): IssuedToken | null;
  /** The grant of an access token; null when it is wrong or no longer good. */
  find(accessToken: string): Grant | null;
  /** Makes every token issued to `shop` worthless. The fixed one, which belongs to no installation, stays. */
  forget(shop: string): void;
}

/** https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/offline-access-tokens */
const refreshLifetimeSeconds = 90 * 24 * 3600;
const recoveryMs = 30 * 24 * 3600 * 1000;
/** https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/online-access-tokens */
const onlineLifetimeSeconds = 24 * 3600;

interface AccessToken extends Grant {
  expiresAt: number | null;
}

interface RefreshToken {
  shop: string;
  expiresAt: number;
  firstUsedAt: number | null;
  /** The token that this one was issued for. */
  previous: string | null;
}

export interface TokensOptions {
  now: () => Date;
  control: Control;
  /** Scopes that the app asks for in its configuration. */
  configuredScopes: () => string[];
}

export function createTokens({ now, control, configuredScopes }: TokensOptions): Tokens {
  const fixed = new Map<string, string>();
  const access = new Map<string, AccessToken>();
  const refresh = new Map<string, RefreshToken>();
  const time = () => now().getTime();

  control.onChange((changed) => {
    if (!changed.has('tokenExpired') || !control.settings.tokenExpired) return;
    for (const token of access.values()) token.expiresAt = 0;
  });

  const issueAccess = (shop: string, prefix: string, lifetimeSeconds: number | null): [string, string] => {
    const granted = control.settings.grantedScopes;
    const scope = (granted === null ? configuredScopes() : granted.split(',').map((each) => each.trim()))
      .filter(Boolean)
      .join(',');
    const accessToken = `${prefix}_${randomBytes(16).toString('hex')}`;
    const expiresAt = lifetimeSeconds === null ? null : time() + lifetimeSeconds * 1000;
    access.set(accessToken, { shop, scopes: new Set(scope.split(',')), expiresAt });
    control.settings.tokenExpired = false;
    return [accessToken, scope];
  };

  const issueExpiring = (shop: string, previous: string | null): IssuedToken => {
    const expiresInSeconds = control.settings.tokenLifetimeSeconds;
    const [accessToken, scope] = issueAccess(shop, 'shpat', expiresInSeconds);
    const token = `shprt_${randomBytes(16).toString('hex')}`;
    refresh.set(token, {
      shop,
      expiresAt: time() + refreshLifetimeSeconds * 1000,
      firstUsedAt: null,
      previous,
    });
    return {
      accessToken,
      scope,
      expiresInSeconds,
      refresh: { token, expiresInSeconds: refreshLifetimeSeconds },
    };
  };

  return {
    fixedToken(shop) {
      const known = fixed.get(shop) ?? `shpat_${randomBytes(16).toString('hex')}`;
      fixed.set(shop, known);
      return known;
    },
    issue(shop, kind) {
      if (kind === 'expiringOffline') return issueExpiring(shop, null);
      const isOnline = kind === 'online';
      const [accessToken, scope] = issueAccess(
        shop,
        isOnline ? 'shpua' : 'shpat',
        isOnline ? onlineLifetimeSeconds : null,
      );
      return { accessToken, scope, expiresInSeconds: onlineLifetimeSeconds, refresh: null };
    },
    refresh(shop, refreshToken) {
      const used = refresh.get(refreshToken);
      if (!used || used.shop !== shop || used.expiresAt <= time()) return null;
      if (used.firstUsedAt !== null && used.firstUsedAt + recoveryMs <= time()) return null;
      used.firstUsedAt ??= time();
      if (used.previous) refresh.delete(used.previous);
      return issueExpiring(shop, refreshToken);
    },
    find(accessToken) {
      const token = access.get(accessToken);
      if (token) return token.expiresAt === null || token.expiresAt > time() ? token : null;
      const shop = [...fixed].find(([, known]) => known === accessToken)?.[0];
      return shop === undefined ? null : { shop, scopes: 'all' };
    },
    forget(shop) {
      for (const [token, grant] of access) if (grant.shop === shop) access.delete(token);
      for (const [token, grant] of refresh) if (grant.shop === shop) refresh.delete(token);
    },
  };
}
