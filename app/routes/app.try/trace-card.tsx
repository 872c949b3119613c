import { Banner, BlockStack, Card, InlineStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { TriedRates } from '#app/features/promise/index.ts';
import { AnsweredBy } from '#app/ui/activity/answered-by.tsx';
import { BasketLines } from '#app/ui/activity/basket-lines.tsx';
import { PhaseBar } from '#app/ui/activity/phase-bar.tsx';
import { useFormats } from '#app/ui/frame.ts';
import { useFailureText, useReasons } from '#app/ui/use-reasons.ts';
import { OptionDecisions } from './option-decisions.tsx';
import { PreviewWarnings } from './preview-warnings.tsx';

interface TraceCardProps {
  tried: TriedRates;
  isAnotherMoment: boolean;
}

/** Where the answer came from, where its time went, and what became of each option. */
export function TraceCard({ tried, isAnotherMoment }: TraceCardProps) {
  const { t } = useTranslation('try');
  const { duration } = useFormats();
  const { phasesMs, durationMs, softDeadlineMs } = tried;
  const unasked = tried.lines.filter((line) => line.unasked);
  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">
            {t('trace.title')}
          </Text>
          <InlineStack gap="200" blockAlign="center">
            <Text as="span" tone="subdued">
              {t('trace.rung')}
            </Text>
            <AnsweredBy callback={tried} />
          </InlineStack>
        </InlineStack>
        <PreviewWarnings tried={tried} isAnotherMoment={isAnotherMoment} />
        <Failure tried={tried} />
        <BlockStack gap="150">
          <InlineStack gap="150">
            <Text as="h3" variant="headingSm">
              {t('trace.time')}
            </Text>
            <Text as="span">{duration(durationMs)}</Text>
            <Text as="span" tone="subdued">
              {t('trace.deadline', { deadline: duration(softDeadlineMs) })}
            </Text>
          </InlineStack>
          <PhaseBar
            phasesMs={phasesMs}
            durationMs={durationMs}
            fullMs={Math.max(durationMs, softDeadlineMs)}
            legend
          />
        </BlockStack>
        {unasked.length > 0 && (
          <BlockStack gap="150">
            <Text as="h3" variant="headingSm">
              {t('trace.unasked')}
            </Text>
            <BasketLines lines={unasked} />
          </BlockStack>
        )}
        <BlockStack gap="150">
          <Text as="h3" variant="headingSm">
            {t('trace.options')}
          </Text>
          <OptionDecisions tried={tried} />
        </BlockStack>
      </BlockStack>
    </Card>
  );
}

/** Why OneStock's promises could not be used. */
function Failure({ tried: { failure, exchanges, softDeadlineMs } }: { tried: TriedRates }) {
  const { t } = useTranslation('try');
  const { duration } = useFormats();
  const reasonText = useReasons();
  const failureText = useFailureText();
  if (failure === null) return null;
  const late = failure.code === 'onestock_late' && exchanges.find(({ answer }) => answer !== null);
  return (
    <Banner tone="warning" title={reasonText(failure.code)}>
      <p>
        {late
          ? t('trace.late', { duration: duration(late.durationMs), deadline: duration(softDeadlineMs) })
          : failureText(failure)}
      </p>
    </Banner>
  );
}
