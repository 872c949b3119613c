import { Autocomplete, Banner, BlockStack, Box, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureBanner } from '../failure-banner.tsx';
import { fieldId } from '../form/use-editing.ts';
import type { Part } from '../part.ts';
import { useReasons } from '../use-reasons.ts';
import type { DeliveryMethod } from './fill-form.ts';
import type { FormPart } from './form-part.ts';
import type { MethodList } from './method-list.ts';

/** More are found by typing. */
const MOST_SHOWN = 30;

interface MethodFieldProps extends FormPart {
  /** Undefined while OneStock is being asked. */
  methods: Part<MethodList> | undefined;
  /** As the option was saved; empty for a new one. */
  savedMethod: string;
  onChoose(method: DeliveryMethod): void;
}

/** The delivery method, chosen from OneStock's list or typed as OneStock writes it: the list may be long, or not there. */
export function MethodField({ methods: part, savedMethod, onChoose, editing, errorOf }: MethodFieldProps) {
  const { t } = useTranslation('options');
  const typed = editing.values.deliveryMethod;
  const known = part?.isThere && part.data.isRead ? part.data.methods : null;
  const chosen = known?.find(({ id }) => id === typed);
  const isSaved = typed !== '' && typed === savedMethod;
  // What was chosen is no search: whoever opens the list again sees all of it.
  const [isSearching, setIsSearching] = useState(false);
  const found = (known ?? []).filter((method) => !isSearching || matches(method, typed));
  const more = found.length - MOST_SHOWN;
  const choose = ([id]: string[]) => {
    const method = known?.find((each) => each.id === id);
    if (!method) return;
    setIsSearching(false);
    onChoose(method);
  };
  return (
    <BlockStack gap="300">
      {part && !known && <MethodsUnknown list={part.isThere ? part.data : null} />}
      {known && isSaved && !chosen && (
        <Banner tone="warning" title={t('form.method.gone', { method: typed })}>
          <p>{t('form.method.goneText')}</p>
        </Banner>
      )}
      <Autocomplete
        options={found.slice(0, MOST_SHOWN).map(({ id, name }) => ({ value: id, label: `${name} (${id})` }))}
        selected={chosen ? [chosen.id] : []}
        onSelect={choose}
        loading={!part}
        listTitle={more > 0 ? t('form.method.more', { count: more }) : undefined}
        emptyState={
          <Box padding="200">
            <Text as="p" tone="subdued">
              {t(known ? 'form.method.none' : 'form.method.failed')}
            </Text>
          </Box>
        }
        textField={
          <Autocomplete.TextField
            id={fieldId('deliveryMethod')}
            label={t('form.method.label')}
            autoComplete="off"
            placeholder={t('form.method.search')}
            value={typed}
            onChange={(deliveryMethod) => {
              setIsSearching(true);
              editing.change({ deliveryMethod });
            }}
            error={errorOf('deliveryMethod')}
            helpText={chosen ? t('form.method.named', { name: chosen.name }) : t('form.method.help')}
          />
        }
      />
    </BlockStack>
  );
}

/** Says why the list is not there, as far as that is known. */
function MethodsUnknown({ list }: { list: MethodList | null }) {
  const { t } = useTranslation('options');
  const reasonText = useReasons();
  const text = t('form.method.failedText');
  return (
    <FailureBanner
      title={t('form.method.failed')}
      text={list?.isRead === false ? `${reasonText(list.reason)}. ${text}` : text}
    />
  );
}

function matches({ id, name }: DeliveryMethod, typed: string): boolean {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const text = `${name} ${id}`.toLowerCase();
  return words.every((word) => text.includes(word));
}
