import { defer } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { LoaderFunctionArgs } from '@remix-run/server-runtime';
import { useTranslation } from 'react-i18next';
import type { OrderId, ShopDomain } from '#app/gateways/shopify/ids.ts';
import type { PageServices } from '#app/load-context.ts';
import { AppPage } from '#app/ui/app-page.tsx';
import { merchant } from '#app/ui/merchant.ts';
import { notFound } from '#app/ui/not-found.ts';
import { numberOf } from '#app/ui/orders/order-address.ts';
import { OrderView } from '#app/ui/orders/order-view.tsx';
import type { NowAnswer } from '#app/ui/orders/promise-now.tsx';
import { toOrderId } from '#app/ui/orders/to-order-id.ts';
import { useSynchronizing } from '#app/ui/orders/use-synchronizing.ts';
import { useWork } from '#app/ui/orders/use-work.ts';

/** What is kept of the order is there at once; what OneStock says of it comes when it comes. */
export async function loader(args: LoaderFunctionArgs) {
  const { shop, services, part } = await merchant(args);
  const orderId = toOrderId(args.params.id);
  if (!orderId) throw notFound();
  const [story, configuration] = await Promise.all([
    services.orderStories.story(shop, orderId),
    services.connection.configuration(shop),
  ]);
  if (!story) throw notFound();
  return defer({
    story,
    isOn: configuration?.syncsOrders ?? false,
    now: part(askNow(services, shop, orderId)),
  });
}

async function askNow(
  { orderStories }: PageServices,
  shop: ShopDomain,
  orderId: OrderId,
): Promise<NowAnswer> {
  const now = await orderStories.now(shop, orderId);
  return now.isOk() ? { isKnown: true, now: now.value } : { isKnown: false, message: now.error.message };
}

export default function OrderRoute() {
  const { t } = useTranslation('orders');
  const { story, isOn, now } = useLoaderData<typeof loader>();
  const { orderId, orderName, backOfficeUrl, work } = story;
  const { synchronize, isAsking } = useSynchronizing();
  useWork(orderId, work);
  const number = numberOf(orderId);
  const links = [
    { content: t('page.openInShopify'), url: `shopify://admin/orders/${number}` },
    ...(backOfficeUrl
      ? [{ content: t('page.openInOneStock'), url: backOfficeUrl, target: '_blank' as const }]
      : []),
  ];
  return (
    <AppPage
      title={t('order', { name: orderName ?? number })}
      backAction={{ content: t('title'), url: '/app/orders' }}
      primaryAction={
        isOn
          ? { content: t('synchronize'), loading: isAsking, onAction: () => synchronize([orderId]) }
          : undefined
      }
      secondaryActions={links}
    >
      <OrderView story={story} now={now} isOn={isOn} />
    </AppPage>
  );
}
