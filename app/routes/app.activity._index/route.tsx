import { defer, json } from '@remix-run/node';
import { type ClientActionFunctionArgs, useLoaderData } from '@remix-run/react';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/server-runtime';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { ListSkeleton } from '#app/ui/activity/list-skeleton.tsx';
import type { SettleAnswer } from '#app/ui/activity/settling.ts';
import { AppPage } from '#app/ui/app-page.tsx';
import { answered } from '#app/ui/form/answered.ts';
import { readJson } from '#app/ui/form/read-json.ts';
import { merchant } from '#app/ui/merchant.ts';
import { Streamed } from '#app/ui/streamed.tsx';
import { ActivityTabs } from './activity-tabs.tsx';
import { ListView } from './list-view.tsx';
import { readList } from './read-list.ts';
import { readSearch } from './read-search.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { shop, services, part } = await merchant(args);
  const search = readSearch(new URL(args.request.url).searchParams);
  return defer({
    search,
    attentionCount: await services.health.countAttention(shop),
    content: part(readList(services, shop, search)),
  });
}

const MOST_AT_ONCE = 250;

const settling = z.object({
  intent: z.enum(['retry', 'dismiss']),
  keys: z.array(z.string().max(200)).max(MOST_AT_ONCE),
});

export async function action(args: ActionFunctionArgs) {
  const { shop, services } = await merchant(args);
  const body = await readJson(args.request, settling);
  if (body.isErr()) return json<SettleAnswer>({ intent: 'retry', count: null }, { status: 400 });
  const { intent, keys } = body.value;
  return json<SettleAnswer>({ intent, count: await services.health[intent](shop, keys) });
}

export function clientAction({ serverAction }: ClientActionFunctionArgs): Promise<SettleAnswer> {
  return answered(() => serverAction<SettleAnswer>(), { intent: 'retry', count: null });
}

export default function ActivityRoute() {
  const { t } = useTranslation('activity');
  const { search, attentionCount, content } = useLoaderData<typeof loader>();
  return (
    <AppPage title={t('title')} fullWidth>
      <ActivityTabs list={search.list} attentionCount={attentionCount}>
        <Streamed resolve={content} fallback={<ListSkeleton />} question={JSON.stringify(search)}>
          {(arrived) => <ListView search={search} content={arrived} />}
        </Streamed>
      </ActivityTabs>
    </AppPage>
  );
}
