import { BlockStack, Button, Card, InlineStack, Text, TextField } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { Choices } from './choices.tsx';
import { type FormPart, nestedField } from './form-part.ts';
import { useWords } from './use-words.ts';

const PLACEHOLDERS = {
  home: ['eta', 'cutoff', 'carrier'],
  collect: ['eta', 'cutoff', 'store', 'city'],
} as const;

interface TextsSectionProps extends FormPart {
  /** The shop's languages, the primary one first. */
  languages: string[];
  language: string;
  onLanguage(language: string): void;
}

/** Name and description, one language at a time. */
export function TextsSection({ languages, language, onLanguage, ...part }: TextsSectionProps) {
  const { t } = useTranslation('options');
  const { languageTitle } = useWords();
  const { values, change } = part.editing;
  const { kind, names, descriptions } = values;
  const isFaulty = (code: string) => part.errorOf(`names.${code}`) || part.errorOf(`descriptions.${code}`);
  const choices = languages.map((code, at) => {
    const name = { language: languageTitle(code) };
    const text = at === 0 ? t('form.texts.primary', name) : name.language;
    return { id: code, text: isFaulty(code) ? t('form.texts.faulty', name) : text };
  });
  const name = names[language] ?? '';
  const description = descriptions[language] ?? '';
  const setDescription = (text: string) => change({ descriptions: { ...descriptions, [language]: text } });
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {t('form.texts.title')}
        </Text>
        {languages.length > 1 && (
          <Choices label={t('preview.language')} choices={choices} chosen={language} onChoose={onLanguage} />
        )}
        <TextField
          label={t('form.texts.name')}
          helpText={t(`form.texts.nameHelp.${kind}`)}
          {...nestedField(part, `names.${language}`, name, (text) =>
            change({ names: { ...names, [language]: text } }),
          )}
          error={part.errorOf(`names.${language}`) ?? part.errorOf('names')}
        />
        <TextField
          label={t('form.texts.description')}
          helpText={t('form.texts.descriptionHelp')}
          multiline={2}
          {...nestedField(part, `descriptions.${language}`, description, setDescription)}
        />
        <InlineStack gap="200">
          {PLACEHOLDERS[kind].map((placeholder) => (
            <Button
              key={placeholder}
              size="micro"
              accessibilityLabel={t('form.texts.insert', { placeholder: `{${placeholder}}` })}
              onClick={() => setDescription(`${description}[ {${placeholder}}]`.trimStart())}
            >
              {`{${placeholder}}`}
            </Button>
          ))}
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
