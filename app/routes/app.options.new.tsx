import { defer, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/server-runtime';
import { useTranslation } from 'react-i18next';
import { AppPage } from '#app/ui/app-page.tsx';
import { refused } from '#app/ui/form/answer.ts';
import { readJson } from '#app/ui/form/read-json.ts';
import { merchant } from '#app/ui/merchant.ts';
import { EditorSkeleton } from '#app/ui/options/editor-skeleton.tsx';
import { optionFormSchema } from '#app/ui/options/form-values.ts';
import { loadEditor } from '#app/ui/options/load-editor.ts';
import { readMethods } from '#app/ui/options/method-list.ts';
import { OnceMounted } from '#app/ui/options/once-mounted.tsx';
import { OptionEditor } from '#app/ui/options/option-editor.tsx';
import { readOwnRates } from '#app/ui/options/own-rates.ts';
import { readForm } from '#app/ui/options/read-form.ts';
import { refuseOption } from '#app/ui/options/save-answer.ts';

export { keepTyped as clientAction } from '#app/ui/form/keep-typed.ts';

export async function loader(args: LoaderFunctionArgs) {
  const whose = await merchant(args);
  const { shop, services, part } = whose;
  const facts = await loadEditor(whose, null);
  return defer({
    facts,
    methods: part(readMethods(services, shop)),
    ownRates: part(readOwnRates(services, shop)),
  });
}

export async function action(args: ActionFunctionArgs) {
  const { shop, services } = await merchant(args);
  const form = await readJson(args.request, optionFormSchema);
  if (form.isErr()) return refused(form.error);
  const { input, errors } = readForm(form.value);
  const created = await services.deliveryOptions.create(shop, input);
  if (created.isErr()) return refuseOption(created.error, errors);
  return redirect(`/app/options/${created.value.id}`);
}

export default function NewOptionRoute() {
  const { t } = useTranslation('options');
  const { facts, methods, ownRates } = useLoaderData<typeof loader>();
  return (
    <AppPage title={t('newTitle')} backAction={{ content: t('title'), url: '/app/options' }}>
      <OnceMounted fallback={<EditorSkeleton />}>
        {() => <OptionEditor facts={facts} methods={methods} ownRates={ownRates} />}
      </OnceMounted>
    </AppPage>
  );
}
