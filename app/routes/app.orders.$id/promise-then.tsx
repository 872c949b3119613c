import { BlockStack, Link, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { OrderStory, PromiseView } from '#app/features/orders/index.ts';
import { Facts } from '#app/ui/activity/facts.tsx';
import listStyles from '#app/ui/activity/list.module.css';
import { SectionCard } from '#app/ui/activity/section-card.tsx';
import { useWords } from '#app/ui/activity/use-words.ts';
import { useFormats } from '#app/ui/frame.ts';
import { useArrival } from '#app/ui/orders/use-arrival.ts';
import { useCausesText } from '#app/ui/orders/use-causes-text.ts';

interface PromiseThenProps {
  story: OrderStory;
  /** It stands in the narrow column. */
  isNarrow?: boolean;
}

/** What the shopper was promised when the order was placed, one entry a delivery group. */
export function PromiseThen({ story: { promises, promiseState }, isNarrow = false }: PromiseThenProps) {
  const { t } = useTranslation('orders');
  return (
    <SectionCard title={t('page.promised')}>
      {promises.length === 0 ? (
        <Text as="p" tone="subdued">
          {promiseState === 'waiting' ? t('promised.pending') : t('promised.none')}
        </Text>
      ) : (
        <ul className={listStyles.list}>
          {promises.map((promise, position) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the groups of an order never change their places
            <li key={position}>
              <Promised promise={promise} isNarrow={isNarrow} />
            </li>
          ))}
        </ul>
      )}
    </SectionCard>
  );
}

function Promised({ promise, isNarrow }: { promise: PromiseView; isNarrow: boolean }) {
  const { t } = useTranslation('orders');
  const { moment } = useFormats();
  const arrivalInWords = useArrival();
  const words = useWords();
  const causesText = useCausesText();
  const { arrival, cutoff, source, code, endpointId, causes, callbackId } = promise;
  return (
    <BlockStack gap="200">
      <Text as="p" variant={isNarrow ? 'headingSm' : 'headingLg'}>
        {arrival ? arrivalInWords(arrival) : t('promised.noDate')}
      </Text>
      <Facts
        facts={[
          [t('promised.cutoff'), cutoff && moment(cutoff)],
          [t('promised.source'), words.source(source)],
          [t('promised.option'), code],
          [t('promised.store'), endpointId],
        ]}
      />
      {causes && (
        <Text as="p" tone="subdued">
          {causesText(causes)}
        </Text>
      )}
      {callbackId && <Link url={`/app/activity/callbacks/${callbackId}`}>{t('promised.request')}</Link>}
    </BlockStack>
  );
}
