import { Banner, BlockStack, Button, InlineStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../frame.ts';
import { fieldId } from './use-editing.ts';

interface ConflictBannerProps<Values extends { version: number }> {
  /** That somebody else changed it, whatever it is. */
  title: string;
  mine: Values;
  theirs: Values;
  /** When they saved, ISO 8601. */
  savedAt: string;
  /** What the page calls a field, within a sentence. */
  nameOf(field: Exclude<keyof Values, 'version'>): string;
  onKeepMine(): void;
  onUseTheirs(): void;
}

/** Two people edit one thing: the second is told, chooses, and loses nothing typed before that. */
export function ConflictBanner<Values extends { version: number }>(props: ConflictBannerProps<Values>) {
  const { title, mine, theirs, savedAt, nameOf, onKeepMine, onUseTheirs } = props;
  const { t } = useTranslation();
  const { moment } = useFormats();
  const { version: _version, ...fields } = mine;
  const differing = (Object.keys(fields) as Exclude<keyof Values, 'version'>[]).filter(
    (name) => JSON.stringify(mine[name]) !== JSON.stringify(theirs[name]),
  );
  const names = differing.map(nameOf).join(', ');
  return (
    <div id={fieldId('version')} tabIndex={-1}>
      <Banner tone="warning" title={title}>
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
