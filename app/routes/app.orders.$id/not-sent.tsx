import { Banner, List } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { OrderStory } from '#app/features/orders/index.ts';
import type { Cause } from '#app/platform/cause.ts';
import { causeText } from '#app/words/say.ts';
import { notSent } from './what-waits.ts';

/** What of an order is not in OneStock: what comes later, and what never does. */
export function NotSent({ story: { export: exported } }: { story: OrderStory }) {
  const { t } = useTranslation('orders');
  const { waits, leftOut, isRest } = notSent(exported);
  const isAllLeftOut = exported?.state === 'left_out';
  return (
    <>
      <Reasons title={t(isRest ? 'notSent.restWaits' : 'notSent.waits')} causes={waits} />
      <Reasons title={t(isAllLeftOut && !isRest ? 'page.leftOut' : 'notSent.partLeftOut')} causes={leftOut} />
    </>
  );
}

function Reasons({ title, causes }: { title: string; causes: readonly Cause[] }) {
  const { i18n } = useTranslation();
  const texts = causes.map((cause) => causeText(i18n, cause));
  if (texts.length === 0) return null;
  return (
    <Banner tone="info" title={title}>
      {texts.length === 1 ? (
        <p>{texts[0]}</p>
      ) : (
        <List>
          {texts.map((text) => (
            <List.Item key={text}>{text}</List.Item>
          ))}
        </List>
      )}
    </Banner>
  );
}
