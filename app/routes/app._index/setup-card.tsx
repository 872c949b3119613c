import { BlockStack, Box, Button, Card, Collapsible, InlineStack, ProgressBar, Text } from '@shopify/polaris';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Setup } from '#app/features/health/index.ts';
import { StepItem } from './step-item.tsx';
import styles from './steps.module.css';

interface SetupCardProps {
  shop: string;
  setup: Setup;
  /** Once all was done the steps are out of the way, and can still be looked at. */
  isCollapsible: boolean;
}

/** From an installed app to a promise at checkout, step by step. */
export function SetupCard({ shop, setup: { steps }, isCollapsible }: SetupCardProps) {
  const { t } = useTranslation('home');
  const [isOpen, setIsOpen] = useState(false);
  const titleId = useId();
  const listId = useId();
  const done = steps.filter(({ state }) => state === 'done').length;
  const list = (
    <ol className={styles.steps}>
      {steps.map((step) => (
        <StepItem key={step.name} step={step} shop={shop} />
      ))}
    </ol>
  );
  return (
    <Card padding="0">
      <Box padding="400" paddingBlockEnd="300">
        <BlockStack gap="300">
          <InlineStack align="space-between" blockAlign="center" gap="200">
            <InlineStack gap="200" blockAlign="baseline">
              <Text as="h2" variant="headingMd" id={titleId}>
                {isCollapsible ? t('steps.completeTitle') : t('steps.title')}
              </Text>
              <Text as="span" tone="subdued">
                {t('steps.progress', { done, total: steps.length })}
              </Text>
            </InlineStack>
            {isCollapsible && (
              <Button
                variant="plain"
                disclosure={isOpen ? 'up' : 'down'}
                ariaExpanded={isOpen}
                ariaControls={listId}
                onClick={() => setIsOpen(!isOpen)}
              >
                {isOpen ? t('steps.hide') : t('steps.show')}
              </Button>
            )}
          </InlineStack>
          {!isCollapsible && (
            <ProgressBar
              progress={(done / steps.length) * 100}
              size="small"
              tone="success"
              ariaLabelledBy={titleId}
            />
          )}
        </BlockStack>
      </Box>
      {isCollapsible ? (
        <Collapsible id={listId} open={isOpen}>
          {list}
        </Collapsible>
      ) : (
        list
      )}
    </Card>
  );
}
