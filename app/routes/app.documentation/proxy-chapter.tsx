import { useTranslation } from 'react-i18next';
import { Chapter } from './chapter.tsx';
import { Prose } from './prose.tsx';

/** What a storefront can ask of the app. */
export function ProxyChapter() {
  const { t } = useTranslation('documentation');
  return (
    <Chapter anchor="app-proxy" title={t('proxy.title')}>
      <Prose text={t('proxy.text')} />
    </Chapter>
  );
}
