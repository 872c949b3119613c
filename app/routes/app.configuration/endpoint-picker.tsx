import { useFetcher } from '@remix-run/react';
import { Autocomplete } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundEndpoint } from '#app/features/onestock-account/index.ts';

interface EndpointPickerProps {
  id: string;
  label: string;
  /** What is chosen, or null. */
  chosen: { endpointId: string; name: string } | null;
  error: string | undefined;
  /** @param endpoint null to choose none */
  onChoose(endpoint: FoundEndpoint | null): void;
}

/** The address of the search, a route of its own. */
const SEARCH = '/app/endpoints';

/** Chooses one of OneStock's endpoints, of which a site can have thousands, by typing a part of its name, city or id. */
export function EndpointPicker({ id, label, chosen, error, onChoose }: EndpointPickerProps) {
  const { t } = useTranslation('configuration');
  const search = useFetcher<{ endpoints: FoundEndpoint[] }>();
  // Null while nothing is being typed.
  const [typed, setTyped] = useState<string | null>(null);
  const ask = (text: string) => search.load(`${SEARCH}?q=${encodeURIComponent(text)}`);
  const found = search.data?.endpoints ?? [];

  const type = (text: string) => {
    setTyped(text);
    ask(text);
  };
  const choose = ([endpointId]: string[]) => {
    const endpoint = found.find((one) => one.endpointId === endpointId);
    if (endpoint) onChoose(endpoint);
    setTyped(null);
  };
  const clear = () => {
    onChoose(null);
    setTyped(null);
  };
  return (
    <Autocomplete
      options={found.map(({ endpointId, name, city }) => ({
        value: endpointId,
        label: [name, city, endpointId].filter(Boolean).join(' · '),
      }))}
      selected={chosen ? [chosen.endpointId] : []}
      onSelect={choose}
      loading={search.state === 'loading' && found.length === 0}
      emptyState={<div style={{ padding: 'var(--p-space-300)' }}>{t('locations.nothingFound')}</div>}
      textField={
        <Autocomplete.TextField
          id={id}
          label={label}
          labelHidden
          autoComplete="off"
          placeholder={t('locations.choose')}
          value={typed ?? chosen?.name ?? ''}
          error={error}
          clearButton={chosen !== null}
          onClearButtonClick={clear}
          onChange={type}
          onFocus={() => ask('')}
          onBlur={() => setTyped(null)}
        />
      }
    />
  );
}
