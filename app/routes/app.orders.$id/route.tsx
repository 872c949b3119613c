import { defer, json } from '@remix-run/node';
import { type ClientActionFunctionArgs, useLoaderData } from '@remix-run/react';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/server-runtime';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { causesOf } from '#app/features/orders/shape.ts';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import type { PageServices } from '#app/load-context.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { AppPage } from '#app/ui/app-page.tsx';
import { answered } from '#app/ui/form/answered.ts';
import { readJson } from '#app/ui/form/read-json.ts';
import { merchant } from '#app/ui/merchant.ts';
import { notFound } from '#app/ui/not-found.ts';
import { numberOf } from '#app/ui/orders/order-address.ts';
import { toOrderId } from '#app/ui/orders/to-order-id.ts';
import { useSynchronizing } from '#app/ui/orders/use-synchronizing.ts';
import { OrderView } from './order-view.tsx';
import type { NowAnswer } from './promise-now.tsx';
import type { DecideAnswer } from './use-deciding.ts';
import { useWork } from './use-work.ts';

/** What is kept of the order is there at once; what OneStock says of it comes when it comes. */
export async function loader(args: LoaderFunctionArgs) {
  const { shop, services, part } = await merchant(args);
  const orderId = toOrderId(args.params.id);
  if (!orderId) throw notFound();
  const [story, settings] = await Promise.all([
    services.orders.views.story(shop, orderId),
    services.settings.read(shop),
  ]);
  if (!story) throw notFound();
  return defer({
    story,
    isOn: settings?.values.synchronization.syncsOrders ?? false,
    now: part(askNow(services, shop, orderId)),
  });
}

async function askNow({ orders }: PageServices, shop: ShopDomain, orderId: OrderId): Promise<NowAnswer> {
  const now = await orders.views.now(shop, orderId);
  return now.isOk() ? { isKnown: true, now: now.value } : { isKnown: false, causes: causesOf(now.error) };
}

const body = z.object({ intentId: z.uuid(), decision: z.enum(['fulfilled', 'not_fulfilled']) });

/** Ends the doubt about a parcel by what the merchant saw in Shopify. */
export async function action(args: ActionFunctionArgs) {
  const { shop, services } = await merchant(args);
  const orderId = toOrderId(args.params.id);
  const input = await readJson(args.request, body);
  if (!orderId || input.isErr()) return json<DecideAnswer>({ outcome: 'failed' }, { status: 400 });
  const { intentId, decision } = input.value;
  const decided = await services.orders.promise.decideIntent({ shop, orderId, intentId }, decision);
  return json<DecideAnswer>({ outcome: decided.isOk() ? 'decided' : 'over' });
}

export function clientAction({ serverAction }: ClientActionFunctionArgs): Promise<DecideAnswer> {
  return answered(() => serverAction<DecideAnswer>(), { outcome: 'failed' });
}

export default function OrderRoute() {
  const { t } = useTranslation('orders');
  const { story, isOn, now } = useLoaderData<typeof loader>();
  const { orderId, orderName, work } = story;
  const deliveries = story.export?.deliveries ?? [];
  const backOfficeUrl = deliveries.length === 1 ? deliveries[0]?.backOfficeUrl : undefined;
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
