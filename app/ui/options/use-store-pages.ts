import { useEffect, useState } from 'react';
import { askAfterPause } from './ask-after-pause.ts';
import type { StorePage } from './find-stores.ts';

/** The shop's stores as they are searched for, one page at a time; `page` is null until the first one is there. */
export function useStorePages() {
  const [query, setQuery] = useState('');
  const [offset, setOffset] = useState(0);
  const [state, setState] = useState<{ page: StorePage | null; failed: boolean }>({
    page: null,
    failed: false,
  });

  useEffect(
    () =>
      askAfterPause((signal) => ask(query, offset, signal), {
        answered: (page) => setState({ page, failed: false }),
        failed: () => setState((former) => ({ ...former, failed: true })),
      }),
    [query, offset],
  );

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
