import { useListSearch } from '#app/ui/use-list-search.ts';

/** The list's address as what it asks for; see {@link useListSearch}. */
export function useOrdersSearch() {
  const { open, ...search } = useListSearch('/app/orders');
  return { ...search, clear: () => open() };
}
