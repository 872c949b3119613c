import { defer, json } from '@remix-run/node';
import { type ClientActionFunctionArgs, useLoaderData } from '@remix-run/react';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/server-runtime';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { OrderStory } from '#app/features/orders/index.ts';
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
import type { Language } from '#app/words/languages.ts';
import type { NowAnswer } from './now-answer.ts';
import { isAgainOffered } from './order-banners.tsx';
import { OrderView } from './order-view.tsx';
import type { DecideAnswer } from './use-deciding.ts';
import type { DeliveryNames } from './use-delivery-words.ts';
import { useWork } from './use-work.ts';

/** What is kept of the order is there at once; what OneStock says of it comes when it comes. */
export async function loader(args: LoaderFunctionArgs) {
  const { shop, services, language, part } = await merchant(args);
  const orderId = toOrderId(args.params.id);
  if (!orderId) throw notFound();
  const [story, settings] = await Promise.all([
    services.orders.views.story(shop, orderId),
    services.settings.read(shop),
  ]);
  if (!story) throw notFound();
  return defer({
    story,
    names: await readNames(services, shop, language, story),
    isOn: settings?.values.synchronization.syncsOrders ?? false,
    now: part(askNow(services, shop, orderId)),
  });
}

/** What the merchant calls the options and stores of an order's deliveries; an order of one delivery does not name them. */
async function readNames(
  { deliveryOptions, oneStockAccounts }: PageServices,
  shop: ShopDomain,
  language: Language,
  story: OrderStory,
): Promise<DeliveryNames> {
  const deliveries = story.export?.deliveries ?? [];
  if (deliveries.length < 2) return { options: {}, stores: {} };
  const [options, stores] = await Promise.all([
    deliveryOptions.list(shop),
    oneStockAccounts.endpointNames(
      shop,
      deliveries.flatMap(({ endpointId }) => endpointId ?? []),
    ),
  ]);
  const nameOf = ({ names, handle }: (typeof options)[number]) =>
    names[language] ?? Object.values(names)[0] ?? handle;
  return {
    options: Object.fromEntries(options.map((option) => [option.handle, nameOf(option)])),
    stores: Object.fromEntries(stores),
  };
}

async function askNow({ orders }: PageServices, shop: ShopDomain, orderId: OrderId): Promise<NowAnswer> {
  const now = await orders.views.now(shop, orderId);
  return now.isOk() ? { isKnown: true, now: now.value } : { isKnown: false, causes: causesOf(now.error) };
}

const body = z.union([
  z.object({ intentId: z.uuid(), decision: z.enum(['fulfilled', 'not_fulfilled']) }),
  z.object({ toSend: z.enum(['without', 'several', 'late']) }),
  z.object({ sendAgain: z.literal(true) }),
]);

/**
 * Ends the doubt about a parcel by what the merchant saw in Shopify, lets an order go on that stopped until somebody decides, or asks OneStock once more
 * for what it removed.
 */
export async function action(args: ActionFunctionArgs) {
  const { shop, services } = await merchant(args);
  const orderId = toOrderId(args.params.id);
  const input = await readJson(args.request, body);
  if (!orderId || input.isErr()) return json<DecideAnswer>({ outcome: 'failed' }, { status: 400 });
  if ('toSend' in input.value) {
    const { toSend: decision } = input.value;
    const sent = await services.orders.export.decide({ shop, orderId }, decision);
    if (sent.isErr()) return json<DecideAnswer>({ outcome: 'refused', causes: causesOf(sent.error) });
    return json<DecideAnswer>({ outcome: 'sending', decision });
  }
  if ('sendAgain' in input.value) {
    const again = await services.orders.export.sendAgain({ shop, orderId });
    if (again.isErr()) return json<DecideAnswer>({ outcome: 'refused', causes: causesOf(again.error) });
    return json<DecideAnswer>({ outcome: 'asked_again', pieces: again.value });
  }
  const { intentId, decision } = input.value;
  const decided = await services.orders.promise.decideIntent({ shop, orderId, intentId }, decision);
  if (decided.isErr() && decided.error.code === 'order_busy')
    return json<DecideAnswer>({ outcome: 'refused', causes: causesOf(decided.error) });
  return json<DecideAnswer>({ outcome: decided.isOk() ? 'decided' : 'over' });
}

export function clientAction({ serverAction }: ClientActionFunctionArgs): Promise<DecideAnswer> {
  return answered(() => serverAction<DecideAnswer>(), { outcome: 'failed' });
}

export default function OrderRoute() {
  const { t } = useTranslation('orders');
  const { story, names, isOn, now } = useLoaderData<typeof loader>();
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
        isOn && !isAgainOffered(story)
          ? { content: t('synchronize'), loading: isAsking, onAction: () => synchronize([orderId]) }
          : undefined
      }
      secondaryActions={links}
    >
      <OrderView story={story} names={names} now={now} isOn={isOn} />
    </AppPage>
  );
}
