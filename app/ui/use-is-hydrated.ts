import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** Whether the browser has taken over what the server sent. False on the server, and in the browser's first drawing of it. */
export function useIsHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
