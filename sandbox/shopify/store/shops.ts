import { createIds } from './ids.ts';
import type { ShopSeed } from './seed.ts';
import { createStore, type Store } from './store.ts';

/** Every simulated shop, by its `myshopify.com` domain. */
export interface Shops {
  /** The shop that a request means when it names none. */
  readonly demo: Store;
  find(domain: string): Store | undefined;
  /** Opens a shop; null when there is one of that domain already. */
  open(seed: ShopSeed): Store | null;
  all(): Store[];
  /**
   * The shop that a request is for: the one named by `X-Sandbox-Shop`, which the app's stand-in adds to calls
   * addressed to `https://{shop}`, or by the host when that is a shop's domain, else the demo shop. Undefined when it
   * names an unknown one.
   */
  of(headers: Headers): Store | undefined;
}

export interface ShopsOptions {
  now: () => Date;
  demo: ShopSeed;
  whenRouted: (route: () => void) => void;
  /** Told of each shop as it opens, the demo shop included. */
  opened: (store: Store) => void;
}

export function createShops({ now, demo, whenRouted, opened }: ShopsOptions): Shops {
  const nextId = createIds();
  const byDomain = new Map<string, Store>();
  const open = (seed: ShopSeed): Store => {
    const store = createStore({ now, seed, nextId, whenRouted });
    byDomain.set(seed.domain, store);
    opened(store);
    return store;
  };
  const demoStore = open(demo);
  return {
    demo: demoStore,
    find: (domain) => byDomain.get(domain),
    open: (seed) => (byDomain.has(seed.domain) ? null : open(seed)),
    all: () => [...byDomain.values()],
    of(headers) {
      const named = headers.get('X-Sandbox-Shop');
      if (named !== null) return byDomain.get(named);
      return byDomain.get(headers.get('Host') ?? '') ?? demoStore;
    },
  };
}
