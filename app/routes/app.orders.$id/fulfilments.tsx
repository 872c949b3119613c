import { BlockStack, Button, InlineStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { FulfilmentView, HoldView, ItemView } from '#app/features/orders/index.ts';
import listStyles from '#app/ui/activity/list.module.css';
import { useFormats } from '#app/ui/frame.ts';
import { useCausesText } from '#app/ui/orders/use-causes-text.ts';
import { StatusBadge } from '#app/ui/status-badge.tsx';
import { Doubt } from './doubt.tsx';
import { TrackingLink } from './parcels.tsx';
import { useDeciding } from './use-deciding.ts';
import { piecesInWords } from './use-note-words.ts';

const STATUS = { intended: 'waiting', done: 'works', in_doubt: 'attention' } as const;

interface FulfilmentsProps {
  fulfilments: readonly FulfilmentView[];
  items: readonly ItemView[];
  /** Whether the shop synchronizes orders: else nothing comes of a decision. */
  isOn: boolean;
}

/** The parcels that became fulfilments, and those of which a person must say whether they did. */
export function Fulfilments({ fulfilments, items, isOn }: FulfilmentsProps) {
  const { t } = useTranslation('orders');
  // Not in the parcel's own part, which goes with the doubt before it could tell what came of it.
  const { decide, isDeciding } = useDeciding();
  const causesText = useCausesText();
  if (fulfilments.length === 0)
    return (
      <Text as="p" tone="subdued">
        {t('fulfilments.none')}
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

/** The holds that stand, and why; and the way to have OneStock prepare what they are of after all. */
export function Holds({
  holds,
  items,
  isOn,
}: {
  holds: readonly HoldView[];
  items: readonly ItemView[];
  isOn: boolean;
}) {
  const { t } = useTranslation('orders');
  const { moment } = useFormats();
  const { sendAgain, isDeciding } = useDeciding();
  return (
    <BlockStack gap="300" inlineAlign="start">
      <ul className={listStyles.list}>
        {holds.map(({ id, since, reason, lines }) => (
          <li key={id}>
            <BlockStack gap="050">
              <Text as="span" fontWeight="medium">
                {piecesInWords(lines, items)}
              </Text>
              {reason && <Text as="p">{reason}</Text>}
              <Text as="span" tone="subdued">
                <time dateTime={since}>{t('holds.since', { moment: moment(since) })}</time>
              </Text>
            </BlockStack>
          </li>
        ))}
      </ul>
      {isOn && (
        <>
          <Text as="p" tone="subdued">
            {t('holds.again')}
          </Text>
          <Button disabled={isDeciding} onClick={sendAgain}>
            {t('holds.sendAgain')}
          </Button>
        </>
      )}
    </BlockStack>
  );
}
