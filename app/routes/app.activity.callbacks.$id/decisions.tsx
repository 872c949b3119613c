import { Badge, InlineStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { CallbackStory, DecidedOption, Rung } from '#app/features/promise/index.ts';
import { OriginBadge } from '#app/ui/activity/answered-by.tsx';
import styles from '#app/ui/activity/list.module.css';
import { useReasons } from '#app/ui/use-reasons.ts';

/** Each delivery option of a rate request, shown or left out, and why. */
export function Decisions({ options, rung }: Pick<CallbackStory, 'options' | 'rung'>) {
  const { t } = useTranslation('activity');
  if (options.length === 0)
    return (
      <Text as="p" tone="subdued">
        {t('request.noOptions')}
      </Text>
    );
  return (
    <ul className={styles.list}>
      {options.map((option) => (
        <Decision key={`${option.handle} ${option.code}`} option={option} rungOfAnswer={rung} />
      ))}
    </ul>
  );
}

function Decision({ option, rungOfAnswer }: { option: DecidedOption; rungOfAnswer: Rung }) {
  const { t } = useTranslation('activity');
  const reason = useReasons();
  const { kept, code, rung } = option;
  return (
    <li>
      <InlineStack gap="200" blockAlign="center">
        <Badge tone={kept ? 'success' : undefined}>{t(kept ? 'request.shown' : 'request.leftOut')}</Badge>
        <Text as="span" fontWeight="medium">
          {code}
        </Text>
        <Text as="span" tone="subdued">
          {reason(option.reason)}
        </Text>
        {kept && rung && rung !== rungOfAnswer && <OriginBadge origin={rung} />}
      </InlineStack>
    </li>
  );
}
