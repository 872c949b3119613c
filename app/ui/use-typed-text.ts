import { useEffect, useRef, useState } from 'react';

/** Long enough that a number is typed to its end. */
const TYPING_MS = 400;

/**
 * A text that is searched for: what is typed at once, and handed to `search` when the typing pauses.
 *
 * @param sought what the page searches for now
 */
export function useTypedText(
  sought: string,
  search: (text: string) => void,
): [string, (text: string) => void] {
  const [typed, setTyped] = useState(sought);
  const sent = useRef(sought);
  useEffect(() => {
    // What was sent comes back when more may have been typed; anything else is another address.
    if (sought !== sent.current) setTyped(sought);
    sent.current = sought;
  }, [sought]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is typed begins a new pause
  useEffect(() => {
    if (typed.trim() === sought) return;
    const pause = setTimeout(() => {
      sent.current = typed.trim();
      search(typed.trim());
    }, TYPING_MS);
    return () => clearTimeout(pause);
  }, [typed]);
  return [typed, setTyped];
}
