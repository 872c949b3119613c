import { Checkbox, ChoiceList, Select, TextField } from '@shopify/polaris';
import { type FieldOfGroup, pathOf } from '#app/features/settings/shape.ts';
import { fieldId } from '#app/ui/form/use-editing.ts';
import { OWN_CONTROLS } from './own-controls.tsx';
import { usePageKnowledge } from './page-context.ts';
import { useSettingWords } from './setting-words.ts';
import type { ConfigurationValues, EditsSettings } from './values.ts';

/** A setting with its label and help, as its group describes it. */
export function SettingControl({ group, name, field, editing }: FieldOfGroup & EditsSettings) {
  const path = pathOf(group, name);
  const Own = OWN_CONTROLS[path];
  const words = useSettingWords()(path);
  const { facts } = usePageKnowledge();
  if (Own) return <Own editing={editing} />;

  const values: Readonly<Record<string, unknown>> = editing.values;
  const change = (value: unknown) => editing.change({ [path]: value } as Partial<ConfigurationValues>);
  const shared = {
    id: fieldId(path),
    name: path,
    label: words.label ?? name,
    helpText: words.help,
    error: editing.error(path),
  };
  const text = { ...shared, value: String(values[path]), onChange: change, autoComplete: 'off' };
  const labelOf = (value: string) => words.values?.[value || 'none'] ?? value;
  const { control, place } = field;
  switch (control.kind) {
    case 'text':
      return <TextField {...text} spellCheck={false} />;
    case 'names':
      return <TextField {...text} />;
    case 'password':
      return (
        <TextField
          {...text}
          type="password"
          autoComplete="new-password"
          placeholder={facts.keptSecrets.includes(path) ? words.kept : undefined}
        />
      );
    case 'number':
      return <TextField {...text} suffix={words.unit ?? control.unit} inputMode="numeric" />;
    case 'select':
      return <Select {...text} options={control.values.map((value) => ({ value, label: labelOf(value) }))} />;
    case 'checkbox':
      return <Checkbox {...shared} checked={values[path] === true} onChange={change} />;
    case 'choices': {
      const disabled = place.enabledBy !== undefined && values[pathOf(group, place.enabledBy)] !== true;
      return (
        <ChoiceList
          title={shared.label}
          name={path}
          error={shared.error}
          choices={control.values.map((value) => ({
            value,
            label: labelOf(value),
            helpText: words.valueHelp?.[value],
            disabled,
          }))}
          selected={[text.value]}
          onChange={([chosen]) => change(chosen)}
        />
      );
    }
    case 'special':
      throw new Error(`The setting ${path} has no control.`);
  }
}
