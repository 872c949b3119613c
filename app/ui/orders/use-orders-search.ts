import { useNavigation, useSearchParams } from '@remix-run/react';

/** The list's address as what it asks for: each change is a place of its own to come back to. */
export function useOrdersSearch() {
  const [query, setQuery] = useSearchParams();
  const navigation = useNavigation();
  const go = (next: URLSearchParams, options?: { replace: boolean }) =>
    setQuery(next, { preventScrollReset: true, ...options });
  return {
    isLoading: navigation.state === 'loading' && navigation.location.pathname === '/app/orders',
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
    clear: () => go(new URLSearchParams()),
    turnTo(cursor: string) {
      const next = new URLSearchParams(query);
      next.set('cursor', cursor);
      go(next);
    },
  };
}
