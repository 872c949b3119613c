import { BlockStack, InlineStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { SetupStep } from '#app/features/health/index.ts';
import { StatusBadge } from '#app/ui/status-badge.tsx';
import { useObstacleText } from '#app/ui/use-obstacle-text.ts';
import { StepAction } from './step-action.tsx';
import { StepMark } from './step-mark.tsx';
import styles from './steps.module.css';

/** One step: its state, and, while there is something to do or to know, what and its one action. */
export function StepItem({ step, shop }: { step: SetupStep; shop: string }) {
  const { t } = useTranslation('home');
  const { name, state } = step;
  const isOpen = state === 'current' || state === 'failing' || state === 'unknown';
  return (
    <li className={styles.step} data-state={state}>
      <StepMark state={state} />
      <div className={styles.content}>
        <BlockStack gap="200">
          <InlineStack gap="200" blockAlign="center">
            <Text as="h3" variant={isOpen ? 'headingSm' : 'bodyMd'}>
              {t(`steps.${name}.name`)}
            </Text>
            {state === 'failing' && <StatusBadge status="fails" label={t('steps.state.failing')} />}
            {state === 'unknown' && <StatusBadge status="attention" label={t('steps.state.unknown')} />}
            {state === 'asking' && <StatusBadge status="waiting" label={t('steps.state.asking')} />}
          </InlineStack>
          {isOpen && <StepText step={step} />}
          {isOpen && <StepAction step={step} shop={shop} />}
        </BlockStack>
      </div>
    </li>
  );
}

function StepText({ step: { name, state, reason, obstacle } }: { step: SetupStep }) {
  const { t } = useTranslation('home');
  const obstacleText = useObstacleText();
  const told = reason ? t(`steps.reason.${reason}`) : obstacle && obstacleText(obstacle);
  return (
    <Text as="p" tone={state === 'current' ? 'subdued' : undefined}>
      {told ?? (state === 'unknown' ? t('steps.notAsked') : t(`steps.${name}.text`))}
    </Text>
  );
}
