import { useTranslation } from 'react-i18next';
import { causeText } from '#app/words/say.ts';
import { FailureBanner } from '../failure-banner.tsx';
import type { Listed } from './lists.ts';

/** Says why a list could not be had, and lets it be asked for again; nothing while it is there or on its way. */
export function ListFailure({ list, title }: { list: Listed<unknown> | undefined; title: string }) {
  const { i18n } = useTranslation();
  return list?.isKnown === false ? (
    <FailureBanner title={title} text={causeText(i18n, { code: list.code })} />
  ) : null;
}
