import { Badge, Card, Checkbox, InlineStack, Select } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { TextLanguage } from '#app/features/delivery-options/index.ts';
import { capitalised } from '#app/ui/capitalised.ts';
import { useLanguageName } from './use-language-name.ts';

interface LanguageBarProps {
  languages: readonly TextLanguage[];
  language: string;
  onLanguage(language: string): void;
  onlyMissing: boolean;
  onOnlyMissing(onlyMissing: boolean): void;
}

/** Which language is looked at, and how much of it is missing. */
export function LanguageBar(props: LanguageBarProps) {
  const { languages, language, onLanguage, onlyMissing, onOnlyMissing } = props;
  const { t } = useTranslation('translations');
  const nameOf = useLanguageName();
  const missing = languages.find(({ code }) => code === language)?.missing ?? 0;
  const options = languages.map(({ code, missing: count }, position) => ({
    value: code,
    label: [
      capitalised(nameOf(code)),
      ...(position === 0 ? [t('language.primary')] : []),
      ...(count > 0 ? [t('missing.count', { count })] : []),
    ].join(' · '),
  }));
  return (
    <Card>
      <InlineStack gap="400" blockAlign="center">
        <Select
          label={t('language.label')}
          labelInline
          options={options}
          value={language}
          onChange={onLanguage}
        />
        <Badge tone={missing > 0 ? 'attention' : 'success'}>
          {missing > 0 ? t('missing.count', { count: missing }) : t('missing.none')}
        </Badge>
        <Checkbox label={t('missing.only')} checked={onlyMissing} onChange={onOnlyMissing} />
      </InlineStack>
    </Card>
  );
}
