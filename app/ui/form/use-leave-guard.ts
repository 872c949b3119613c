import { useBeforeUnload, useBlocker } from '@remix-run/react';
import { useAppBridge } from '@shopify/app-bridge-react';
import { useCallback, useEffect } from 'react';

/**
 * Lets nobody leave the page unasked while `isGuarded`: links within the app wait for the admin's own question, and the browser asks
 * before the tab is closed.
 *
 * @see https://shopify.dev/docs/api/app-home/apis/user-interface-and-interactions/save-bar-api
 */
export function useLeaveGuard(isGuarded: boolean): void {
  // Nothing of it may be read on the server.
  const appBridge = useAppBridge();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => isGuarded && currentLocation.pathname !== nextLocation.pathname,
  );

  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    let isLatest = true;
    // Whoever stays is told by no answer: the next attempt asks again.
    appBridge.saveBar.leaveConfirmation().then(() => isLatest && blocker.proceed());
    return () => {
      isLatest = false;
    };
  }, [blocker, appBridge]);

  useBeforeUnload(
    useCallback(
      (event) => {
        if (isGuarded) event.preventDefault();
      },
      [isGuarded],
    ),
  );
}
