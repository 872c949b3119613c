import { FormLayout, Select, TextField } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { ENVIRONMENTS, type Environment } from '#app/features/settings/shape.ts';
import { fieldId } from '#app/ui/form/use-editing.ts';
import { useSettingWords } from './setting-words.ts';
import type { EditsSettings } from './values.ts';

const PATH = 'account:host';

/** One of OneStock's shared hosts, or another. What is wrong with the host is said where it was entered. */
export function HostField({ editing }: EditsSettings) {
  const { t } = useTranslation('configuration');
  const { label = '' } = useSettingWords()(PATH);
  const host = editing.values[PATH];
  const change = (part: Partial<typeof host>) => editing.change({ [PATH]: { ...host, ...part } });
  const isOther = host.environment === 'other';
  const faulty = { id: fieldId(PATH), error: editing.error(PATH) };
  return (
    <FormLayout>
      <Select
        {...(!isOther && faulty)}
        label={label}
        options={ENVIRONMENTS.map((value) => ({ value, label: t(`connection.environments.${value}`) }))}
        value={host.environment}
        onChange={(environment) => change({ environment: environment as Environment })}
      />
      {isOther && (
        <TextField
          {...faulty}
          label={t('connection.otherHost')}
          placeholder="https://s100.api.onestock-retail.com"
          helpText={t('connection.otherHostHelp')}
          type="url"
          autoComplete="off"
          value={host.otherHost}
          onChange={(otherHost) => change({ otherHost })}
        />
      )}
    </FormLayout>
  );
}
