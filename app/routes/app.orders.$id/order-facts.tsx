import { useTranslation } from 'react-i18next';
import type { OrderStory } from '#app/features/orders/index.ts';
import { Facts } from '#app/ui/activity/facts.tsx';
import { SectionCard } from '#app/ui/activity/section-card.tsx';
import { useFormats } from '#app/ui/frame.ts';
import { StateBadges } from '#app/ui/orders/state-badges.tsx';

/** How far an order is, and when each step was taken. */
export function OrderFacts({ story }: { story: OrderStory }) {
  const { t } = useTranslation('orders');
  const { moment } = useFormats();
  const { export: exported, holds, seenAt, state, obstacles } = story;
  const idsOf = (isInOneStock: boolean) =>
    exported?.deliveries
      .filter(({ exportedAt }) => (exportedAt !== undefined) === isInOneStock)
      .map(({ oneStockOrderId }) => oneStockOrderId) ?? [];
  const [ids, idsToBe] = [idsOf(true), idsOf(false)];
  const at = (instant: string | undefined) => instant && <time dateTime={instant}>{moment(instant)}</time>;
  return (
    <SectionCard title={t('page.facts')}>
      <Facts
        facts={[
          [
            t('page.state'),
            <StateBadges
              key="state"
              state={state}
              isHeld={holds.length > 0}
              obstacles={obstacles}
              causes={exported?.causes}
            />,
          ],
          [t('page.seen'), at(seenAt)],
          [t('page.oneStockId', { count: ids.length }), ids.join(', ')],
          [t('page.oneStockIdToBe', { count: idsToBe.length }), idsToBe.join(', ')],
          [t('page.exported'), at(exported?.exportedAt)],
          [t('page.compared'), at(exported?.comparedAt)],
          [t('page.closed'), state === 'cancelled' ? undefined : at(exported?.closedAt)],
        ]}
      />
    </SectionCard>
  );
}
