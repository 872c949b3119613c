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

export interface AccessTokens {
  /** @param lifetimeSeconds null for a token that never expires */
  issue(shop: string, prefix: string, lifetimeSeconds: number | null): { accessToken: string; scope: string };
  find(accessToken: string): Grant | null;
  /**
   * What the merchant granted after the installation, or took back. The tokens that are out have it at once: Shopify's own template keeps
   * its token when `app/scopes_update` comes, and notes the new scopes
   * (https://github.com/Shopify/shopify-app-template-remix, app/routes/webhooks.app.scopes_update.tsx).
   */
  regrant(shop: string, scopes: readonly string[]): void;
  forget(shop: string): void;
}

export interface AccessTokensOptions {
  now: () => Date;
  control: Control;
  /** Scopes that the app asks for in its configuration. */
  configuredScopes: readonly string[];
}

/** The access tokens that apps were given, until they expire or the control door expires them. */
export function createAccessTokens({ now, control, configuredScopes }: AccessTokensOptions): AccessTokens {
  const { settings } = control;
  const tokens = new Map<string, Grant & { expiresAt: number | null }>();
  const granted = new Map<string, readonly string[]>();

  control.onChange((changed) => {
    if (!changed.has('tokenExpired') || !settings.tokenExpired) return;
    for (const token of tokens.values()) token.expiresAt = 0;
  });

  return {
    issue(shop, prefix, lifetimeSeconds) {
      const set = settings.grantedScopes?.split(',').map((scope) => scope.trim());
      const scopes = set ?? granted.get(shop) ?? configuredScopes;
      const accessToken = `${prefix}_${randomBytes(16).toString('hex')}`;
      const expiresAt = lifetimeSeconds === null ? null : now().getTime() + lifetimeSeconds * 1000;
      tokens.set(accessToken, { shop, scopes: new Set(scopes), expiresAt });
      settings.tokenExpired = false;
      return { accessToken, scope: scopes.join(',') };
    },
    find(accessToken) {
      const token = tokens.get(accessToken);
      const isGood = token && (token.expiresAt === null || token.expiresAt > now().getTime());
      return isGood ? token : null;
    },
    regrant(shop, scopes) {
      granted.set(shop, scopes);
      for (const token of tokens.values()) if (token.shop === shop) token.scopes = new Set(scopes);
    },
    forget(shop) {
      granted.delete(shop);
      for (const [token, grant] of tokens) if (grant.shop === shop) tokens.delete(token);
    },
  };
}
