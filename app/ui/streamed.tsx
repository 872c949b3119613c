import { Await } from '@remix-run/react';
import { type ReactNode, Suspense, useState } from 'react';
import { FailureBanner, OutdatedBanner } from './failure-banner.tsx';
import type { Part } from './part.ts';
import { useIsHydrated } from './use-is-hydrated.ts';

interface StreamedProps<Data> {
  /** What a loader deferred: `defer({ options: part(services.…) })`. */
  resolve: Promise<Part<Data>>;
  /** Shown until it has arrived. */
  fallback: ReactNode;
  /** Shown when it failed and nothing was there before; a {@link FailureBanner} when left out. */
  failure?: ReactNode;
  /** Shown above what was there before, when that could not be renewed; an {@link OutdatedBanner} when left out. */
  outdated?: ReactNode;
  /** What the page’s address asks for, where it does: what answers another question is not kept for it. */
  question?: string;
  children(data: Data): ReactNode;
}

/**
 * Shows what a loader streams. The server sends the fallback, the browser the rest: Polaris changes its contexts as soon as
 * it is mounted, and React drops a server-made boundary that is not hydrated by then
 * (https://react.dev/errors/421).
 *
 * When the page is renewed, after an action for one, what is shown stays until the new data is there, and also when that does not come:
 * a form within keeps what is typed in it.
 */
export function Streamed<Data>({
  resolve,
  fallback,
  failure = <FailureBanner />,
  outdated = <OutdatedBanner />,
  question = '',
  children,
}: StreamedProps<Data>) {
  const isHydrated = useIsHydrated();
  if (!isHydrated) return fallback;
  return (
    <Suspense fallback={fallback}>
      <Await resolve={resolve} errorElement={failure}>
        {(arrived) => (
          <Latest arrived={arrived} failure={failure} outdated={outdated} question={question}>
            {children}
          </Latest>
        )}
      </Await>
    </Suspense>
  );
}

interface LatestProps<Data> extends Required<Omit<StreamedProps<Data>, 'resolve' | 'fallback'>> {
  arrived: Part<Data>;
}

/** The newest data that was there, always in the same place, so that nothing within starts anew. */
function Latest<Data>({ arrived, failure, outdated, question, children }: LatestProps<Data>) {
  const [kept, keep] = useState({ arrived, question });
  if (arrived.isThere && kept.arrived !== arrived) keep({ arrived, question });
  const isKept = !arrived.isThere && kept.question === question;
  const shown = isKept ? kept.arrived : arrived;
  if (!shown.isThere) return failure;
  return (
    <>
      {isKept && outdated}
      {children(shown.data)}
    </>
  );
}
