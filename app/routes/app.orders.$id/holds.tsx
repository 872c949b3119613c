import { BlockStack, Button, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { HoldView, ItemView } from '#app/features/orders/index.ts';
import listStyles from '#app/ui/activity/list.module.css';
import { useFormats } from '#app/ui/frame.ts';
import { isUnprepared } from './is-unprepared.ts';
import type { NowAnswer } from './now-answer.ts';
import { useDeciding } from './use-deciding.ts';
import { piecesInWords } from './use-note-words.ts';

interface HoldsProps {
  holds: readonly HoldView[];
  items: readonly ItemView[];
  /** What OneStock says now; left out while it is being asked. */
  answer?: NowAnswer;
  /** Whether the shop synchronizes orders: else nothing comes of a decision. */
  isOn: boolean;
}

/** The holds that stand, and why; and the way to have OneStock prepare what nobody prepares of them. */
export function Holds({ holds, items, answer, isOn }: HoldsProps) {
  const { t } = useTranslation('orders');
  const { moment } = useFormats();
  const { sendAgain, isDeciding } = useDeciding();
  const unprepared = holds.filter((hold) => isUnprepared(hold, answer));
  return (
    <BlockStack gap="300" inlineAlign="start">
      <ul className={listStyles.list}>
        {holds.map((hold) => (
          <li key={hold.id}>
            <BlockStack gap="050">
              <Text as="span" fontWeight="medium">
                {piecesInWords(hold.lines, items)}
              </Text>
              <Why hold={hold} isUnprepared={unprepared.includes(hold)} />
              <Text as="span" tone="subdued">
                <time dateTime={hold.since}>{t('holds.since', { moment: moment(hold.since) })}</time>
              </Text>
            </BlockStack>
          </li>
        ))}
      </ul>
      {isOn && unprepared.length > 0 && (
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

/** Why a hold stands, or why it is about to end. */
function Why({ hold, isUnprepared }: { hold: HoldView; isUnprepared: boolean }) {
  const { t } = useTranslation('orders');
  const { reason, sentAgainAs } = hold;
  if (isUnprepared || !sentAgainAs) return reason && <Text as="p">{reason}</Text>;
  return (
    <Text as="p">
      {sentAgainAs.length > 0
        ? t('holds.sentAgainAs', { ids: sentAgainAs.join(', ') })
        : t('holds.beingSentAgain')}
    </Text>
  );
}
