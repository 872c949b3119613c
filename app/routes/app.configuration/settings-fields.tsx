import { BlockStack, Button, Collapsible, FormLayout, InlineStack, Text } from '@shopify/polaris';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FieldOfGroup, fieldsOf, GROUPS, pathOf, rowsOf } from '#app/features/settings/shape.ts';
import { EDITED_WITHIN_OTHERS } from './own-controls.tsx';
import { SettingControl } from './setting-control.tsx';
import { useTopicWords } from './setting-words.ts';
import type { EditsSettings } from './values.ts';

/** The settings of a card, as their groups describe them. */
export function SettingsFields({ section, editing }: EditsSettings & { section: string }) {
  const fields = fieldsOf(GROUPS).filter(
    ({ group, name, field }) =>
      field.place.section === section && !EDITED_WITHIN_OTHERS.has(pathOf(group, name)),
  );
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
    <BlockStack gap="400">
      <InlineStack>
        <Button
          variant="plain"
          disclosure={isOpen ? 'up' : 'down'}
          ariaExpanded={isOpen}
          ariaControls={id}
          onClick={() => setOpen(!isOpen)}
        >
          {t('more')}
        </Button>
      </InlineStack>
      <Collapsible id={id} open={isOpen}>
        <Topics fields={fields} editing={editing} />
      </Collapsible>
    </BlockStack>
  );
}

/** Fields under the headings of their topics. */
function Topics({ fields, editing }: FieldsProps) {
  const words = useTopicWords();
  const topics = [...new Set(fields.map(({ field }) => field.place.topic))];
  return (
    <BlockStack gap="600">
      {topics.map((topic = '') => (
        <BlockStack key={topic} gap="300">
          {topic && (
            <Text as="h3" variant="headingSm">
              {words(topic)}
            </Text>
          )}
          <Rows
            fields={fields.filter(({ field }) => (field.place.topic ?? '') === topic)}
            editing={editing}
          />
        </BlockStack>
      ))}
    </BlockStack>
  );
}
