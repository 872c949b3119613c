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
  const { saveBar } = useAppBridge();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => isGuarded && currentLocation.pathname !== nextLocation.pathname,
  );

  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    let isLatest = true;
    // Whoever stays is told by no answer: the next attempt asks again.
    saveBar.leaveConfirmation().then(() => isLatest && blocker.proceed());
    return () => {
      isLatest = false;
    };
  }, [blocker, saveBar]);

  useBeforeUnload(
    useCallback(
      (event) => {
        if (isGuarded) event.preventDefault();
      },
      [isGuarded],
    ),
  );
}
