import { defer } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/server-runtime';
import { BlockStack } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { AppPage } from '#app/ui/app-page.tsx';
import { refused, saved } from '#app/ui/form/answer.ts';
import { readJson } from '#app/ui/form/read-json.ts';
import { merchant } from '#app/ui/merchant.ts';
import { notFound } from '#app/ui/not-found.ts';
import { EditorSkeleton } from '#app/ui/options/editor-skeleton.tsx';
import { optionFormSchema } from '#app/ui/options/form-values.ts';
import { loadEditor } from '#app/ui/options/load-editor.ts';
import { readMethods } from '#app/ui/options/method-list.ts';
import { OnceMounted } from '#app/ui/options/once-mounted.tsx';
import { OptionEditor } from '#app/ui/options/option-editor.tsx';
import { readOwnRates } from '#app/ui/options/own-rates.ts';
import { readForm } from '#app/ui/options/read-form.ts';
import { refuseOption } from '#app/ui/options/save-answer.ts';
import { ArchivedOption } from './archived-option.tsx';

export { keepTyped as clientAction } from '#app/ui/form/keep-typed.ts';

export async function loader(args: LoaderFunctionArgs) {
  const whose = await merchant(args);
  const { shop, services, language, part } = whose;
  const option = await services.deliveryOptions.find(shop, args.params.id ?? '');
  if (!option) throw notFound();
  const name = option.names[language] ?? Object.values(option.names)[0] ?? option.handle;
  const isArchived = option.archivedAt !== null;
  const facts = await loadEditor(whose, option);
  return defer({
    name,
    isArchived,
    facts,
    methods: part(readMethods(services, shop)),
    ownRates: part(readOwnRates(services, shop)),
  });
}

export async function action(args: ActionFunctionArgs) {
  const { shop, services } = await merchant(args);
  const id = args.params.id ?? '';
  if (!(await services.deliveryOptions.find(shop, id))) throw notFound();
  const form = await readJson(args.request, optionFormSchema);
  if (form.isErr()) return refused(form.error);
  const { input, errors } = readForm(form.value);
  const updated = await services.deliveryOptions.update(shop, id, form.value.version, input);
  return updated.isErr() ? refuseOption(updated.error, errors) : saved();
}

export default function OptionRoute() {
  const { t } = useTranslation('options');
  const { name, isArchived, facts, methods, ownRates } = useLoaderData<typeof loader>();
  return (
    <AppPage title={name} backAction={{ content: t('title'), url: '/app/options' }}>
      <BlockStack gap="400">
        {isArchived && <ArchivedOption id={facts.id ?? ''} />}
        <OnceMounted fallback={<EditorSkeleton />}>
          {() => <OptionEditor key={facts.id} facts={facts} methods={methods} ownRates={ownRates} />}
        </OnceMounted>
      </BlockStack>
    </AppPage>
  );
}
