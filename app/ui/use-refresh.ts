import { useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';

/** How long a page is left as it is before it is read again, milliseconds. */
const PAUSE_MS = 2_000;

/** Reads the page again and again while something on it moves by itself, as long as somebody looks at it. */
export function useRefresh(isMoving: boolean): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!isMoving || state !== 'idle') return;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') revalidate();
    }, PAUSE_MS);
    return () => clearInterval(timer);
  }, [isMoving, state, revalidate]);
}
