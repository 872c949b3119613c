import { Banner, BlockStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { OpenProblem } from '#app/features/health/index.ts';
import { useFormats } from '../frame.ts';
import { useProblemText } from '../use-problem-text.ts';
import { useHomeAction } from './use-home-action.ts';

/** What the open steps tell already. */
const TOLD_BY_STEPS = new Set(['onestock_connection', 'carrier_service', 'shopify_access']);

const CONFIGURATION = { text: 'configuration', url: '/app/configuration' } as const;
const OPTIONS = { text: 'options', url: '/app/options' } as const;

/** Where a problem is mended; the others of Shopify's are tried again from here. */
const PAGES: Record<string, typeof CONFIGURATION | typeof OPTIONS> = {
  onestock_connection: CONFIGURATION,
  onestock_access: CONFIGURATION,
  onestock_endpoints: CONFIGURATION,
  onestock_webhook: CONFIGURATION,
  onestock_webhook_signature: CONFIGURATION,
  currency_mismatch: OPTIONS,
};
const TRIED_AGAIN = new Set(['shopify_access', 'shop_facts', 'metafield_definitions', 'carrier_service']);

/** What is wrong now, the worst first. Each disappears by itself once it is put right. */
export function ProblemBanners({
  problems,
  areStepsShown,
}: {
  problems: OpenProblem[];
  areStepsShown: boolean;
}) {
  const shown = problems.filter(({ key }) => !areStepsShown || !TOLD_BY_STEPS.has(key));
  if (shown.length === 0) return null;
  return (
    <BlockStack gap="300">
      {shown.map((problem) => (
        <ProblemBanner key={problem.key} problem={problem} />
      ))}
    </BlockStack>
  );
}

function ProblemBanner({ problem }: { problem: OpenProblem }) {
  const { key, severity, raisedAt } = problem;
  const { t } = useTranslation('home');
  const { moment } = useFormats();
  const problemText = useProblemText();
  const register = useHomeAction('register');
  const page = PAGES[key];
  const again = TRIED_AGAIN.has(key)
    ? { content: t('problems.register'), onAction: register.run, loading: register.isRunning }
    : undefined;
  return (
    <Banner
      tone={severity}
      title={t(`problems.title.${key as 'carrier_service'}`, { defaultValue: t('problems.other') })}
      action={page ? { content: t(`problems.${page.text}`), url: page.url } : again}
    >
      <BlockStack gap="100">
        <Text as="p">{problemText(problem)}</Text>
        {register.isLost && <Text as="p">{t('steps.notDone')}</Text>}
        <Text as="p" variant="bodySm">
          <time dateTime={raisedAt}>{t('since', { moment: moment(raisedAt) })}</time>
        </Text>
      </BlockStack>
    </Banner>
  );
}
