import { Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { ExampleText } from '#app/features/delivery-options/index.ts';
import styles from './translations.module.css';

interface TextExampleProps {
  example: ExampleText;
  language: string;
  isTyped: boolean;
}

/** An example of a text at checkout, with a date and without one. */
export function TextExample({ example, language, isTyped }: TextExampleProps) {
  const { t } = useTranslation('translations');
  return (
    <dl className={styles.example} aria-live={isTyped ? 'polite' : undefined}>
      <dt>
        <Text as="span" variant="bodySm" tone="subdued">
          {t('example.title')}
        </Text>
      </dt>
      <dd lang={language}>{example.text}</dd>
      {example.withoutDate !== null && (
        <>
          <dt>
            <Text as="span" variant="bodySm" tone="subdued">
              {t('example.withoutDate')}
            </Text>
          </dt>
          <dd lang={language}>{example.withoutDate}</dd>
        </>
      )}
    </dl>
  );
}
