import {
  Badge,
  BlockStack,
  Checkbox,
  InlineGrid,
  InlineStack,
  SkeletonBodyText,
  Text,
} from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundEndpoint } from '#app/features/onestock-account/index.ts';
import { sortedLocations } from '#app/features/settings/shape.ts';
import { fieldId } from '#app/ui/form/use-editing.ts';
import { EndpointPicker } from './endpoint-picker.tsx';
import { ListFailure } from './list-failure.tsx';
import { usePageKnowledge } from './page-context.ts';
import type { EditsSettings } from './values.ts';

const PATH = 'mappings:locations';
const EXCLUDED = 'orders:excludedLocations';

/** Which endpoint of OneStock's each of the shop's locations is, and which are not OneStock's at all. */
export function LocationsField({ editing }: EditsSettings) {
  const { t } = useTranslation('configuration');
  const { facts, locations } = usePageKnowledge();
  const [chosenNames, setChosenNames] = useState<Readonly<Record<string, string>>>({});
  const mappings = editing.values[PATH];
  const names = { ...facts.endpointNames, ...chosenNames };
  const listed = locations?.isKnown ? locations.items : [];
  const gone = unlisted(editing, listed);

  const choose = (locationId: string, endpoint: FoundEndpoint | null) => {
    const others = mappings.filter((one) => one.locationId !== locationId);
    const chosen = endpoint ? [{ locationId, endpointId: endpoint.endpointId }] : [];
    if (endpoint) setChosenNames({ ...chosenNames, [endpoint.endpointId]: endpoint.name });
    editing.change({ [PATH]: sortedLocations([...others, ...chosen]) });
  };
  const picker = (locationId: string, name: string) => {
    const at = mappings.findIndex((one) => one.locationId === locationId);
    const endpointId = mappings[at]?.endpointId;
    const isGone = endpointId !== undefined && names[endpointId] === undefined;
    const path = `${PATH}.${at}.endpointId`;
    return (
      <EndpointPicker
        id={at < 0 ? `endpoint-${locationId}` : fieldId(path)}
        label={t('locations.endpointOf', { location: name })}
        chosen={endpointId === undefined ? null : { endpointId, name: names[endpointId] ?? endpointId }}
        error={editing.error(path) ?? (isGone ? t('gone', { id: endpointId }) : undefined)}
        onChoose={(endpoint) => choose(locationId, endpoint)}
      />
    );
  };
  const choices = (locationId: string, name: string) => (
    <BlockStack gap="100">
      {picker(locationId, name)}
      <ExcludedMark locationId={locationId} name={name} editing={editing} />
    </BlockStack>
  );
  const ofService = (locationId: string, name: string) => (
    <BlockStack gap="100">
      <Text as="p" tone="subdued">
        {t('locations.ofService')}
      </Text>
      {mappings.some((one) => one.locationId === locationId) && picker(locationId, name)}
    </BlockStack>
  );
  return (
    <BlockStack gap="400">
      <ListFailure list={locations} title={t('locations.failed')} />
      {locations === undefined && <SkeletonBodyText lines={4} />}
      {locations?.isKnown && listed.length === 0 && (
        <Text as="p" tone="subdued">
          {t('locations.empty')}
        </Text>
      )}
      {listed.map(({ id, name, city, isOfService }) => (
        <InlineGrid key={id} columns={{ xs: 1, sm: 2 }} gap="200">
          <BlockStack>
            <Text as="span">{name}</Text>
            {city && (
              <Text as="span" tone="subdued">
                {city}
              </Text>
            )}
          </BlockStack>
          {isOfService ? ofService(id, name) : choices(id, name)}
        </InlineGrid>
      ))}
      {locations?.isKnown &&
        gone.map((locationId) => (
          <InlineGrid key={locationId} columns={{ xs: 1, sm: 2 }} gap="200">
            <InlineStack gap="200" blockAlign="center">
              <Text as="span">{locationId.split('/').at(-1)}</Text>
              <Badge tone="warning">{t('locations.gone')}</Badge>
            </InlineStack>
            {choices(locationId, locationId)}
          </InlineGrid>
        ))}
    </BlockStack>
  );
}

/** The locations that are mapped or marked, and are not active in Shopify any more. */
function unlisted({ values }: EditsSettings['editing'], listed: readonly { id: string }[]): string[] {
  const known = new Set([...values[PATH].map(({ locationId }) => locationId), ...values[EXCLUDED]]);
  return [...known].filter((locationId) => !listed.some(({ id }) => id === locationId));
}

interface ExcludedMarkProps extends EditsSettings {
  locationId: string;
  name: string;
}

/** Marks a location as not OneStock's. */
function ExcludedMark({ locationId, name, editing }: ExcludedMarkProps) {
  const { t } = useTranslation('configuration');
  const excluded = editing.values[EXCLUDED];
  const exclude = (isExcluded: boolean) => {
    const others = excluded.filter((id) => id !== locationId);
    editing.change({ [EXCLUDED]: isExcluded ? [...others, locationId].toSorted() : others });
  };
  return (
    <Checkbox
      label={
        <>
          {t('locations.excluded')}
          <Text as="span" visuallyHidden>
            {` (${name})`}
          </Text>
        </>
      }
      checked={excluded.includes(locationId)}
      onChange={exclude}
    />
  );
}
