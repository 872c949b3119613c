import { BlockStack, Button, Collapsible, FormLayout } from '@shopify/polaris';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FieldOfGroup, fieldsOf, GROUPS, pathOf, rowsOf } from '#app/features/settings/shape.ts';
import { SettingControl } from './setting-control.tsx';
import type { EditsSettings } from './values.ts';

/** The settings of a card, as their groups describe them. */
export function SettingsFields({ section, editing }: EditsSettings & { section: string }) {
  const fields = fieldsOf(GROUPS).filter(({ field }) => field.place.section === section);
  const folded = fields.filter(({ field }) => field.place.isFolded);
  return (
    <BlockStack gap="400">
      <Rows fields={fields.filter((one) => !folded.includes(one))} editing={editing} />
      {folded.length > 0 && <MoreSettings section={section} fields={folded} editing={editing} />}
    </BlockStack>
  );
}

interface FieldsProps extends EditsSettings {
  fields: readonly FieldOfGroup[];
}

function Rows({ fields, editing }: FieldsProps) {
  const controls = (row: readonly FieldOfGroup[]) =>
    row.map((one) => <SettingControl key={pathOf(one.group, one.name)} {...one} editing={editing} />);
  return (
    <FormLayout>
      {rowsOf(fields).map((row) =>
        row.length === 1 ? (
          controls(row)
        ) : (
          <FormLayout.Group key={row[0]?.name}>{controls(row)}</FormLayout.Group>
        ),
      )}
    </FormLayout>
  );
}

/** Settings that most shops leave as they are. Unfolds where something is to be corrected. */
function MoreSettings({ section, fields, editing }: FieldsProps & { section: string }) {
  const { t } = useTranslation('configuration');
  const [isOpen, setOpen] = useState(false);
  const id = `more-${section}`;
  const isRefused = fields.some(({ group, name }) =>
    editing.errors.some(({ field }) => field?.split('.')[0] === pathOf(group, name)),
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: each refusal unfolds it; what is corrected by typing folds nothing
  useEffect(() => {
    if (isRefused) setOpen(true);
  }, [editing.refusals]);
  return (
    <BlockStack gap="400" inlineAlign="start">
      <Button
        variant="plain"
        disclosure={isOpen ? 'up' : 'down'}
        ariaExpanded={isOpen}
        ariaControls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {t('more')}
      </Button>
      <Collapsible id={id} open={isOpen}>
        <Rows fields={fields} editing={editing} />
      </Collapsible>
    </BlockStack>
  );
}
