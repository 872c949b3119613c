import { Banner, List } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { Editing } from './use-editing.ts';

/** What is to be corrected, said by screen readers as it appears. */
export function ErrorSummary({ errors }: Pick<Editing<object>, 'errors'>) {
  const { t } = useTranslation();
  const texts = [...new Set(errors.map(({ text }) => text))];
  if (errors.every(({ field }) => !field))
    return (
      <Banner tone="critical">
        {texts.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </Banner>
    );
  return (
    <Banner tone="critical" title={t('refused.title', { count: errors.length })}>
      <List>
        {texts.map((text) => (
          <List.Item key={text}>{text}</List.Item>
        ))}
      </List>
    </Banner>
  );
}
