import { useRevalidator } from '@remix-run/react';
import { useEffect, useRef } from 'react';

/** What is shown is at most this old while somebody looks, milliseconds. */
const RENEW_MS = 60_000;
/** Going to and fro asks no more often than this, milliseconds. */
const PAUSE_MS = 3_000;

/** Renews the page when a person comes back to it, and every minute while they look: what was put right disappears by itself. */
export function useFreshFacts(): void {
  const { revalidate } = useRevalidator();
  const renewedAt = useRef(0);
  useEffect(() => {
    renewedAt.current = Date.now();
    const renew = () => {
      const isSeen = document.visibilityState === 'visible';
      if (!isSeen || Date.now() - renewedAt.current < PAUSE_MS) return;
      renewedAt.current = Date.now();
      revalidate();
    };
    const timer = setInterval(renew, RENEW_MS);
    window.addEventListener('focus', renew);
    document.addEventListener('visibilitychange', renew);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', renew);
      document.removeEventListener('visibilitychange', renew);
    };
  }, [revalidate]);
}
