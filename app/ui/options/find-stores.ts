import type { Store } from '#app/features/onestock-account/index.ts';

/** As many as one looks through without searching. */
const PAGE = 20;

/** A store as it is chosen. */
export interface StoreChoice {
  endpointId: string;
  name: string;
  city: string | null;
}

/** One page of the stores that were searched for. */
export interface StorePage {
  stores: StoreChoice[];
  offset: number;
  total: number;
}

/** The stores whose name, city, postal code or id holds every word of `query`, whatever its case and accents; one page of them. */
export function findStores(stores: readonly Store[], query: string, offset: number): StorePage {
  const words = plain(query).split(/\s+/).filter(Boolean);
  const found = stores.filter(({ endpointId, name, city, zipCode }) => {
    const text = plain(`${name} ${city ?? ''} ${zipCode ?? ''} ${endpointId}`);
    return words.every((word) => text.includes(word));
  });
  const from = offset >= 0 && offset < found.length ? offset - (offset % PAGE) : 0;
  return { stores: found.slice(from, from + PAGE).map(toChoice), offset: from, total: found.length };
}

export function toChoice({ endpointId, name, city }: Store): StoreChoice {
  return { endpointId, name, city };
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
