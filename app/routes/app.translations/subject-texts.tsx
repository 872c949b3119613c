import { Badge, BlockStack, InlineStack, Text } from '@shopify/polaris';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Editing } from '#app/ui/form/use-editing.ts';
import type { LoadedText } from './subjects.ts';
import { TextRow } from './text-row.tsx';
import type { TypedTexts } from './texts-form.tsx';
import styles from './translations.module.css';

interface SubjectTextsProps {
  texts: [LoadedText, ...LoadedText[]];
  language: string;
  primary: string;
  editing: Editing<TypedTexts>;
}

/** The texts of one delivery option, or those that belong to none. */
export function SubjectTexts({ texts, language, primary, editing }: SubjectTextsProps) {
  const { t } = useTranslation('translations');
  const headingId = useId();
  const [{ subject }] = texts;
  return (
    <section className={styles.subject} aria-labelledby={headingId}>
      <BlockStack gap="300">
        <BlockStack gap="050">
          <InlineStack gap="200" blockAlign="center">
            <Text as="h2" variant="headingMd" id={headingId}>
              {subject.of === 'option' ? subject.name : t('general.title')}
            </Text>
            {subject.of === 'option' && !subject.isActive && <Badge>{t('inactive')}</Badge>}
          </InlineStack>
          {subject.of === 'shop' && (
            <Text as="p" tone="subdued">
              {t('general.text')}
            </Text>
          )}
        </BlockStack>
        {texts.map((text) => (
          <TextRow key={text.id} text={text} language={language} primary={primary} editing={editing} />
        ))}
      </BlockStack>
    </section>
  );
}
