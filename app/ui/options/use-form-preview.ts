import { useEffect, useRef, useState } from 'react';
import { askAfterPause } from './ask-after-pause.ts';
import type { FormPreview } from './form-preview.ts';
import type { OptionForm } from './form-values.ts';

export interface FormPreviewState {
  /** What the last preview found. */
  formPreview: FormPreview;
  /** The last preview could not be had; the one before is shown. */
  failed: boolean;
}

/**
 * Looks at an option while it is being written: its preview by the checkout's own code, its errors, its warnings.
 *
 * @param first what the loader saw, of the form as it was loaded
 */
export function useFormPreview(id: string | null, form: OptionForm, first: FormPreview): FormPreviewState {
  const [state, setState] = useState<FormPreviewState>({ formPreview: first, failed: false });
  const body = JSON.stringify({ id, form });
  const seen = useRef(body);
  useEffect(() => {
    if (seen.current === body) return;
    return askAfterPause((signal) => ask(body, signal), {
      answered(formPreview) {
        seen.current = body;
        setState({ formPreview, failed: false });
      },
      failed: () => setState((former) => ({ ...former, failed: true })),
    });
  }, [body]);
  return state;
}

async function ask(body: string, signal: AbortSignal): Promise<FormPreview> {
  const headers = { 'Content-Type': 'application/json' };
  const answer = await fetch('/app/options/preview', { method: 'POST', headers, body, signal });
  if (!answer.ok) throw new Error(`The preview was answered ${answer.status}.`);
  return answer.json();
}
