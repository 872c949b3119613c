import { FailureBanner } from '../failure-banner.tsx';
import { useFailureText } from '../use-reasons.ts';
import type { Listed } from './lists.ts';

/** Says why a list could not be had, and lets it be asked for again; nothing while it is there or on its way. */
export function ListFailure({ list, title }: { list: Listed<unknown> | undefined; title: string }) {
  const failureText = useFailureText();
  return list?.isKnown === false ? <FailureBanner title={title} text={failureText(list)} /> : null;
}
