import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { ok, type Result } from 'neverthrow';
import type { Clock } from '#app/platform/clock.ts';
import type { OneStockConnection } from '../connection.ts';
import type { OneStockError } from '../errors.ts';

/** OneStock does not publish how long a token lives; its own staff's clients keep one for 50 minutes. */
const TOKEN_LIFE_MS = 50 * 60_000;
/** A bound for the memory; a connection that falls out logs in again. */
const MOST_TOKENS = 2_000;

export type Login = (connection: OneStockConnection) => Promise<Result<string, OneStockError>>;

export interface TokenStore {
  /** The token in use, or a new one. Calls that find none share one login. */
  get(connection: OneStockConnection): Promise<Result<string, OneStockError>>;
  /** A token from a login that was under way or begins now. */
  renew(connection: OneStockConnection): Promise<Result<string, OneStockError>>;
  /** Forgets exactly this token: when another call has renewed it meanwhile, the new one stays. */
  drop(connection: OneStockConnection, refused: string): void;
}

/** Keeps one token for each set of credentials, in memory. A failed login is not remembered. */
export function createTokenStore(login: Login, clock: Clock): TokenStore {
  const tokens = new LRUCache<string, { token: string; expiresAtMs: number }>({ max: MOST_TOKENS });
  const underWay = new Map<string, Promise<Result<string, OneStockError>>>();

  async function logIn(key: string, connection: OneStockConnection): Promise<Result<string, OneStockError>> {
    const result = await login(connection);
    if (result.isOk()) {
      tokens.set(key, { token: result.value, expiresAtMs: clock.now().getTime() + TOKEN_LIFE_MS });
    }
    return result;
  }

  function renew(connection: OneStockConnection): Promise<Result<string, OneStockError>> {
    const key = credentialsKey(connection);
    const running = underWay.get(key);
    if (running) return running;
    const begun = logIn(key, connection).finally(() => underWay.delete(key));
    underWay.set(key, begun);
    return begun;
  }

  return {
    renew,
    async get(connection) {
      const known = tokens.get(credentialsKey(connection));
      if (known && known.expiresAtMs > clock.now().getTime()) return ok(known.token);
      return renew(connection);
    },
    drop(connection, refused) {
      const key = credentialsKey(connection);
      if (tokens.get(key)?.token === refused) tokens.delete(key);
    },
  };
}

/** Names the credentials without revealing them; a changed password makes another key. */
function credentialsKey({ host, apiVersion, siteId, userId, password }: OneStockConnection): string {
  const credentials = JSON.stringify([host, apiVersion, siteId, userId, password]);
  return createHash('sha256').update(credentials).digest('base64');
}
