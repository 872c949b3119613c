import { BlockStack } from '@shopify/polaris';
import type { OrderStory } from '#app/features/orders/index.ts';
import type { Part } from '#app/ui/part.ts';
import { Streamed } from '#app/ui/streamed.tsx';
import { DeliveryCard } from './delivery-card.tsx';
import type { NowAnswer } from './now-answer.ts';
import { NowUnknown } from './promise-now.tsx';
import type { DeliveryNames } from './use-delivery-words.ts';

interface DeliveriesProps {
  story: OrderStory;
  names: DeliveryNames;
  now: Promise<Part<NowAnswer>>;
}

/** The deliveries of an order that has several, a card each. */
export function Deliveries({ story, names, now }: DeliveriesProps) {
  const { deliveries = [], comparedAt } = story.export ?? {};
  const cards = (answer?: NowAnswer) =>
    deliveries.map((delivery) => (
      <DeliveryCard
        key={delivery.number}
        delivery={delivery}
        names={names}
        now={nowOf(delivery, answer)}
        comparedAt={comparedAt}
      />
    ));
  return (
    <BlockStack gap="400">
      <Streamed
        resolve={now}
        fallback={<BlockStack gap="400">{cards()}</BlockStack>}
        failure={
          <BlockStack gap="400">
            <NowUnknown story={story} />
            {cards({ isKnown: false })}
          </BlockStack>
        }
        outdated={null}
      >
        {(answer) => (
          <BlockStack gap="400">
            {!answer.isKnown && <NowUnknown story={story} causes={answer.causes} />}
            {cards(answer)}
          </BlockStack>
        )}
      </Streamed>
    </BlockStack>
  );
}

function nowOf({ number }: { number: number }, answer: NowAnswer | undefined) {
  if (!answer) return undefined;
  return (answer.isKnown && answer.now.find((one) => one.number === number)) || null;
}
