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

  control.onChange((changed) => {
    if (!changed.has('tokenExpired') || !settings.tokenExpired) return;
    for (const token of tokens.values()) token.expiresAt = 0;
  });

  return {
    issue(shop, prefix, lifetimeSeconds) {
      const scopes = settings.grantedScopes?.split(',').map((scope) => scope.trim()) ?? configuredScopes;
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
    forget(shop) {
      for (const [token, grant] of tokens) if (grant.shop === shop) tokens.delete(token);
    },
  };
}
