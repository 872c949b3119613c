import { BulkheadRejectedError, bulkhead } from 'cockatiel';
import { LRUCache } from 'lru-cache';
import { err, type Result } from 'neverthrow';
import type { ShopConnection } from '#app/features/onestock-account/index.ts';
import type { Shop } from '#app/features/shops/index.ts';
import type {
  DeliveryPromiseAnswer,
  DeliveryPromiseQuestion,
  OneStockError,
  OneStockGateway,
} from '#app/gateways/onestock/index.ts';
import type { Clock } from '#app/platform/clock.ts';
import type { AskFailure, ShopSnapshot } from '../types.ts';
import { createBreaker } from './breaker.ts';

/** A call may go on for this long after shoppers stopped waiting: its answer serves the next ones. */
export const CALL_TIMEOUT_MS = 3000;
/** Calls of one shop under way at once; more would only wait for each other. */
const MOST_CALLS = 50;
const LONGEST_RETRY_AFTER_MS = 60_000;
const MOST_SHOPS = 5000;

/** OneStock behind a breaker and a bulkhead, one of each a shop: what one shop's site suffers costs no other shop. */
export interface GuardedOneStock {
  /** Asks, or says at once why it is better not to ask now. */
  ask(
    snapshot: ShopSnapshot,
    question: DeliveryPromiseQuestion,
  ): Promise<Result<DeliveryPromiseAnswer, AskFailure>>;
  /** Why the shop's site is not asked at the moment, or null when it would be. Changes nothing. */
  heldBack(snapshot: ShopSnapshot): AskFailure | null;
}

type Asked = Result<DeliveryPromiseAnswer, OneStockError>;

export function createGuardedOneStock({
  oneStock,
  clock,
}: {
  oneStock: Pick<OneStockGateway, 'deliveryPromises'>;
  clock: Clock;
}): GuardedOneStock {
  const guards = new LRUCache<string, Guard>({ max: MOST_SHOPS });

  return {
    async ask({ shop, connection }, question) {
      if (connection === null) return err({ code: 'not_connected' });
      const key = guardKey(shop, connection);
      const guard = guards.get(key) ?? createGuard(clock);
      guards.set(key, guard);
      return guard.pass(() =>
        oneStock.deliveryPromises(connection.account, question, { timeoutMs: CALL_TIMEOUT_MS }),
      );
    },
    heldBack: ({ shop, connection }) =>
      (connection && guards.peek(guardKey(shop, connection))?.heldBack()) ?? null,
  };
}

/** A changed connection is another site, or another password: its guard begins anew. */
function guardKey({ domain }: Shop, { version }: ShopConnection): string {
  return `${domain} ${version}`;
}

interface Guard {
  pass(call: () => PromiseLike<Asked>): Promise<Result<DeliveryPromiseAnswer, AskFailure>>;
  heldBack(): AskFailure | null;
}

function createGuard(clock: Clock): Guard {
  const breaker = createBreaker({ clock, isFailure: isOutage });
  const bulk = bulkhead(MOST_CALLS);
  let heldUntil = 0;

  function heldBack(): AskFailure | null {
    if (clock.now().getTime() < heldUntil) return HELD;
    return breaker.isOpen() ? OPEN : null;
  }

  return {
    heldBack,
    async pass(call) {
      const why = heldBack();
      if (why) return err(why);
      try {
        const result = await bulk.execute(() => breaker.run(call));
        if (result.isErr() && result.error.retryAfterMs) {
          const until = clock.now().getTime() + Math.min(result.error.retryAfterMs, LONGEST_RETRY_AFTER_MS);
          heldUntil = Math.max(heldUntil, until);
        }
        return result.mapErr(({ code }) => ({ code }));
      } catch (error) {
        if (error instanceof BulkheadRejectedError) return err(BUSY);
        throw error;
      }
    },
  };
}

/** What says that OneStock, or our way to it, is not well. A question that it refuses says nothing of the kind. */
function isOutage(result: Asked): boolean {
  if (result.isOk()) return false;
  const { code } = result.error;
  return code !== 'onestock_refused' && code !== 'onestock_not_found' && code !== 'onestock_cancelled';
}

/** OneStock failed several times in a row. */
const OPEN: AskFailure = { code: 'onestock_breaker_open' };
/** As many questions as are allowed at once are under way. */
const BUSY: AskFailure = { code: 'onestock_busy' };
/** OneStock asked to be left alone for a while. */
const HELD: AskFailure = { code: 'onestock_rate_limited' };
