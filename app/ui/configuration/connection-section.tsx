import { Banner, BlockStack, Button, FormLayout, InlineStack, Select, TextField } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { Configuration } from '#app/features/connection/index.ts';
import type { Editing } from '../form/use-editing.ts';
import { useFormats } from '../frame.ts';
import { type Status, StatusBadge } from '../status-badge.tsx';
import { useObstacleText } from '../use-obstacle-text.ts';
import type { ConnectionFacts } from './facts.ts';
import {
  type AccountValues,
  type ConfigurationValues,
  ENVIRONMENTS,
  type Environment,
} from './form-values.ts';
import { Section } from './section.tsx';
import { TestResult } from './test-result.tsx';
import { useConnectionTest } from './use-connection-test.ts';

const API_VERSIONS = ['v4', 'v3', 'v2', ''] as const;

/** The account at OneStock, and its test. */
export function ConnectionSection({
  editing,
  facts,
}: {
  editing: Editing<ConfigurationValues>;
  facts: ConnectionFacts;
}) {
  const { t } = useTranslation('configuration');
  const { values, change } = editing;
  const test = useConnectionTest(values);
  const field = <Name extends keyof AccountValues>(name: Name) => ({
    ...editing.field(name),
    error: editing.error(name) ?? test.error(name),
  });
  return (
    <Section title={t('connection.title')} description={t('connection.description')}>
      <BlockStack gap="400">
        <Standing facts={facts} />
        <FormLayout>
          <TextField
            label={t('connection.siteId')}
            helpText={t('connection.siteIdHelp')}
            autoComplete="off"
            spellCheck={false}
            {...field('siteId')}
          />
          <Select
            label={t('connection.environment')}
            options={ENVIRONMENTS.map((value) => ({ value, label: t(`connection.environments.${value}`) }))}
            {...field('environment')}
            onChange={(environment) => change({ environment: environment as Environment })}
          />
          {values.environment === 'other' && (
            <TextField
              label={t('connection.otherHost')}
              placeholder="https://s100.api.onestock-retail.com"
              helpText={t('connection.otherHostHelp')}
              type="url"
              autoComplete="off"
              {...field('otherHost')}
            />
          )}
          <TextField
            label={t('connection.userId')}
            autoComplete="off"
            spellCheck={false}
            {...field('userId')}
          />
          <TextField
            label={t('connection.password')}
            type="password"
            autoComplete="new-password"
            placeholder={facts.hasAccount ? t('connection.unchanged') : undefined}
            helpText={t('connection.passwordHelp')}
            {...field('password')}
          />
          <Select
            label={t('connection.apiVersion')}
            helpText={t('connection.apiVersionHelp')}
            options={API_VERSIONS.map((value) => ({ value, label: value || t('connection.noVersion') }))}
            {...field('apiVersion')}
          />
        </FormLayout>
        <InlineStack>
          <Button onClick={test.run} loading={test.isRunning}>
            {t('test.run')}
          </Button>
        </InlineStack>
        <TestResult test={test} values={values} />
      </BlockStack>
    </Section>
  );
}

const STATUSES: Record<Configuration['standing'], Status> = {
  none: 'off',
  works: 'works',
  limited: 'attention',
  fails: 'fails',
};

/** How the account in use was doing when it was last looked at. */
function Standing({ facts: { standing, fault, checkedAt } }: { facts: ConnectionFacts }) {
  const { t } = useTranslation('configuration');
  const { moment } = useFormats();
  const obstacleText = useObstacleText();
  return (
    <BlockStack gap="300">
      <InlineStack gap="200" blockAlign="center">
        <StatusBadge status={STATUSES[standing]} label={t(`connection.standings.${standing}`)} />
        {checkedAt && <span>{t('connection.checkedAt', { moment: moment(checkedAt) })}</span>}
      </InlineStack>
      {fault && (
        <Banner tone={standing === 'fails' ? 'critical' : 'warning'}>
          <p>{obstacleText(fault)}</p>
        </Banner>
      )}
    </BlockStack>
  );
}
