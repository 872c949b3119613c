import { Banner, BlockStack, Button, InlineStack } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#app/ui/frame.ts';
import { type Status, StatusBadge } from '#app/ui/status-badge.tsx';
import { useObstacleText } from '#app/ui/use-obstacle-text.ts';
import type { ConnectionFacts } from './facts.ts';
import { usePageKnowledge } from './page-context.ts';
import { SettingsFields } from './settings-fields.tsx';
import { TestResult } from './test-result.tsx';
import { useConnectionTest } from './use-connection-test.ts';
import type { EditsSettings } from './values.ts';

/** The account at OneStock, and its test. */
export function ConnectionSection({ editing }: EditsSettings) {
  const { t } = useTranslation('configuration');
  const { facts } = usePageKnowledge();
  const test = useConnectionTest(editing.values);
  const error = (path: string) => editing.error(path) ?? test.error(path);
  return (
    <BlockStack gap="400">
      <AccountBadge facts={facts.connection} />
      <SettingsFields section="connection" editing={{ ...editing, error }} />
      <InlineStack>
        <Button onClick={test.run} loading={test.isRunning}>
          {t('test.run')}
        </Button>
      </InlineStack>
      <TestResult test={test} values={editing.values} />
    </BlockStack>
  );
}

const STATUSES: Record<ConnectionFacts['state'], Status> = {
  none: 'off',
  works: 'works',
  limited: 'attention',
  fails: 'fails',
};

/** How the account in use was doing when it was last looked at. */
function AccountBadge({ facts: { state, fault, checkedAt } }: { facts: ConnectionFacts }) {
  const { t } = useTranslation('configuration');
  const { moment } = useFormats();
  const obstacleText = useObstacleText();
  return (
    <BlockStack gap="300">
      <InlineStack gap="200" blockAlign="center">
        <StatusBadge status={STATUSES[state]} label={t(`connection.statuses.${state}`)} />
        {checkedAt && <span>{t('connection.checkedAt', { moment: moment(checkedAt) })}</span>}
      </InlineStack>
      {fault && (
        <Banner tone={state === 'fails' ? 'critical' : 'warning'}>
          <p>{obstacleText(fault)}</p>
        </Banner>
      )}
    </BlockStack>
  );
}
