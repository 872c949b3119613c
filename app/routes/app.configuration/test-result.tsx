import { Banner, BlockStack, InlineStack, List, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { ConnectionDiagnosis, ConnectionStep } from '#app/features/onestock-account/index.ts';
import { ACCOUNT, typedIn } from '#app/features/settings/shape.ts';
import { useFormats } from '#app/ui/frame.ts';
import { type Status, StatusBadge } from '#app/ui/status-badge.tsx';
import type { ConnectionTest } from './use-connection-test.ts';
import type { ConfigurationValues } from './values.ts';

const STEPS: readonly ConnectionStep[] = ['host', 'dns', 'tls', 'connection', 'credentials', 'policy'];
const TONES = { works: 'success', limited: 'warning', fails: 'critical' } as const;

/** What came of a try, read out as it comes. */
export function TestResult({ test, values }: { test: ConnectionTest; values: ConfigurationValues }) {
  const { t } = useTranslation('configuration');
  return (
    <div role="status">
      {test.isLost && (
        <Banner tone="critical">
          <p>{t('test.lost')}</p>
        </Banner>
      )}
      {test.refusal && (
        <Banner tone="warning">
          <p>{test.refusal}</p>
        </Banner>
      )}
      {test.diagnosis && <Found diagnosis={test.diagnosis} values={values} />}
    </div>
  );
}

function Found({ diagnosis, values }: { diagnosis: ConnectionDiagnosis; values: ConfigurationValues }) {
  const { t } = useTranslation('configuration');
  const { duration } = useFormats();
  const { state, fault, refused, notChecked, inUse, latencyMs } = diagnosis;
  const { host, siteId, userId } = typedIn([ACCOUNT], values).account;
  return (
    <Banner tone={TONES[state]} title={t(`test.${state}`, { duration: duration(latencyMs) })}>
      <BlockStack gap="300">
        {fault && fault !== 'policy' && <p>{t(`errors.faults.${fault}`, { host, siteId, userId })}</p>}
        {state !== 'works' && <p>{t(`test.means.${inUse ? state : 'notInUse'}`)}</p>}
        <BlockStack as="ul" gap="100">
          {STEPS.map((step) => (
            <li key={step}>
              <InlineStack align="space-between" gap="200">
                <span>{t(`test.steps.${step}`)}</span>
                <StepBadge status={statusOf(step, diagnosis)} />
              </InlineStack>
            </li>
          ))}
        </BlockStack>
        {refused.length > 0 && (
          <BlockStack gap="100">
            <Text as="p" fontWeight="semibold">
              {t('test.refused', { userId })}
            </Text>
            <List>
              {refused.map((resource) => (
                <List.Item key={resource}>{resource}</List.Item>
              ))}
            </List>
          </BlockStack>
        )}
        {state !== 'fails' && notChecked.length > 0 && (
          <p>{t('test.notChecked', { resources: notChecked.join(', ') })}</p>
        )}
      </BlockStack>
    </Banner>
  );
}

type StepStatus = 'passed' | 'wrong' | 'notReached';
const STATUSES: Record<StepStatus, Status> = { passed: 'works', wrong: 'fails', notReached: 'off' };

function StepBadge({ status }: { status: StepStatus }) {
  const { t } = useTranslation('configuration');
  return <StatusBadge status={STATUSES[status]} label={t(`test.${status}`)} />;
}

function statusOf(step: ConnectionStep, { step: wrong }: ConnectionDiagnosis): StepStatus {
  if (wrong === null) return 'passed';
  const difference = STEPS.indexOf(step) - STEPS.indexOf(wrong);
  return difference < 0 ? 'passed' : difference === 0 ? 'wrong' : 'notReached';
}
