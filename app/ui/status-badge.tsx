import { Badge, type BadgeProps } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';

/** How something is doing, whatever it is. */
export type Status = 'works' | 'waiting' | 'attention' | 'fails' | 'off';

const TONES: Record<Status, BadgeProps['tone']> = {
  works: 'success',
  waiting: 'info',
  attention: 'attention',
  fails: 'critical',
  off: undefined,
};

/** A status as a badge, the same colours on every page. `label` where a page has a better word for it. */
export function StatusBadge({ status, label }: { status: Status; label?: string }) {
  const { t } = useTranslation();
  return <Badge tone={TONES[status]}>{label ?? t(`status.${status}`)}</Badge>;
}
