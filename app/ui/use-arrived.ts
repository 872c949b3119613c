import { useEffect, useState } from 'react';
import type { Part } from './part.ts';

/**
 * What a loader streams, undefined until it is there: for what is on the page before and must stay the same element then, so that a press
 * of a button is not lost, nor the focus and a half-typed word. When the page is renewed, what was there stays until the new is, or until
 * it fails. Otherwise use `Streamed`.
 */
export function useArrived<Data>(promise: Promise<Part<Data>>): Part<Data> | undefined {
  const [arrived, setArrived] = useState<Part<Data>>();
  useEffect(() => {
    let isCurrent = true;
    const show = (part: Part<Data>) => {
      if (isCurrent) setArrived(part);
    };
    promise.then(show, () => show({ isThere: false }));
    return () => {
      isCurrent = false;
    };
  }, [promise]);
  return arrived;
}
