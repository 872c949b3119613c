import { createContext, useContext } from 'react';
import type { ConfigurationFacts } from './facts.ts';
import type { OneStockLists, ShopifyLists } from './lists.ts';

/** What the fields of the page choose from and show beside their values. A list is left out while it is on its way. */
export interface PageKnowledge extends Partial<OneStockLists>, Partial<ShopifyLists> {
  facts: ConfigurationFacts;
}

const Knowledge = createContext<PageKnowledge | null>(null);

export const PageKnowledgeProvider = Knowledge.Provider;

export function usePageKnowledge(): PageKnowledge {
  const known = useContext(Knowledge);
  if (!known) throw new Error('A setting stands outside of the configuration page.');
  return known;
}
