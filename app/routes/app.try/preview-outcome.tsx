import { Banner, BlockStack, Card, Text } from '@shopify/polaris';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PreviewGrounds, PreviewRefused, TriedRates } from '#app/features/promise/index.ts';
import { FailureBanner } from '#app/ui/failure-banner.tsx';
import { PageSkeleton } from '#app/ui/page-skeleton.tsx';
import type { Part } from '#app/ui/part.ts';
import { Streamed } from '#app/ui/streamed.tsx';
import { ExchangesCard } from './exchanges-card.tsx';
import type { PreviewValues } from './preview-values.ts';
import { ShopperCard } from './shopper-card.tsx';
import { TraceCard } from './trace-card.tsx';

/** What a preview came to, as the loader gives it. */
export type PreviewOutcomeData = { tried: TriedRates } | { refused: PreviewRefused['code'] };

interface PreviewOutcomeProps {
  grounds: Pick<PreviewGrounds, 'optionCount'>;
  values: PreviewValues | null;
  /** Null while nothing is tried. */
  outcome: Promise<Part<PreviewOutcomeData>> | null;
}

/** What the preview came to, beside its form. */
export function PreviewOutcome({ grounds, values, outcome }: PreviewOutcomeProps) {
  const { t } = useTranslation('try');
  return (
    <BlockStack gap="400">
      {grounds.optionCount === 0 && (
        <Banner
          tone="warning"
          title={t('noOptions.title')}
          action={{ content: t('noOptions.action'), url: '/app/options' }}
        >
          <p>{t('noOptions.text')}</p>
        </Banner>
      )}
      {outcome === null || values === null ? (
        <NothingTried />
      ) : (
        <Streamed
          resolve={outcome}
          question={JSON.stringify(values)}
          fallback={<PageSkeleton cards={[8, 10, 4]} />}
          failure={<FailureBanner title={t('failure.result')} text={t('failure.resultText')} />}
        >
          {(arrived) =>
            'tried' in arrived ? (
              <Tried tried={arrived.tried} values={values} />
            ) : (
              <FailureBanner title={t('failure.result')} text={t(`failure.${arrived.refused}`)} />
            )
          }
        </Streamed>
      )}
    </BlockStack>
  );
}

function NothingTried() {
  const { t } = useTranslation('try');
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          {t('empty.title')}
        </Text>
        <Text as="p" tone="subdued">
          {t('empty.text')}
        </Text>
      </BlockStack>
    </Card>
  );
}

function Tried({ tried, values }: { tried: TriedRates; values: PreviewValues }) {
  const top = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each preview that arrives is brought into view
  useEffect(() => top.current?.scrollIntoView({ block: 'nearest' }), [tried]);
  return (
    <>
      <div ref={top} style={{ scrollMargin: 'var(--p-space-400)' }}>
        <ShopperCard tried={tried} locale={values.locale} />
      </div>
      <TraceCard tried={tried} isAnotherMoment={values.moment !== ''} />
      <ExchangesCard tried={tried} />
    </>
  );
}
