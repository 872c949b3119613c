import { defer } from '@remix-run/node';
import { type ShouldRevalidateFunction, useLoaderData } from '@remix-run/react';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/server-runtime';
import { useTranslation } from 'react-i18next';
import { ACCOUNT, GROUPS, typedIn } from '#app/features/settings/shape.ts';
import { AppPage } from '#app/ui/app-page.tsx';
import { refused, saved } from '#app/ui/form/answer.ts';
import { readJson } from '#app/ui/form/read-json.ts';
import { merchant } from '#app/ui/merchant.ts';
import { ConfigurationView } from './configuration-view.tsx';
import { readFacts, readOneStockLists, readShopifyLists } from './read-page.ts';
import { configurationRequest } from './request.ts';
import { tested, untestable } from './test-answer.ts';

export { keepTyped as clientAction } from '#app/ui/form/keep-typed.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { shop, services, language, part } = await merchant(args);
  const facts = await readFacts(services, shop, language);
  return defer({
    facts,
    oneStock: part(readOneStockLists(services, shop)),
    shopify: part(readShopifyLists(services, shop)),
  });
}

export async function action(args: ActionFunctionArgs) {
  const { shop, services } = await merchant(args);
  const body = await readJson(args.request, configurationRequest);
  if (body.isErr()) return refused(body.error);
  const form = body.value;
  if (form.intent === 'test') {
    const { account } = typedIn([ACCOUNT], form);
    const found = await services.oneStockAccounts.testAccount(shop, account);
    return found.isOk() ? tested(found.value) : untestable(found.error, account.host);
  }
  const { version } = form;
  const outcome = await services.settings.save(shop, { version, values: typedIn(GROUPS, form) });
  if (outcome.isOk()) return saved();
  const { code, faults } = outcome.error;
  if (faults.length > 0) return refused(faults);
  return refused([{ field: code === 'changed_meanwhile' ? 'version' : undefined, code }]);
}

/** A try of the account changes nothing that the page shows. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionResult, defaultShouldRevalidate }) =>
  actionResult && 'tested' in actionResult ? false : defaultShouldRevalidate;

export default function ConfigurationRoute() {
  const { t } = useTranslation('configuration');
  const { facts, oneStock, shopify } = useLoaderData<typeof loader>();
  return (
    <AppPage title={t('title')}>
      <ConfigurationView facts={facts} oneStock={oneStock} shopify={shopify} />
    </AppPage>
  );
}
