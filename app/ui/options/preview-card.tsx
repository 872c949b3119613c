import { BlockStack, Box, Card, DataTable, InlineStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { OptionPreview } from '#app/features/promise/index.ts';
import { Choices } from './choices.tsx';
import styles from './preview-card.module.css';
import type { FormPreviewState } from './use-form-preview.ts';
import { useWords } from './use-words.ts';

interface PreviewCardProps extends FormPreviewState {
  currency: string;
  languages: string[];
  language: string;
  onLanguage(language: string): void;
}

/** How the option looks at checkout, as it is typed. */
export function PreviewCard({
  formPreview,
  failed,
  currency,
  languages,
  language,
  onLanguage,
}: PreviewCardProps) {
  const { t } = useTranslation('options');
  const { languageTitle } = useWords();
  const choices = languages.map((code) => ({ id: code, text: languageTitle(code) }));
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t('preview.title')}
        </Text>
        {languages.length > 1 && (
          <Choices label={t('preview.language')} choices={choices} chosen={language} onChoose={onLanguage} />
        )}
        <div aria-live="polite">
          {!formPreview.preview && (
            <Text as="p" tone="subdued">
              {t('preview.nothing')}
            </Text>
          )}
          {formPreview.preview && (
            <Preview preview={formPreview.preview} currency={currency} language={language} />
          )}
        </div>
        {failed && (
          <Text as="p" tone="critical">
            {t('preview.failed')}
          </Text>
        )}
      </BlockStack>
    </Card>
  );
}

function Preview({
  preview,
  currency,
  language,
}: {
  preview: OptionPreview;
  currency: string;
  language: string;
}) {
  const { t } = useTranslation('options');
  const { money, moneyOrFree } = useWords();
  const { texts, prices, sampleCost } = preview;
  const words = texts.find((each) => each.language === language) ?? texts[0];
  const first = prices?.find(({ price }) => price !== null)?.price ?? null;
  if (!words) return null;
  const shown = { name: words.name, price: first === null ? '' : moneyOrFree(first, currency) };
  return (
    <BlockStack gap="300">
      <Sample title={t('preview.atCheckout')} {...shown} description={words.description} />
      <Sample title={t('preview.withoutPromise')} {...shown} description={words.withoutPromise} />
      <BlockStack gap="100">
        <Text as="h3" variant="headingSm">
          {t('preview.prices')}
        </Text>
        {prices ? (
          <Box borderColor="border" borderWidth="025" borderRadius="200" overflowX="hidden">
            <DataTable
              columnContentTypes={['numeric', 'numeric']}
              headings={[t('preview.basket'), t('preview.price')]}
              rows={prices.map(({ basketTotal, price }) => [
                money(basketTotal, currency),
                price === null ? t('preview.notOffered') : moneyOrFree(price, currency),
              ])}
              increasedTableDensity
            />
          </Box>
        ) : (
          <Text as="p" tone="subdued">
            {t('preview.noPrice')}
          </Text>
        )}
      </BlockStack>
      <Text as="p" variant="bodySm" tone="subdued">
        {sampleCost === null
          ? t('preview.sample')
          : `${t('preview.sample')} ${t('preview.sampleCost', { cost: money(sampleCost, currency) })}`}
      </Text>
    </BlockStack>
  );
}

/** A rate as the checkout draws it; not shown when it has no description. */
function Sample(rate: { title: string; name: string; price: string; description: string | null }) {
  const { t } = useTranslation('options');
  return (
    <BlockStack gap="100">
      <Text as="h3" variant="headingSm">
        {rate.title}
      </Text>
      <div className={rate.description === null ? styles.hidden : styles.rate}>
        {rate.description === null ? (
          <Text as="span" tone="subdued">
            {t('preview.hidden')}
          </Text>
        ) : (
          <BlockStack gap="050">
            <InlineStack align="space-between" gap="200" wrap={false}>
              <Text as="span" fontWeight="medium" breakWord>
                {rate.name}
              </Text>
              <Text as="span" fontWeight="medium">
                {rate.price}
              </Text>
            </InlineStack>
            {rate.description !== rate.name && (
              <Text as="span" tone="subdued" breakWord>
                {rate.description}
              </Text>
            )}
          </BlockStack>
        )}
      </div>
    </BlockStack>
  );
}
