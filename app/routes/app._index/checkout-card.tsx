import { BlockStack, Card, InlineStack, Link, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { CheckoutHealth, Origins, Readable } from '#app/features/health/index.ts';
import { FailureBanner } from '#app/ui/failure-banner.tsx';
import { useFormats } from '#app/ui/frame.ts';
import { type Status, StatusBadge } from '#app/ui/status-badge.tsx';
import { useFailureText } from '#app/ui/use-reasons.ts';
import styles from './cards.module.css';
import { RepeatedCharge } from './repeated-charge.tsx';

/** What Shopify says of the app's rates at checkout. */
export function CheckoutCard({ checkout: { attachment, origins } }: { checkout: CheckoutHealth }) {
  const { t } = useTranslation('home');
  return (
    <Card>
      <div className={styles.facts}>
        <BlockStack gap="300">
          <InlineStack align="space-between" blockAlign="center" gap="200">
            <Text as="h2" variant="headingMd">
              {t('checkout.title')}
            </Text>
            <Link url="/app/checkout" removeUnderline>
              {t('checkout.attach')}
            </Link>
          </InlineStack>
          <dl className={styles.list}>
            {attachment.isKnown && <Attachment attachment={attachment.answer} />}
            {origins.isKnown && <Locations origins={origins.answer} />}
          </dl>
          <Unknown parts={[attachment, origins]} />
          {attachment.isKnown && <AttachmentWarning attachment={attachment.answer} />}
          {origins.isKnown && <RepeatedCharge origins={origins.answer} />}
        </BlockStack>
      </div>
    </Card>
  );
}

type Attached = Extract<CheckoutHealth['attachment'], { isKnown: true }>['answer'];

const SERVICE_STATUS: Record<Attached['carrierService'], Status> = {
  registered: 'works',
  missing: 'fails',
  inactive: 'fails',
};

function Attachment({ attachment: { carrierService, mode, coverage } }: { attachment: Attached }) {
  const { t } = useTranslation('home');
  return (
    <>
      <div>
        <dt>{t('checkout.carrierService')}</dt>
        <dd>
          <StatusBadge
            status={SERVICE_STATUS[carrierService]}
            label={t(`checkout.carrierServiceState.${carrierService}`)}
          />
        </dd>
      </div>
      <div>
        <dt>{mode === 'markets' ? t('checkout.markets') : t('checkout.zones')}</dt>
        <dd>
          <StatusBadge
            status={coverageStatus(coverage)}
            label={coverage ? t('checkout.coverage', coverage) : t('checkout.coverageUnknown')}
          />
        </dd>
      </div>
    </>
  );
}

function coverageStatus(coverage: Attached['coverage']): Status {
  if (!coverage) return 'waiting';
  if (coverage.attached === 0) return 'fails';
  return coverage.hidingNewServices > 0 ? 'attention' : 'works';
}

function AttachmentWarning({ attachment: { coverage } }: { attachment: Attached }) {
  const { t } = useTranslation('home');
  if (!coverage) return null;
  if (coverage.attached === 0)
    return (
      <Text as="p" tone="critical">
        {t('checkout.nowhere')}
      </Text>
    );
  if (coverage.hidingNewServices === 0) return null;
  return <Text as="p">{t('checkout.hiding', { count: coverage.hidingNewServices })}</Text>;
}

function Locations({ origins: { locations, chargedRepeatedly } }: { origins: Origins }) {
  const { t } = useTranslation('home');
  const { number } = useFormats();
  return (
    <div>
      <dt>{t('checkout.locations')}</dt>
      <dd>
        <StatusBadge
          status={chargedRepeatedly.length > 0 ? 'attention' : 'works'}
          label={number(locations.length)}
        />
      </dd>
    </div>
  );
}

/** What Shopify did not answer, once if it is the same for both. */
function Unknown({ parts }: { parts: Readable<unknown>[] }) {
  const { t } = useTranslation('home');
  const failureText = useFailureText();
  const messages = parts.flatMap((part) => (part.isKnown ? [] : [failureText(part)]));
  if (messages.length === 0) return null;
  return <FailureBanner title={t('checkout.failure')} text={[...new Set(messages)].join(' ')} />;
}
