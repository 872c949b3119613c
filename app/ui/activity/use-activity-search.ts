import { useNavigation, useSearchParams } from '@remix-run/react';
import type { ListName } from './search.ts';

/** The page's address as what it asks for: each change is a place of its own to come back to. */
export function useActivitySearch() {
  const [query, setQuery] = useSearchParams();
  const navigation = useNavigation();
  const go = (next: URLSearchParams, options?: { replace: boolean }) =>
    setQuery(next, { preventScrollReset: true, ...options });
  return {
    isLoading: navigation.state === 'loading' && navigation.location.pathname === '/app/activity',
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
    clear(list: ListName) {
      go(new URLSearchParams({ list }));
    },
    turnTo(cursor: string) {
      const next = new URLSearchParams(query);
      next.set('cursor', cursor);
      go(next);
    },
    open(list: ListName) {
      go(new URLSearchParams({ list }));
    },
  };
}
