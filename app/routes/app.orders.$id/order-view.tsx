import { BlockStack, InlineGrid, Layout } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { OrderStory } from '#app/features/orders/index.ts';
import { Facts } from '#app/ui/activity/facts.tsx';
import { JsonBlock } from '#app/ui/activity/json-block.tsx';
import { SectionCard } from '#app/ui/activity/section-card.tsx';
import { useFormats } from '#app/ui/frame.ts';
import { StateBadges } from '#app/ui/orders/state-badges.tsx';
import { PageSkeleton } from '#app/ui/page-skeleton.tsx';
import type { Part } from '#app/ui/part.ts';
import { Streamed } from '#app/ui/streamed.tsx';
import { Fulfilments, Holds } from './fulfilments.tsx';
import { ItemsTable } from './items-table.tsx';
import { OrderBanners } from './order-banners.tsx';
import { type NowAnswer, PromiseNow } from './promise-now.tsx';
import { PromiseThen } from './promise-then.tsx';
import { Timeline } from './timeline.tsx';

interface OrderViewProps {
  story: OrderStory;
  now: Promise<Part<NowAnswer>>;
  /** Whether the shop synchronizes orders. */
  isOn: boolean;
}

/** An order between the two systems: what was promised, where it is, and all that happened to it. */
export function OrderView({ story, now, isOn }: OrderViewProps) {
  const { t } = useTranslation('orders');
  const { fulfilments, holds, timeline } = story;
  const deliveries = story.export?.deliveries ?? [];
  const items = deliveries.flatMap((delivery) => delivery.items);
  return (
    <BlockStack gap="400">
      <OrderBanners story={story} isOn={isOn} />
      <InlineGrid columns={{ xs: 1, md: 2 }} gap="400">
        <PromiseThen story={story} />
        <Streamed
          resolve={now}
          fallback={<PageSkeleton cards={[4]} />}
          failure={<PromiseNow story={story} answer={{ isKnown: false }} />}
          outdated={null}
        >
          {(answer) => <PromiseNow story={story} answer={answer} />}
        </Streamed>
      </InlineGrid>
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            {holds.length > 0 && (
              <SectionCard title={t('page.holds')}>
                <Holds holds={holds} items={items} />
              </SectionCard>
            )}
            <SectionCard title={t('page.items')}>
              <Streamed
                resolve={now}
                fallback={<ItemsTable items={items} now={null} />}
                failure={<ItemsTable items={items} now={null} isUnknown />}
              >
                {(answer) => (
                  <ItemsTable
                    items={items}
                    now={
                      answer.isKnown && answer.now.length > 0
                        ? { items: answer.now.flatMap((each) => each.items) }
                        : null
                    }
                    isUnknown={!answer.isKnown}
                  />
                )}
              </Streamed>
            </SectionCard>
            <SectionCard title={t('page.timeline')}>
              <Timeline notes={timeline} items={items} />
            </SectionCard>
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <BlockStack gap="400">
            <OrderFacts story={story} />
            <SectionCard title={t('page.fulfilments')}>
              <Fulfilments fulfilments={fulfilments} items={items} isOn={isOn} />
            </SectionCard>
            {deliveries.map(
              ({ number, sent }) =>
                Object.keys(sent).length > 0 && (
                  <SectionCard key={number} title={t('page.sent')}>
                    <JsonBlock label={t('page.sent')} value={sent} />
                  </SectionCard>
                ),
            )}
          </BlockStack>
        </Layout.Section>
      </Layout>
    </BlockStack>
  );
}

function OrderFacts({ story }: { story: OrderStory }) {
  const { t } = useTranslation('orders');
  const { moment } = useFormats();
  const { export: exported, holds, seenAt } = story;
  const at = (instant: string | undefined) => instant && <time dateTime={instant}>{moment(instant)}</time>;
  return (
    <SectionCard title={t('page.facts')}>
      <Facts
        facts={[
          [
            t('page.state'),
            <StateBadges
              key="state"
              state={story.state}
              isHeld={holds.length > 0}
              obstacles={story.obstacles}
            />,
          ],
          [t('page.seen'), at(seenAt)],
          [
            t('page.oneStockId'),
            exported?.deliveries.map(({ oneStockOrderId }) => oneStockOrderId).join(', '),
          ],
          [t('page.exported'), at(exported?.exportedAt)],
          [t('page.compared'), at(exported?.comparedAt)],
          [t('page.closed'), at(exported?.closedAt)],
        ]}
      />
    </SectionCard>
  );
}
