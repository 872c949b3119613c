import { useNavigation, useSearchParams } from '@remix-run/react';

/** The address of the list at `pathname` as what it asks for: each change is a place of its own to come back to. */
export function useListSearch(pathname: string) {
  const [query, setQuery] = useSearchParams();
  const navigation = useNavigation();
  const go = (next: URLSearchParams, options?: { replace: boolean }) =>
    setQuery(next, { preventScrollReset: true, ...options });
  return {
    isLoading: navigation.state === 'loading' && navigation.location.pathname === pathname,
    /** Changes filters, and begins the list anew. An empty text takes a filter away. */
    filter(changes: Record<string, string>, options?: { replace: boolean }) {
      const next = new URLSearchParams(query);
      next.delete('cursor');
      for (const [name, value] of Object.entries(changes)) {
        if (value) next.set(name, value);
        else next.delete(name);
      }
      go(next, options);
    },
    /** Begins the list anew without any filter but those that are given. */
    open: (filters: Record<string, string> = {}) => go(new URLSearchParams(filters)),
    turnTo(cursor: string) {
      const next = new URLSearchParams(query);
      next.set('cursor', cursor);
      go(next);
    },
  };
}
