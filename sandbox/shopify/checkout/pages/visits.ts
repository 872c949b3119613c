import { randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Location, PostalAddress, Variant } from '../../store/types.ts';
import type { Language } from './texts.ts';

/** One person's walk through the pages, from the bag to the order. */
export interface Visit {
  readonly id: string;
  readonly shopDomain: string;
  language: Language;
  lines: BagLine[];
  contact: { email: string; address: PostalAddress } | null;
  /** Whether each location's parcel is chosen for on its own. */
  splitGroups: boolean;
  /** The checkout that answers for bag, address and language as they are now. */
  checkoutId: string | null;
}

export interface BagLine {
  variant: Variant;
  quantity: number;
  location: Location;
}

export interface Visits {
  begin(shopDomain: string, language: Language): Visit;
  find(id: string | undefined): Visit | undefined;
}

/** A bound on the simulator's memory. */
const visitsKept = 500;

export function createVisits(): Visits {
  const kept = new LRUCache<string, Visit>({ max: visitsKept });
  return {
    begin(shopDomain, language) {
      const id = randomUUID();
      const visit: Visit = {
        id,
        shopDomain,
        language,
        lines: [],
        contact: null,
        splitGroups: false,
        checkoutId: null,
      };
      kept.set(id, visit);
      return visit;
    },
    find: (id) => (id === undefined ? undefined : kept.get(id)),
  };
}

/** The address of a page of the visit. */
export function visitPath(
  { id }: { id: string },
  page: 'address' | 'delivery' | 'quote' | 'thank-you',
): string {
  return `/checkout/visits/${id}/${page}`;
}

/** Sets how many of a variant the bag holds, and where they come from; none takes it out. */
export function putInBag(visit: Visit, line: BagLine): void {
  const at = visit.lines.findIndex(({ variant }) => variant.id === line.variant.id);
  if (line.quantity < 1) visit.lines = visit.lines.filter((_, index) => index !== at);
  else if (at < 0) visit.lines.push(line);
  else visit.lines[at] = line;
  visit.checkoutId = null;
}

export function subtotalOf({ lines }: Visit): number {
  return lines.reduce((sum, { variant, quantity }) => sum + variant.price * quantity, 0);
}
