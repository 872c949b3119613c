import { Banner, BlockStack, Button, InlineStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { fieldId } from '../form/use-editing.ts';
import { useFormats } from '../frame.ts';
import type { OptionForm } from './form-values.ts';

interface ConflictBannerProps {
  mine: OptionForm;
  theirs: OptionForm;
  /** When they saved, ISO 8601. */
  savedAt: string;
  onKeepMine(): void;
  onUseTheirs(): void;
}

/** Two people edit one option: the second is told, chooses, and loses nothing typed before that. */
export function ConflictBanner({ mine, theirs, savedAt, onKeepMine, onUseTheirs }: ConflictBannerProps) {
  const { t } = useTranslation('options');
  const { moment } = useFormats();
  const { version: _version, ...fields } = mine;
  const differing = (Object.keys(fields) as (keyof typeof fields)[]).filter(
    (name) => JSON.stringify(mine[name]) !== JSON.stringify(theirs[name]),
  );
  const names = differing.map((name) => t(`conflict.fields.${name}`)).join(', ');
  return (
    <div id={fieldId('version')} tabIndex={-1}>
      <Banner tone="warning" title={t('conflict.title')}>
        <BlockStack gap="300">
          <Text as="p">{t('conflict.text', { time: moment(savedAt) })}</Text>
          <Text as="p">{names ? t('conflict.differs', { fields: names }) : t('conflict.same')}</Text>
          <InlineStack gap="200">
            <Button onClick={onKeepMine}>{t('conflict.keepMine')}</Button>
            <Button onClick={onUseTheirs}>{t('conflict.useTheirs')}</Button>
          </InlineStack>
        </BlockStack>
      </Banner>
    </div>
  );
}
