import { useEffect, useState } from 'react';
import type { Part } from '../part.ts';

/**
 * A streamed part, null until it is there. For fields that are used meanwhile: what `Streamed` puts in their place would take the focus and
 * the half-typed word away. While the page is renewed the former part stays.
 */
export function usePart<Data>(promise: Promise<Part<Data>>): Part<Data> | null {
  const [arrived, setArrived] = useState<Part<Data> | null>(null);
  useEffect(() => {
    let isCurrent = true;
    promise.then(
      (part) => isCurrent && setArrived(part),
      () => isCurrent && setArrived({ isThere: false }),
    );
    return () => {
      isCurrent = false;
    };
  }, [promise]);
  return arrived;
}
