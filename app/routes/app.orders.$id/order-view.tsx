import { BlockStack, InlineGrid, Layout, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { ItemView, OrderStory } from '#app/features/orders/index.ts';
import { JsonBlock } from '#app/ui/activity/json-block.tsx';
import { SectionCard } from '#app/ui/activity/section-card.tsx';
import { PageSkeleton } from '#app/ui/page-skeleton.tsx';
import type { Part } from '#app/ui/part.ts';
import { Streamed } from '#app/ui/streamed.tsx';
import { Deliveries } from './deliveries.tsx';
import { Fulfilments } from './fulfilments.tsx';
import { Holds } from './holds.tsx';
import { ItemsTable } from './items-table.tsx';
import { RestNotSent, WholeNotSent } from './not-sent.tsx';
import type { NowAnswer } from './now-answer.ts';
import { OrderBanners } from './order-banners.tsx';
import { OrderFacts } from './order-facts.tsx';
import { outlookOf } from './outlook-of.ts';
import { PromiseNow } from './promise-now.tsx';
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
  const { holds, timeline } = story;
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
                <Streamed
                  resolve={now}
                  fallback={<Holds holds={holds} items={items} isOn={false} />}
                  failure={<Holds holds={holds} items={items} isOn={isOn} />}
                  outdated={null}
                >
                  {(answer) => <Holds holds={holds} items={items} answer={answer} isOn={isOn} />}
                </Streamed>
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
              <Fulfilments story={story} items={items} isOn={isOn} />
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

/** What was promised beside what is so by now, of an order of one delivery; alone where OneStock does not have it. */
function ThenAndNow({ story, now }: StoryAndNow) {
  if (!story.export?.exportedAt) return <PromiseThen story={story} />;
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
  const [delivery] = story.export?.deliveries ?? [];
  return (
    <SectionCard title={t('page.items')}>
      {!delivery && (
        <Text as="p" tone="subdued">
          {t(outlookOf(story) === 'over' ? 'items.never' : 'items.none')}
        </Text>
      )}
      {delivery && !delivery.exportedAt && (
        <ItemsTable items={delivery.items} isInOneStock={false} now={null} />
      )}
      {delivery?.exportedAt && <ItemsNow items={delivery.items} now={now} />}
    </SectionCard>
  );
}

function ItemsNow({ items, now }: { items: readonly ItemView[]; now: StoryAndNow['now'] }) {
  const table = { items, isInOneStock: true };
  return (
    <Streamed
      resolve={now}
      fallback={<ItemsTable {...table} now={null} />}
      failure={<ItemsTable {...table} now={null} isUnknown />}
    >
      {(answer) => (
        <ItemsTable {...table} now={(answer.isKnown && answer.now[0]) || null} isUnknown={!answer.isKnown} />
      )}
    </Streamed>
  );
}
