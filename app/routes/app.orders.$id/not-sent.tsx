import { Banner, List, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { OrderStory } from '#app/features/orders/index.ts';
import type { Cause } from '#app/platform/cause.ts';
import { SectionCard } from '#app/ui/activity/section-card.tsx';
import { type Status, StatusBadge } from '#app/ui/status-badge.tsx';
import { causeText } from '#app/words/say.ts';
import { notSent } from './what-waits.ts';

interface NotSentProps {
  story: OrderStory;
}

/** Why nothing of an order is in OneStock. */
export function WholeNotSent({ story: { export: exported } }: NotSentProps) {
  const { t } = useTranslation('orders');
  const { waits, leftOut, isRest } = notSent(exported);
  if (isRest) return null;
  const title = t(exported?.state === 'left_out' ? 'page.leftOut' : 'notSent.partLeftOut');
  return (
    <>
      {waits.length > 0 && (
        <Banner tone="info" title={t('notSent.waits')}>
          <Reasons causes={waits} />
        </Banner>
      )}
      {leftOut.length > 0 && (
        <Banner tone="info" title={title}>
          <Reasons causes={leftOut} />
        </Banner>
      )}
    </>
  );
}

/** What comes to OneStock later of an order of which another part is there, and what never does. */
export function RestNotSent({ story: { export: exported } }: NotSentProps) {
  const { t } = useTranslation('orders');
  const { waits, leftOut, isRest } = notSent(exported);
  if (!isRest) return null;
  return (
    <>
      <Rest title={t('notSent.restWaits')} status="waiting" label={t('states.waiting')} causes={waits} />
      <Rest title={t('notSent.partLeftOut')} status="off" label={t('states.left_out')} causes={leftOut} />
    </>
  );
}

interface RestProps {
  title: string;
  status: Status;
  label: string;
  causes: readonly Cause[];
}

function Rest({ title, status, label, causes }: RestProps) {
  if (causes.length === 0) return null;
  return (
    <SectionCard title={title} mark={<StatusBadge status={status} label={label} />}>
      <Reasons causes={causes} />
    </SectionCard>
  );
}

/** Each cause is a line. */
function Reasons({ causes }: { causes: readonly Cause[] }) {
  const { i18n } = useTranslation();
  const texts = causes.map((cause) => causeText(i18n, cause));
  if (texts.length === 1) return <Text as="p">{texts[0]}</Text>;
  return (
    <List>
      {texts.map((text) => (
        <List.Item key={text}>{text}</List.Item>
      ))}
    </List>
  );
}
