import { BlockStack, InlineStack, Text, TextField } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { capitalised } from '#app/ui/capitalised.ts';
import { useErrorText } from '#app/ui/form/error-text.ts';
import { type Editing, fieldId } from '#app/ui/form/use-editing.ts';
import type { LoadedText } from './subjects.ts';
import { TextExample } from './text-example.tsx';
import { textKey } from './text-key.ts';
import { TextState } from './text-state.tsx';
import type { TypedTexts } from './texts-form.tsx';
import styles from './translations.module.css';
import { useLanguageName } from './use-language-name.ts';
import { usePreview } from './use-preview.ts';

interface TextRowProps {
  text: LoadedText;
  language: string;
  primary: string;
  editing: Editing<TypedTexts>;
}

/** A text in the shop's primary language beside the one that is edited, and how it will example. */
export function TextRow({ text, language, primary, editing }: TextRowProps) {
  const { t } = useTranslation('translations');
  const nameOf = useLanguageName();
  const errorText = useErrorText('translations');
  const { id, field, subject, placeholders } = text;
  const loaded = text.inLanguage[language];
  const source = text.inLanguage[primary];
  const key = textKey({ language, id });
  const typed = editing.values[key];
  const preview = usePreview({ id, language }, typed?.text);
  if (!loaded || !source) return null;

  const fault = preview?.fault && errorText(preview.fault);
  const label = subject.of === 'shop' ? t(`general.${subject.text}`) : t(`field.${field}`);
  const placeholderList = placeholders.map((name) => `{${name}}`).join(' ');
  return (
    <div className={language === primary ? undefined : styles.sideBySide}>
      {language !== primary && (
        <BlockStack gap="100">
          <Text as="span" tone="subdued">
            {capitalised(nameOf(primary))}
          </Text>
          <div className={styles.source} lang={primary}>
            {source.own || source.otherwise.text}
          </div>
        </BlockStack>
      )}
      <BlockStack gap="150">
        <TextField
          id={fieldId(key)}
          label={
            <InlineStack gap="200" blockAlign="center">
              <span>{label}</span>
              <TextState text={loaded} />
            </InlineStack>
          }
          value={typed?.text ?? loaded.own}
          placeholder={loaded.otherwise.text}
          onChange={(value) => {
            const isAsLoaded = value === loaded.own;
            editing.change({ [key]: isAsLoaded ? undefined : { text: value, was: loaded.own } });
          }}
          error={editing.error(key) ?? fault ?? undefined}
          helpText={placeholderList || undefined}
          multiline={field === 'description' ? 2 : undefined}
          autoComplete="off"
        />
        {!fault && (
          <TextExample
            example={preview?.example ?? loaded.example}
            language={language}
            isTyped={typed !== undefined}
          />
        )}
      </BlockStack>
    </div>
  );
}
