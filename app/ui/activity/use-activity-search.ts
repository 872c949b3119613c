import { useListSearch } from '../use-list-search.ts';
import type { ListName } from './search.ts';

/** The page's address as what it asks for; see {@link useListSearch}. */
export function useActivitySearch() {
  const { open, ...search } = useListSearch('/app/activity');
  return { ...search, open: (list: ListName) => open({ list }) };
}
