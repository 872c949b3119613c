import { InvalidInput } from '../invalid-input.ts';
import type { Simulator } from '../simulator.ts';
import type { Store } from '../store/store.ts';

/** @throws {InvalidInput} when there is no shop of that domain */
export function shopNamed(domain: string | undefined, shops: Simulator['shops']): Store {
  const store = domain === undefined ? shops.demo : shops.find(domain);
  if (!store) throw new InvalidInput(`There is no shop ${domain}.`);
  return store;
}
