import { BlockStack, Card, Checkbox, ChoiceList, Text, TextField } from '@shopify/polaris';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Part } from '../part.ts';
import { type DeliveryMethod, prefill } from './fill-form.ts';
import type { FormPart } from './form-part.ts';
import { MethodField } from './method-field.tsx';
import type { MethodList } from './method-list.ts';

interface MethodSectionProps extends FormPart {
  /** Undefined while OneStock is being asked. */
  methods: Part<MethodList> | undefined;
  savedMethod: string;
  /** A new option takes what its method suggests. */
  isNew: boolean;
  primaryLanguage: string;
}

/** Which OneStock delivery method the option offers, how it is received, and under which handle. */
export function MethodSection({ methods, savedMethod, isNew, primaryLanguage, ...part }: MethodSectionProps) {
  const { t } = useTranslation('options');
  const { editing, errorOf } = part;
  const { values, change } = editing;
  const before = useRef<DeliveryMethod | null>(null);
  const choose = (method: DeliveryMethod) => {
    if (!isNew) return change({ deliveryMethod: method.id });
    change(prefill(values, method, { language: primaryLanguage, before: before.current }));
    before.current = method;
  };
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {t('form.method.title')}
        </Text>
        <MethodField {...part} methods={methods} savedMethod={savedMethod} onChoose={choose} />
        <ChoiceList
          title={t('form.method.kind')}
          name="kind"
          choices={(['home', 'collect'] as const).map((kind) => ({
            value: kind,
            label: t(`kind.${kind}`),
            helpText: t(`form.method.kindHelp.${kind}`),
          }))}
          selected={[values.kind]}
          error={errorOf('kind')}
          onChange={([kind]) => change({ kind: kind === 'collect' ? 'collect' : 'home' })}
        />
        <TextField
          label={t('form.handle.label')}
          helpText={t('form.handle.help')}
          autoComplete="off"
          {...editing.field('handle')}
          error={errorOf('handle')}
        />
        <Checkbox
          label={t('form.active.label')}
          helpText={t('form.active.help')}
          checked={values.active}
          onChange={(active) => change({ active })}
        />
      </BlockStack>
    </Card>
  );
}
