import { defer } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/server-runtime';
import { useTranslation } from 'react-i18next';
import { AppPage } from '#app/ui/app-page.tsx';
import { refused, saved } from '#app/ui/form/answer.ts';
import { readJson } from '#app/ui/form/read-json.ts';
import { merchant } from '#app/ui/merchant.ts';
import { notFound } from '#app/ui/not-found.ts';
import { actOnList, listActionSchema } from '#app/ui/options/list-action.ts';
import { readMethods } from '#app/ui/options/method-list.ts';
import { Streamed } from '#app/ui/streamed.tsx';
import { ListSkeleton } from './list-skeleton.tsx';
import { toRow } from './option-row.ts';
import { OptionsList } from './options-list.tsx';

export { keepTyped as clientAction } from '#app/ui/form/keep-typed.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { shop, services, language, part } = await merchant(args);
  const rows = async () =>
    (await services.optionPreviews.survey(shop)).map((surveyed) => toRow(surveyed, language));
  return defer({ rows: part(rows()), methods: part(readMethods(services, shop)) });
}

export async function action(args: ActionFunctionArgs) {
  const { shop, services } = await merchant(args);
  const wanted = await readJson(args.request, listActionSchema);
  if (wanted.isErr()) return refused(wanted.error);
  const done = await actOnList(services, shop, wanted.value);
  if (done.isErr()) throw notFound();
  return saved();
}

export default function OptionsRoute() {
  const { t } = useTranslation('options');
  const { rows, methods } = useLoaderData<typeof loader>();
  return (
    <AppPage title={t('title')} primaryAction={{ content: t('add'), url: '/app/options/new' }}>
      <Streamed resolve={rows} fallback={<ListSkeleton />}>
        {(arrived) => <OptionsList rows={arrived} methods={methods} />}
      </Streamed>
    </AppPage>
  );
}
