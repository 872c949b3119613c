import { Banner, BlockStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { AttentionEntry } from '#app/features/health/index.ts';
import { useSettling } from '#app/ui/activity/settling.ts';
import { useFormats } from '#app/ui/frame.ts';
import { obstacleAddress } from '#app/ui/obstacle-address.ts';
import { useObstacleText, useObstacleTitle } from '#app/ui/use-obstacle-text.ts';
import { useHomeAction } from './use-home-action.ts';

/** What the open steps tell already. */
const TOLD_BY_STEPS = new Set(['onestock_connection', 'carrier_service', 'shopify_access']);

/** What is in the way of the shop itself, the worst first, and notices. Each disappears by itself once it is put right. */
export function ObstacleBanners({
  obstacles,
  areStepsShown,
}: {
  obstacles: readonly AttentionEntry[];
  areStepsShown: boolean;
}) {
  const shown = obstacles.filter(({ source }) => !areStepsShown || !TOLD_BY_STEPS.has(source));
  if (shown.length === 0) return null;
  return (
    <BlockStack gap="300">
      {shown.map((obstacle) => (
        <ObstacleBanner key={obstacle.key} obstacle={obstacle} />
      ))}
    </BlockStack>
  );
}

function ObstacleBanner({ obstacle }: { obstacle: AttentionEntry }) {
  const { key, source, severity, since, remedies } = obstacle;
  const { t } = useTranslation('home');
  const { moment } = useFormats();
  const title = useObstacleTitle();
  const text = useObstacleText();
  const register = useHomeAction('register');
  const { settle } = useSettling();
  const page = source === 'currency_mismatch' ? t('obstacles.options') : t('obstacles.configuration');
  const open = { content: page, url: obstacleAddress(obstacle) };
  const again = { content: t('obstacles.register'), onAction: register.run, loading: register.isRunning };
  return (
    <Banner
      tone={severity}
      title={title({ source })}
      action={remedies.includes('open') ? open : remedies.includes('retry') ? again : undefined}
      onDismiss={remedies.includes('dismiss') ? () => settle('dismiss', [key]) : undefined}
    >
      <BlockStack gap="100">
        <Text as="p">{text(obstacle)}</Text>
        {register.isLost && <Text as="p">{t('steps.notDone')}</Text>}
        <Text as="p" variant="bodySm">
          <time dateTime={since}>{t('since', { moment: moment(since) })}</time>
        </Text>
      </BlockStack>
    </Banner>
  );
}
