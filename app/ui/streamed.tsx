import { Await } from '@remix-run/react';
import { type ReactNode, Suspense, useSyncExternalStore } from 'react';

interface StreamedProps<Data> {
  /** What a loader deferred. */
  resolve: Promise<Data>;
  /** Shown until it has arrived. */
  fallback: ReactNode;
  /** Shown when it failed. */
  failure: ReactNode;
  children(data: Data): ReactNode;
}

/**
 * Shows what a loader streams. The server sends the fallback, the browser the rest: Polaris changes its contexts as soon as
 * it is mounted, and React drops a server-made boundary that is not hydrated by then
 * (https://react.dev/errors/421).
 */
export function Streamed<Data>({ resolve, fallback, failure, children }: StreamedProps<Data>) {
  const isHydrated = useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
  if (!isHydrated) return fallback;
  return (
    <Suspense fallback={fallback}>
      <Await resolve={resolve} errorElement={failure}>
        {children}
      </Await>
    </Suspense>
  );
}
