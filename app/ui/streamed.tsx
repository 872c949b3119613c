import { Await } from '@remix-run/react';
import { type ReactNode, Suspense, useSyncExternalStore } from 'react';
import { FailureBanner } from './failure-banner.tsx';
import type { Part } from './part.ts';

interface StreamedProps<Data> {
  /** What a loader deferred: `defer({ options: part(services.…) })`. */
  resolve: Promise<Part<Data>>;
  /** Shown until it has arrived. */
  fallback: ReactNode;
  /** Shown when it failed; a {@link FailureBanner} when left out. */
  failure?: ReactNode;
  children(data: Data): ReactNode;
}

/**
 * Shows what a loader streams. The server sends the fallback, the browser the rest: Polaris changes its contexts as soon as
 * it is mounted, and React drops a server-made boundary that is not hydrated by then
 * (https://react.dev/errors/421).
 *
 * When the page is renewed, after an action for one, what is shown stays until the new data is there.
 */
export function Streamed<Data>({
  resolve,
  fallback,
  failure = <FailureBanner />,
  children,
}: StreamedProps<Data>) {
  const isHydrated = useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
  if (!isHydrated) return fallback;
  return (
    <Suspense fallback={fallback}>
      <Await resolve={resolve} errorElement={failure}>
        {(arrived) => (arrived.isThere ? children(arrived.data) : failure)}
      </Await>
    </Suspense>
  );
}
