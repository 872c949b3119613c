import { HttpResponseError, type Session, type Shopify } from '@shopify/shopify-api';
import type { SessionStorage } from '@shopify/shopify-app-session-storage';
import { isTaskCancelledError, TimeoutStrategy, timeout } from 'cockatiel';
import { err, ok, type Result } from 'neverthrow';
import type { Pool } from 'pg';
import type { Clock } from '#app/platform/clock.ts';
import { withLock } from '#app/platform/database/lock.ts';
import type { Logger } from '#app/platform/log.ts';
import { type ShopifyError, shopifyError, shopifyErrorOfStatus } from './errors.ts';

/** Expiring offline tokens live an hour; pages of Shopify's library replace them from five minutes before their end on. */
const REFRESH_AHEAD_MS = 10 * 60 * 1000;
const REFRESH_TIMEOUT_MS = 10_000;

export interface OfflineSessionDependencies {
  api: Pick<Shopify, 'auth' | 'session'>;
  sessionStorage: SessionStorage;
  pool: Pool;
  clock: Clock;
  log: Logger;
}

/** The offline access tokens of the shops, refreshed by one process at a time. */
export interface OfflineSessions {
  /** The shop's session, refreshed when it has ten minutes or less to live. */
  current(shop: string): Promise<Result<Session, ShopifyError>>;
  /** The session to go on with after Shopify refused the token of `refused`: another's refresh, or a new one. */
  afterRefusal(refused: Session): Promise<Result<Session, ShopifyError>>;
  /** Whether the session may still be used without a refresh. */
  isFresh(session: Session): boolean;
}

/**
 * A refresh token works once, so two processes that refresh together would lock each other out: the refresh runs under an
 * advisory lock, and whoever waited for it reads the session again instead of refreshing
 * (https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/offline-access-tokens).
 */
export function createOfflineSessions(dependencies: OfflineSessionDependencies): OfflineSessions {
  const { api, sessionStorage, pool, clock, log } = dependencies;
  const remaining = (session: Session) =>
    session.expires ? session.expires.getTime() - clock.now().getTime() : Number.POSITIVE_INFINITY;
  const isFresh = (session: Session) => remaining(session) > REFRESH_AHEAD_MS;

  const load = async (shop: string): Promise<Result<Session, ShopifyError>> => {
    const session = await sessionStorage.loadSession(api.session.getOfflineId(shop));
    return session?.accessToken ? ok(session) : err(shopifyError('shopify_not_installed'));
  };

  const refreshUnless = (shop: string, isGood: (session: Session) => boolean) =>
    withLock(pool, `shopify-session:${shop}`, async () => {
      const stored = await load(shop);
      if (stored.isErr() || isGood(stored.value)) return stored;
      const refreshed = await refresh(api, stored.value);
      if (refreshed.isOk()) await sessionStorage.storeSession(refreshed.value);
      else log.warn({ shop, code: refreshed.error.code }, 'the access token could not be refreshed');
      return refreshed;
    });

  return {
    isFresh,
    async current(shop) {
      const stored = await load(shop);
      if (stored.isErr() || isFresh(stored.value)) return stored;
      const refreshed = await refreshUnless(shop, isFresh);
      return refreshed.isErr() && remaining(stored.value) > 0 ? stored : refreshed;
    },
    afterRefusal: (refused) =>
      refreshUnless(refused.shop, (stored) => stored.accessToken !== refused.accessToken),
  };
}

async function refresh(
  api: OfflineSessionDependencies['api'],
  { shop, refreshToken }: Session,
): Promise<Result<Session, ShopifyError>> {
  if (!refreshToken) return err(shopifyError('shopify_unauthorized'));
  try {
    const { session } = await timeout(REFRESH_TIMEOUT_MS, TimeoutStrategy.Aggressive).execute(() =>
      api.auth.refreshToken({ shop, refreshToken }),
    );
    return ok(session);
  } catch (error) {
    return err(refreshError(error));
  }
}

/** Shopify's library throws its own classes for answers; anything else means that there was no answer. */
function refreshError(error: unknown): ShopifyError {
  if (isTaskCancelledError(error)) return shopifyError('shopify_timeout');
  if (!(error instanceof HttpResponseError)) return shopifyError('shopify_unreachable');
  const { code: status } = error.response;
  return status < 500 && status !== 429
    ? shopifyError('shopify_unauthorized', { status })
    : shopifyErrorOfStatus(status);
}
