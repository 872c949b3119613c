import { defer, json } from '@remix-run/node';
import { type ClientActionFunctionArgs, useLoaderData } from '@remix-run/react';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/server-runtime';
import { Card } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { causesOf } from '#app/features/orders/shape.ts';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import { ListSkeleton } from '#app/ui/activity/list-skeleton.tsx';
import { AppPage } from '#app/ui/app-page.tsx';
import { answered } from '#app/ui/form/answered.ts';
import { readJson } from '#app/ui/form/read-json.ts';
import { merchant } from '#app/ui/merchant.ts';
import type { SynchronizeAnswer } from '#app/ui/orders/use-synchronizing.ts';
import { Streamed } from '#app/ui/streamed.tsx';
import { OrdersList } from './orders-list.tsx';
import { readSearch } from './search.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { shop, services, part } = await merchant(args);
  const { filters, cursor } = readSearch(new URL(args.request.url).searchParams);
  const read = async () => {
    const [page, settings] = await Promise.all([
      services.orders.views.list(shop, filters, cursor),
      services.settings.read(shop),
    ]);
    return { page, isOn: settings?.values.synchronization.syncsOrders ?? false };
  };
  return defer({ filters, content: part(read()) });
}

const MOST_AT_ONCE = 250;

const body = z.object({
  orderIds: z
    .array(z.string().regex(/^gid:\/\/shopify\/Order\/\d{1,20}$/))
    .min(1)
    .max(MOST_AT_ONCE)
    .transform((ids) => ids as OrderId[]),
});

/** Has orders synchronized again. What was asked for and could not be done, the promise included, is tried anew. */
export async function action(args: ActionFunctionArgs) {
  const { shop, services } = await merchant(args);
  const input = await readJson(args.request, body);
  if (input.isErr()) return json<SynchronizeAnswer>({ count: null }, { status: 400 });
  const { orderIds } = input.value;
  const asked = await services.orders.export.resynchronize(shop, orderIds);
  if (asked.isErr()) return json<SynchronizeAnswer>({ count: null, causes: causesOf(asked.error) });
  await services.orders.promise.retry(shop, orderIds);
  return json<SynchronizeAnswer>({ count: orderIds.length });
}

export function clientAction({ serverAction }: ClientActionFunctionArgs): Promise<SynchronizeAnswer> {
  return answered(() => serverAction<SynchronizeAnswer>(), { count: null });
}

export default function OrdersRoute() {
  const { t } = useTranslation('orders');
  const { filters, content } = useLoaderData<typeof loader>();
  return (
    <AppPage title={t('title')} fullWidth>
      <Streamed resolve={content} fallback={<Skeleton />} question={JSON.stringify(filters)}>
        {({ page, isOn }) => <OrdersList filters={filters} page={page} isOn={isOn} />}
      </Streamed>
    </AppPage>
  );
}

function Skeleton() {
  return (
    <Card padding="0">
      <ListSkeleton />
    </Card>
  );
}
