import { useAppBridge } from '@shopify/app-bridge-react';
import { useState } from 'react';

/**
 * Asks the merchant for optional permissions of the app
 * (https://shopify.dev/docs/api/app-home/apis/authentication-and-data/scopes-api).
 *
 * @param onGranted when all of them were given
 */
export function useGranting(scopes: readonly string[], onGranted: () => void) {
  // On the server there is an App Bridge only until something is asked of it.
  const appBridge = useAppBridge();
  const [outcome, setOutcome] = useState<'asked' | 'declined' | 'failed' | null>(null);
  const ask = async () => {
    if (outcome === 'asked') return;
    setOutcome('asked');
    try {
      const { result } = await appBridge.scopes.request([...scopes]);
      setOutcome(result === 'granted-all' ? null : 'declined');
      if (result === 'granted-all') onGranted();
    } catch {
      setOutcome('failed');
    }
  };
  return { ask, outcome };
}
