import { BlockStack, Card, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { TriedRates } from '#app/features/promise/index.ts';
import { useFormats } from '#app/ui/frame.ts';
import { useReasons } from '#app/ui/use-reasons.ts';
import { CodeBlock } from './code-block.tsx';

type Exchange = TriedRates['exchanges'][number];

/** What was asked and answered on both sides of the app, word for word. */
export function ExchangesCard({ tried: { request, answer, exchanges } }: { tried: TriedRates }) {
  const { t } = useTranslation('try');
  return (
    <Card>
      <BlockStack gap="300">
        <BlockStack gap="050">
          <Text as="h2" variant="headingMd">
            {t('exchange.title')}
          </Text>
          <Text as="p" tone="subdued">
            {exchanges.length > 0 ? t('exchange.redacted') : t('exchange.notAsked')}
          </Text>
        </BlockStack>
        <CodeBlock title={t('exchange.request')} text={inLines(request)} />
        {exchanges.map((exchange, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the exchanges of a preview never change their places
          <ExchangeBlocks key={index} exchange={exchange} />
        ))}
        {answer !== null && <CodeBlock title={t('exchange.answer')} text={inLines(answer)} />}
      </BlockStack>
    </Card>
  );
}

function ExchangeBlocks({ exchange }: { exchange: Exchange }) {
  const { t } = useTranslation('try');
  const { duration } = useFormats();
  const reasonText = useReasons();
  const { address, sent, answer, failure, durationMs } = exchange;
  const title = answer
    ? t('exchange.receivedStatus', { status: answer.status, duration: duration(durationMs) })
    : t('exchange.received');
  return (
    <>
      <CodeBlock title={t('exchange.sent')} note={address} text={inLines(sent)} />
      <CodeBlock
        title={title}
        note={answer?.requestId ? t('exchange.requestId', { id: answer.requestId }) : undefined}
        text={
          answer ? prettyText(answer.text) : `${t('exchange.nothingReceived')}. ${reasonText(failure ?? '')}`
        }
      />
    </>
  );
}

function inLines(json: unknown): string {
  return JSON.stringify(json, null, 2);
}

/** JSON in lines; what is none as it came. */
function prettyText(text: string): string {
  try {
    return inLines(JSON.parse(text));
  } catch {
    return text;
  }
}
