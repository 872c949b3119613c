import { LRUCache } from 'lru-cache';
import type { DeliveryOptions } from '#app/features/delivery-options/index.ts';
import type { OneStockAccounts } from '#app/features/onestock-account/index.ts';
import type { Shops } from '#app/features/shops/index.ts';
import type { Logger } from '#app/platform/log.ts';
import { readSnapshot } from './read-snapshot.ts';
import type { ShopSnapshot } from './types.ts';

const POLL_MS = 30_000;
/** The first request for a shop waits this long for the database; then Shopify is told to show its backup rates. */
const FIRST_READING_MS = 1000;
/** A shop that nobody asked about for so long is forgotten. */
const IDLE_MS = 15 * 60 * 1000;
/** A path token that belongs to no shop is looked up again after this. */
const UNKNOWN_MS = 10_000;
const MOST_SHOPS = 5000;

/** The configuration of shops, kept in memory for the checkout door. */
export interface ShopSnapshots {
  /**
   * The shop to which the path token of a carrier service belongs, or null. Only the first request for a shop waits for the database,
   * a second at most, and rejects when it is not told; later ones get what is known, however long a renewal takes.
   */
  byCarrierToken(token: string): Promise<ShopSnapshot | null>;
  /** Reads the shop's configuration again. */
  renew(shop: string): void;
  /** The same for every shop: after notifications may have been missed. */
  renewAll(): void;
  close(): void;
}

/** What is known under a token; nothing before the first reading. `isOutdated`: the configuration changed while it was being read. */
interface Known {
  snapshot: ShopSnapshot | null | undefined;
  reading: Promise<void> | undefined;
  isOutdated: boolean;
}

export function createShopSnapshots(dependencies: {
  shops: Pick<Shops, 'shopByCarrierToken'>;
  oneStockAccounts: Pick<OneStockAccounts, 'account' | 'stores'>;
  deliveryOptions: Pick<DeliveryOptions, 'list' | 'texts'>;
  log: Logger;
}): ShopSnapshots {
  const { log } = dependencies;
  const shops = new LRUCache<string, Known>({ max: MOST_SHOPS, ttl: IDLE_MS, updateAgeOnGet: true });
  // Kept apart, so that tokens which somebody guesses push no shop out.
  const starting = new Map<string, Known>();
  const unknown = new LRUCache<string, true>({ max: MOST_SHOPS, ttl: UNKNOWN_MS });
  const poll = setInterval(renewAll, POLL_MS).unref();

  async function read(token: string): Promise<ShopSnapshot | null> {
    const shop = await dependencies.shops.shopByCarrierToken(token);
    return shop && readSnapshot(dependencies, shop);
  }

  /** One reading at a time: a change that comes meanwhile is read after it. */
  function renewToken(token: string, known: Known): Promise<void> {
    if (known.reading) {
      known.isOutdated = true;
      return known.reading;
    }
    known.reading = readUntilCurrent(token, known).finally(() => {
      known.reading = undefined;
    });
    return known.reading;
  }

  async function readUntilCurrent(token: string, known: Known): Promise<void> {
    do {
      known.isOutdated = false;
      known.snapshot = await read(token);
    } while (known.isOutdated);
    if (known.snapshot === null) {
      shops.delete(token);
      unknown.set(token, true);
    } else {
      shops.set(token, known);
    }
  }

  function start(token: string): Known {
    const known: Known = { snapshot: undefined, reading: undefined, isOutdated: false };
    starting.set(token, known);
    renewToken(token, known).then(
      () => starting.delete(token),
      () => starting.delete(token),
    );
    return known;
  }

  function renewBehind(token: string, known: Known): void {
    renewToken(token, known).catch((error: Error) =>
      log.warn({ err: error }, 'a shop’s configuration could not be renewed; the former one is used'),
    );
  }

  function renewAll(): void {
    unknown.clear();
    for (const [token, known] of [...shops.entries(), ...starting]) renewBehind(token, known);
  }

  return {
    async byCarrierToken(token) {
      if (unknown.has(token)) return null;
      const known = shops.get(token) ?? starting.get(token) ?? start(token);
      if (known.snapshot === undefined && known.reading) await inTime(known.reading);
      return known.snapshot ?? null;
    },
    renew(shop) {
      // One of them may have become this shop's.
      unknown.clear();
      for (const [token, known] of [...shops.entries(), ...starting]) {
        // Whose shop is not known yet may be this one.
        if (!known.snapshot || known.snapshot.shop.domain === shop) renewBehind(token, known);
      }
    },
    renewAll,
    close: () => clearInterval(poll),
  };
}

async function inTime(reading: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(reject, FIRST_READING_MS, new Error('The shop’s configuration was not read in time.'));
  });
  try {
    await Promise.race([reading, late]);
  } finally {
    clearTimeout(timer);
  }
}
