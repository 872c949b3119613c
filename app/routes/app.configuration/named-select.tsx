import { Select, type SelectProps } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { NamedThing } from '#app/gateways/onestock/index.ts';
import type { Listed } from './lists.ts';

interface NamedSelectProps extends Pick<SelectProps, 'label' | 'labelHidden' | 'error' | 'helpText' | 'id'> {
  /** What can be chosen; undefined while it is not there yet. */
  list: Listed<NamedThing> | undefined;
  /** An id, or empty. */
  value: string;
  /** What the empty choice means. */
  none: string;
  onChange(value: string): void;
}

/**
 * A choice among things of OneStock's. What is chosen stays to be seen while the list is not there, and, with a word of warning, when
 * OneStock does not have it any more.
 */
export function NamedSelect({ list, value, none, error, onChange, ...select }: NamedSelectProps) {
  const { t } = useTranslation('configuration');
  const items = list?.isKnown ? list.items : [];
  const isListed = value === '' || items.some(({ id }) => id === value);
  const isGone = Boolean(list?.isKnown) && !isListed;
  const options = [
    { value: '', label: none },
    ...(isListed ? [] : [{ value, label: value }]),
    ...items.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <Select
      {...select}
      options={options}
      value={value}
      disabled={!list?.isKnown}
      error={error ?? (isGone ? t('gone', { id: value }) : undefined)}
      onChange={onChange}
    />
  );
}
