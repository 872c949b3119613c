import { Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { TextLook } from '#app/features/delivery-options/index.ts';
import styles from './translations.module.css';

interface TextLookLineProps {
  look: TextLook;
  language: string;
  isTyped: boolean;
}

/** An example of a text at checkout, with a date and without one. */
export function TextLookLine({ look, language, isTyped }: TextLookLineProps) {
  const { t } = useTranslation('translations');
  return (
    <dl className={styles.look} aria-live={isTyped ? 'polite' : undefined}>
      <dt>
        <Text as="span" variant="bodySm" tone="subdued">
          {t('look.title')}
        </Text>
      </dt>
      <dd lang={language}>{look.text}</dd>
      {look.withoutDate !== null && (
        <>
          <dt>
            <Text as="span" variant="bodySm" tone="subdued">
              {t('look.withoutDate')}
            </Text>
          </dt>
          <dd lang={language}>{look.withoutDate}</dd>
        </>
      )}
    </dl>
  );
}
