import { useEffect, useRef, useState } from 'react';
import type { OptionForm } from './form-values.ts';
import type { Look } from './look.ts';

/** Who types does not see a preview of every letter, milliseconds. */
const PAUSE_MS = 250;

export interface LookState {
  /** What the last look found. */
  look: Look;
  /** The last look could not be had; the one before is shown. */
  failed: boolean;
}

/**
 * Looks at an option while it is being written: its preview by the checkout's own code, its errors, its warnings.
 *
 * @param first what the loader saw, of the form as it was loaded
 */
export function useLook(id: string | null, form: OptionForm, first: Look): LookState {
  const [state, setState] = useState<LookState>({ look: first, failed: false });
  const body = JSON.stringify({ id, form });
  const seen = useRef(body);
  useEffect(() => {
    if (seen.current === body) return;
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const look = await ask(body, abort.signal);
        seen.current = body;
        setState({ look, failed: false });
      } catch {
        if (!abort.signal.aborted) setState((former) => ({ ...former, failed: true }));
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [body]);
  return state;
}

async function ask(body: string, signal: AbortSignal): Promise<Look> {
  const headers = { 'Content-Type': 'application/json' };
  const answer = await fetch('/app/options/look', { method: 'POST', headers, body, signal });
  if (!answer.ok) throw new Error(`The look was answered ${answer.status}.`);
  return answer.json();
}
