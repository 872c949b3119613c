import { BlockStack, InlineGrid, Layout } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { OrderStory } from '#app/features/orders/index.ts';
import { JsonBlock } from '#app/ui/activity/json-block.tsx';
import { SectionCard } from '#app/ui/activity/section-card.tsx';
import { PageSkeleton } from '#app/ui/page-skeleton.tsx';
import type { Part } from '#app/ui/part.ts';
import { Streamed } from '#app/ui/streamed.tsx';
import { Deliveries } from './deliveries.tsx';
import { Fulfilments, Holds } from './fulfilments.tsx';
import { ItemsTable } from './items-table.tsx';
import { RestNotSent, WholeNotSent } from './not-sent.tsx';
import { OrderBanners } from './order-banners.tsx';
import { OrderFacts } from './order-facts.tsx';
import { type NowAnswer, PromiseNow } from './promise-now.tsx';
import { PromiseThen } from './promise-then.tsx';
import { Timeline } from './timeline.tsx';
import type { DeliveryNames } from './use-delivery-words.ts';

interface OrderViewProps {
  story: OrderStory;
  names: DeliveryNames;
  now: Promise<Part<NowAnswer>>;
  /** Whether the shop synchronizes orders. */
  isOn: boolean;
}

/** An order between the two systems: what was promised, where it is, and all that happened to it. */
export function OrderView({ story, names, now, isOn }: OrderViewProps) {
  const { t } = useTranslation('orders');
  const { fulfilments, holds, timeline } = story;
  const { deliveries = [] } = story.export ?? {};
  const items = deliveries.flatMap((delivery) => delivery.items);
  const isOne = deliveries.length <= 1;
  return (
    <BlockStack gap="400">
      <OrderBanners story={story} isOn={isOn} />
      <WholeNotSent story={story} />
      {isOne && <ThenAndNow story={story} now={now} />}
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            <RestNotSent story={story} />
            {!isOne && <Deliveries story={story} names={names} now={now} />}
            {holds.length > 0 && (
              <SectionCard title={t('page.holds')}>
                <Holds holds={holds} items={items} isOn={isOn} />
              </SectionCard>
            )}
            {isOne && <Items story={story} now={now} />}
            <SectionCard title={t('page.timeline')}>
              <Timeline notes={timeline} items={items} deliveries={deliveries} names={names} />
            </SectionCard>
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <BlockStack gap="400">
            <OrderFacts story={story} />
            {!isOne && <PromiseThen story={story} isNarrow />}
            <SectionCard title={t('page.fulfilments')}>
              <Fulfilments fulfilments={fulfilments} items={items} isOn={isOn} />
            </SectionCard>
            {deliveries.map(({ number, oneStockOrderId: id, sent }) => {
              if (Object.keys(sent).length === 0) return null;
              const title = isOne ? t('page.sent') : t('page.sentAs', { id });
              return (
                <SectionCard key={number} title={title}>
                  <JsonBlock label={title} value={sent} />
                </SectionCard>
              );
            })}
          </BlockStack>
        </Layout.Section>
      </Layout>
    </BlockStack>
  );
}

type StoryAndNow = Pick<OrderViewProps, 'story' | 'now'>;

/** What was promised beside what is so by now, of an order of one delivery. */
function ThenAndNow({ story, now }: StoryAndNow) {
  return (
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
  );
}

/** The items of an order of one delivery. */
function Items({ story, now }: StoryAndNow) {
  const { t } = useTranslation('orders');
  const items = story.export?.deliveries[0]?.items ?? [];
  return (
    <SectionCard title={t('page.items')}>
      <Streamed
        resolve={now}
        fallback={<ItemsTable items={items} now={null} />}
        failure={<ItemsTable items={items} now={null} isUnknown />}
      >
        {(answer) => (
          <ItemsTable
            items={items}
            now={(answer.isKnown && answer.now[0]) || null}
            isUnknown={!answer.isKnown}
          />
        )}
      </Streamed>
    </SectionCard>
  );
}
