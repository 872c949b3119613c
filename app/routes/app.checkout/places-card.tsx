import { BlockStack, Box, Button, Card, Checkbox, Divider, InlineStack, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Verb } from './answer.ts';
import { EmptyPlaces } from './empty-places.tsx';
import { PlaceRow } from './place-row.tsx';
import { changeable, groupPlaces, isChangeable } from './place-state.ts';
import type { Attaching } from './use-attaching.ts';

interface PlacesCardProps {
  attaching: Attaching;
  /** Something stands in the way of every change. */
  isBlocked: boolean;
  /** Asked before shoppers lose something. */
  onDetach(placeIds: readonly string[]): void;
}

/** Each place with its state and its one action, and the same for several chosen ones. */
export function PlacesCard({ attaching, isBlocked, onDetach }: PlacesCardProps) {
  const { t } = useTranslation('attach');
  const { attachment, pending, start } = attaching;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { places, mode } = attachment;
  if (places.length === 0) return <EmptyPlaces attachment={attachment} />;

  const choosable = isBlocked ? [] : places.filter(isChangeable);
  const selected = choosable.filter(({ id }) => chosen.has(id));
  const ask = (verb: Verb, placeIds: readonly string[]) =>
    verb === 'attach' ? start('attach', placeIds) : onDetach(placeIds);
  const toggle = (id: string, isChosen: boolean) => {
    const next = new Set(chosen);
    if (isChosen) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  const bulk = (verb: Verb) => {
    const ids = changeable(selected, verb);
    return (
      <Button disabled={pending !== null || ids.length === 0} onClick={() => ask(verb, ids)}>
        {t(`places.${verb}`)}
      </Button>
    );
  };

  return (
    <Card padding="0">
      <Box padding="400" paddingBlockEnd="200">
        <Text as="h2" variant="headingMd">
          {t(`places.${mode}`)}
        </Text>
      </Box>
      {choosable.length > 0 && (
        <Box paddingInline="400" paddingBlockEnd="300">
          <InlineStack align="space-between" blockAlign="center" gap="200">
            <Checkbox
              label={t('places.selectAll')}
              checked={selected.length === choosable.length}
              onChange={(isChosen) => setChosen(new Set(isChosen ? choosable.map(({ id }) => id) : []))}
            />
            <InlineStack gap="200" blockAlign="center">
              {selected.length > 0 && (
                <Text as="span" tone="subdued">
                  {t('places.selected', { count: selected.length })}
                </Text>
              )}
              {bulk('attach')}
              {bulk('detach')}
            </InlineStack>
          </InlineStack>
        </Box>
      )}
      {groupPlaces(places).map((group) => (
        <BlockStack key={group.places[0]?.id}>
          {group.profileName !== undefined && (
            <Box background="bg-surface-secondary" paddingInline="400" paddingBlock="200">
              <InlineStack gap="200" blockAlign="baseline">
                <Text as="h3" variant="headingSm">
                  {group.profileName}
                </Text>
                {group.shipsFrom.length > 0 && (
                  <Text as="span" tone="subdued">
                    {t('shipsFrom', { locations: group.shipsFrom.join(', ') })}
                  </Text>
                )}
              </InlineStack>
            </Box>
          )}
          {group.places.map((place) => (
            <div key={place.id}>
              <Divider />
              <PlaceRow
                place={place}
                attaching={attaching}
                isBlocked={isBlocked}
                isChosen={chosen.has(place.id)}
                onChoose={(isChosen) => toggle(place.id, isChosen)}
                onAsk={(verb) => ask(verb, [place.id])}
              />
            </div>
          ))}
        </BlockStack>
      ))}
    </Card>
  );
}
