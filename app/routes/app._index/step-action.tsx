import { useRevalidator } from '@remix-run/react';
import { Button, InlineStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { SetupStep } from '#app/features/health/index.ts';
import { useHomeAction } from './use-home-action.ts';

/** The one thing that a merchant can do about a step. */
export function StepAction({ step, shop }: { step: SetupStep; shop: string }) {
  const { t } = useTranslation('home');
  const { name, state, reason } = step;
  const variant = state === 'current' ? 'primary' : undefined;
  if (name === 'carrier_service') return <Register isFirst={state === 'current'} />;
  if (name === 'attachment' && state === 'unknown' && !reason) return <AskAgain />;
  if (name === 'first_callback')
    return (
      <InlineStack>
        <Button variant={variant} url={`https://${shop}`} target="_blank">
          {t('steps.first_callback.action')}
        </Button>
      </InlineStack>
    );
  const label =
    state === 'failing' ? t('steps.mend') : state === 'unknown' ? t('steps.look') : t(`steps.${name}.action`);
  return (
    <InlineStack>
      <Button variant={variant} url={PAGES[name]}>
        {label}
      </Button>
    </InlineStack>
  );
}

const PAGES = {
  onestock: '/app/configuration',
  sales_channel: '/app/configuration',
  delivery_option: '/app/options/new',
  attachment: '/app/checkout',
} as const;

function Register({ isFirst }: { isFirst: boolean }) {
  const { t } = useTranslation('home');
  const { run, isRunning, isLost } = useHomeAction('register');
  return (
    <InlineStack gap="300" blockAlign="center">
      <Button variant={isFirst ? 'primary' : undefined} onClick={run} loading={isRunning}>
        {isFirst ? t('steps.carrier_service.action') : t('steps.registerAgain')}
      </Button>
      {isLost && (
        <Text as="span" tone="critical">
          {t('steps.notDone')}
        </Text>
      )}
    </InlineStack>
  );
}

function AskAgain() {
  const { t } = useTranslation('home');
  const { revalidate, state } = useRevalidator();
  return (
    <InlineStack>
      <Button onClick={revalidate} loading={state === 'loading'}>
        {t('steps.askAgain')}
      </Button>
    </InlineStack>
  );
}
