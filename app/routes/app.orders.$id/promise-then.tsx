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

/** What the shopper was promised when the order was placed, and what OneStock promised when asked afterwards: one entry a delivery group. */
export function PromiseThen({ story: { promises, promiseState }, isNarrow = false }: PromiseThenProps) {
  const { t } = useTranslation('orders');
  const afterwards = promises.filter(({ source }) => source === 'recomputed');
  const atOnce = promises.filter((promise) => !afterwards.includes(promise));
  if (atOnce.length === 0 && afterwards.length > 0)
    return (
      <SectionCard title={t('page.promisedAfterwards')}>
        <PromiseList promises={afterwards} isNarrow={isNarrow} />
      </SectionCard>
    );
  return (
    <SectionCard title={t('page.promised')}>
      {promises.length === 0 && (
        <Text as="p" tone="subdued">
          {promiseState === 'waiting' ? t('promised.pending') : t('promised.none')}
        </Text>
      )}
      <PromiseList promises={atOnce} isNarrow={isNarrow} />
      {afterwards.length > 0 && (
        <>
          <Text as="h3" variant="headingSm">
            {t('promised.afterwards')}
          </Text>
          <PromiseList promises={afterwards} isNarrow={isNarrow} />
        </>
      )}
    </SectionCard>
  );
}

interface PromiseListProps {
  promises: readonly PromiseView[];
  isNarrow: boolean;
}

function PromiseList({ promises, isNarrow }: PromiseListProps) {
  if (promises.length === 0) return null;
  return (
    <ul className={listStyles.list}>
      {promises.map((promise, position) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the groups of an order never change their places
        <li key={position}>
          <Promised promise={promise} isNarrow={isNarrow} />
        </li>
      ))}
    </ul>
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
