import { BlockStack, Card, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import styles from './translations.module.css';

const PLACEHOLDERS = ['eta', 'cutoff', 'carrier', 'store', 'city'] as const;

/** What stands in for each placeholder, and what square brackets do. */
export function PlaceholderLegend() {
  const { t } = useTranslation('translations');
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingSm">
          {t('legend.title')}
        </Text>
        <dl className={styles.legend}>
          {PLACEHOLDERS.map((name) => (
            <div key={name}>
              <dt>
                <code>{`{${name}}`}</code>
              </dt>
              <dd>{t(`legend.${name}`)}</dd>
            </div>
          ))}
          <div>
            <dt>
              <code>[ ]</code>
            </dt>
            <dd>{t('legend.optional')}</dd>
          </div>
        </dl>
      </BlockStack>
    </Card>
  );
}
