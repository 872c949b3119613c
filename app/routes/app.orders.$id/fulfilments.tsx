import { BlockStack, InlineStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { ItemView, OrderStory } from '#app/features/orders/index.ts';
import listStyles from '#app/ui/activity/list.module.css';
import { useCausesText } from '#app/ui/orders/use-causes-text.ts';
import { StatusBadge } from '#app/ui/status-badge.tsx';
import { Doubt } from './doubt.tsx';
import { outlookOf } from './outlook-of.ts';
import { TrackingLink } from './parcels.tsx';
import { useDeciding } from './use-deciding.ts';
import { piecesInWords } from './use-note-words.ts';

const STATUS = {
  intended: 'waiting',
  done: 'works',
  in_doubt: 'attention',
  cancelled: 'attention',
  perhaps_cancelled: 'attention',
} as const;

interface FulfilmentsProps {
  story: OrderStory;
  items: readonly ItemView[];
  /** Whether the shop synchronizes orders: else nothing comes of a decision. */
  isOn: boolean;
}

/** The parcels that became fulfilments, and those of which a person must say whether they did. */
export function Fulfilments({ story, items, isOn }: FulfilmentsProps) {
  const { t } = useTranslation('orders');
  // Not in the parcel's own part, which goes with the doubt before it could tell what came of it.
  const { decide, isDeciding } = useDeciding();
  const causesText = useCausesText();
  const { fulfilments } = story;
  if (fulfilments.length === 0)
    return (
      <Text as="p" tone="subdued">
        {t(`fulfilments.none.${outlookOf(story)}`)} {t('fulfilments.none.others')}
      </Text>
    );
  return (
    <ul className={listStyles.list}>
      {fulfilments.map(({ id, parcelId, state, causes, lines, tracking }) => (
        <li key={id}>
          <BlockStack gap="100">
            <InlineStack gap="200" blockAlign="center">
              <Text as="span" fontWeight="medium">
                {t('fulfilments.parcel', { id: parcelId })}
              </Text>
              <StatusBadge status={STATUS[state]} label={t(`fulfilments.states.${state}`)} />
            </InlineStack>
            <Text as="span" tone="subdued">
              {piecesInWords(lines, items)}
            </Text>
            {tracking.number || tracking.url ? (
              <TrackingLink tracking={tracking} />
            ) : (
              <Text as="span" tone="subdued">
                {t('fulfilments.noTracking')}
              </Text>
            )}
            {causes && <Text as="p">{causesText(causes)}</Text>}
            {state === 'in_doubt' && isOn && (
              <Doubt
                parcelId={parcelId}
                isDeciding={isDeciding}
                onDecide={(decision) => decide(id, decision)}
              />
            )}
          </BlockStack>
        </li>
      ))}
    </ul>
  );
}
