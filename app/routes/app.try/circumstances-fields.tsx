import { BlockStack, Button, ChoiceList, Collapsible, FormLayout, TextField } from '@shopify/polaris';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PreviewMode } from '#app/features/promise/index.ts';
import { fieldId } from '#app/ui/form/use-editing.ts';
import type { PreviewValues } from './preview-values.ts';
import type { Preview } from './use-preview.ts';

type CircumstanceName = 'region' | 'coordinates' | 'moment';

const NAMES: readonly CircumstanceName[] = ['region', 'coordinates', 'moment'];
const MODES: readonly PreviewMode[] = ['new', 'checkout'];

/** What few previews need. Closed until it is wanted, or something in it counts. */
export function CircumstancesFields({ preview, timezone }: { preview: Preview; timezone: string }) {
  const { t } = useTranslation('try');
  const { values } = preview;
  const [isWanted, setWanted] = useState(() => differs(values));
  const isOpen = isWanted || NAMES.some((name) => preview.error(name));
  const id = useId();
  const text = (name: CircumstanceName) => ({
    id: fieldId(name),
    autoComplete: 'off',
    label: t(`circumstances.${name}`),
    helpText: t(`circumstances.${name}Help`, { timezone }),
    value: values[name],
    onChange: (value: string) => preview.change({ [name]: value }),
    error: preview.error(name),
  });
  return (
    <BlockStack gap="300" inlineAlign="stretch">
      <Button
        variant="plain"
        textAlign="left"
        disclosure={isOpen ? 'up' : 'down'}
        ariaExpanded={isOpen}
        ariaControls={id}
        onClick={() => setWanted(!isOpen)}
      >
        {t('circumstances.title')}
      </Button>
      <Collapsible id={id} open={isOpen}>
        <FormLayout>
          <ChoiceList
            title={t('circumstances.mode')}
            choices={MODES.map((value) => ({
              value,
              label: t(`circumstances.modes.${value}`),
              helpText: t(`circumstances.modesHelp.${value}`),
            }))}
            selected={[values.mode]}
            onChange={([mode]) => preview.change({ mode: mode as PreviewMode })}
          />
          <TextField {...text('moment')} type="datetime-local" />
          <TextField {...text('region')} maxLength={200} />
          <TextField {...text('coordinates')} maxLength={200} />
        </FormLayout>
      </Collapsible>
    </BlockStack>
  );
}

function differs(values: PreviewValues): boolean {
  return values.mode !== 'new' || NAMES.some((name) => values[name] !== '');
}
