import { useEffect, useState } from 'react';
import type { StorePage } from './find-stores.ts';

/** Who types does not search for every letter, milliseconds. */
const PAUSE_MS = 250;

/** The shop's stores as they are searched for, one page at a time; `page` is null until the first one is there. */
export function useStorePages() {
  const [query, setQuery] = useState('');
  const [offset, setOffset] = useState(0);
  const [state, setState] = useState<{ page: StorePage | null; failed: boolean }>({
    page: null,
    failed: false,
  });

  useEffect(() => {
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const page = await ask(query, offset, abort.signal);
        setState({ page, failed: false });
      } catch {
        if (!abort.signal.aborted) setState((former) => ({ ...former, failed: true }));
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [query, offset]);

  return {
    ...state,
    query,
    setQuery: (typed: string) => {
      setQuery(typed);
      setOffset(0);
    },
    /** The page that holds the store at this place. */
    show: setOffset,
  };
}

async function ask(query: string, offset: number, signal: AbortSignal): Promise<StorePage> {
  const asked = new URLSearchParams({ query, offset: String(offset) });
  const answer = await fetch(`/app/options/stores?${asked}`, { signal });
  if (!answer.ok) throw new Error(`The stores were answered ${answer.status}.`);
  return answer.json();
}
