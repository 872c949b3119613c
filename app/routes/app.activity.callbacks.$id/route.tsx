import { json } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { LoaderFunctionArgs } from '@remix-run/server-runtime';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { AppPage } from '#app/ui/app-page.tsx';
import { useFormats } from '#app/ui/frame.ts';
import { merchant } from '#app/ui/merchant.ts';
import { notFound } from '#app/ui/not-found.ts';
import { RequestStory } from './request-story.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const { shop, services } = await merchant(args);
  const id = z.uuid().safeParse(args.params.id);
  const callback = id.success ? await services.traces.read(shop, id.data) : null;
  if (!callback) throw notFound();
  return json({ callback });
}

export default function CallbackRoute() {
  const { t } = useTranslation('activity');
  const { moment } = useFormats();
  const { callback } = useLoaderData<typeof loader>();
  return (
    <AppPage
      title={t('request.title', { moment: moment(callback.receivedAt, 'second') })}
      backAction={{ content: t('request.back'), url: '/app/activity' }}
    >
      <RequestStory callback={callback} />
    </AppPage>
  );
}
