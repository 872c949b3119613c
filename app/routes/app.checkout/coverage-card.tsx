import { BlockStack, Button, Card, InlineStack, ProgressBar, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { StatusBadge } from '#app/ui/status-badge.tsx';
import { canChange, changeable } from './place-state.ts';
import { type Attaching, useCountedPlaces } from './use-attaching.ts';

/** How far the rates reach, at a glance, and the one press that attaches them everywhere. Nothing while no place is known. */
export function CoverageCard({ attaching, isBlocked }: { attaching: Attaching; isBlocked: boolean }) {
  const { t } = useTranslation('attach');
  const { attachment, pending, start } = attaching;
  const countPlaces = useCountedPlaces(attachment.mode);
  // A market that inherits its shipping has what its parent has.
  const counted = attachment.places.filter(({ state }) => state !== 'inherited');
  if (counted.length === 0) return null;
  const attached = counted.filter((place) => canChange(place, 'detach')).length;
  const isAll = attached === counted.length;
  const isHiding = counted.some(({ state }) => state === 'attached_hiding_new_services');
  const open = changeable(
    counted.filter(({ state }) => state === 'not_attached'),
    'attach',
  );
  const reach = attached === 0 ? 'none' : isAll ? 'all' : 'some';
  const badges = {
    none: <StatusBadge status="attention" label={t('coverage.notLive')} />,
    some: <StatusBadge status="works" label={t('coverage.partly')} />,
    all: <StatusBadge status="works" label={t('coverage.live')} />,
  };
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack gap="200" blockAlign="center" align="space-between">
          <InlineStack gap="200" blockAlign="center">
            <Text as="h2" variant="headingMd" id="coverage">
              {t('coverage.title', { attached, places: countPlaces(counted.length) })}
            </Text>
            {badges[reach]}
          </InlineStack>
          {open.length > 0 && (
            <Button
              variant="primary"
              disabled={isBlocked || pending !== null}
              loading={pending?.verb === 'attach' && open.every((id) => pending.placeIds.includes(id))}
              onClick={() => start('attach', open)}
            >
              {t(attached === 0 ? 'coverage.everywhere' : 'coverage.rest')}
            </Button>
          )}
        </InlineStack>
        <ProgressBar
          progress={(100 * attached) / counted.length}
          tone="success"
          size="small"
          ariaLabelledBy="coverage"
          animated={false}
        />
        <Text as="p" tone="subdued">
          {t(`coverage.${reach}`)} {isHiding && t('coverage.hiding')}
        </Text>
      </BlockStack>
    </Card>
  );
}
