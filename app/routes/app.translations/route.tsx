import { type ActionFunctionArgs, defer, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { AppPage } from '#app/ui/app-page.tsx';
import { refused, saved } from '#app/ui/form/answer.ts';
import { readJson } from '#app/ui/form/read-json.ts';
import { merchant } from '#app/ui/merchant.ts';
import { notFound } from '#app/ui/not-found.ts';
import { PageSkeleton } from '#app/ui/page-skeleton.tsx';
import { Streamed } from '#app/ui/streamed.tsx';
import { fromTextKey, textKey } from './text-key.ts';
import { TextsForm } from './texts-form.tsx';

export { keepTyped as clientAction } from '#app/ui/form/keep-typed.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { shop, services, part } = await merchant(args);
  return defer({ overview: part(services.texts.readTexts(shop)) });
}

const body = z
  .object({ intent: z.literal('save') })
  .catchall(z.object({ text: z.string().max(5_000), was: z.string().max(5_000) }));

export async function action(args: ActionFunctionArgs) {
  const { shop, services } = await merchant(args);
  const parsed = await readJson(args.request, body);
  if (parsed.isErr()) return refused(parsed.error);
  const { intent: _intent, ...typed } = parsed.value;
  const changes = Object.entries(typed).map(([key, text]) => ({ ...fromTextKey(key), ...text }));
  const outcome = await services.texts.saveTexts(shop, changes);
  if (outcome.isOk()) return saved();
  if (outcome.error.code === 'text_unknown') throw notFound();
  return refused(outcome.error.faults.map((fault) => ({ ...fault, field: textKey(fault) })));
}

export default function TranslationsRoute() {
  const { overview } = useLoaderData<typeof loader>();
  const { t } = useTranslation('translations');
  return (
    <AppPage title={t('title')} subtitle={t('subtitle')}>
      <Streamed resolve={overview} fallback={<PageSkeleton cards={[2, 12]} />}>
        {(arrived) => <TextsForm overview={arrived} />}
      </Streamed>
    </AppPage>
  );
}
