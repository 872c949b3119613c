import { useTranslation } from 'react-i18next';
import { FailureBanner } from '#app/ui/failure-banner.tsx';
import { causeText } from '#app/words/say.ts';
import type { Listed } from './lists.ts';

/** Says why a list could not be had, and lets it be asked for again; nothing while it is there or on its way. */
export function ListFailure({ list, title }: { list: Listed<unknown> | undefined; title: string }) {
  const { i18n } = useTranslation();
  return list?.isKnown === false ? (
    <FailureBanner title={title} text={causeText(i18n, { code: list.code })} />
  ) : null;
}
