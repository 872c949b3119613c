import { defer } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/server-runtime';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { AppPage } from '#app/ui/app-page.tsx';
import { refused, saved } from '#app/ui/form/answer.ts';
import { readJson } from '#app/ui/form/read-json.ts';
import { merchant } from '#app/ui/merchant.ts';
import { HomeContent } from './home-content.tsx';
import { useFreshFacts } from './use-fresh-facts.ts';

export { keepTyped as clientAction } from '#app/ui/form/keep-typed.ts';

/** The first facts are a few rows of our own and settle what stands where, so they are waited for; nothing jumps later. */
export async function loader(args: LoaderFunctionArgs) {
  const { shop, services, part } = await merchant(args);
  const {
    health,
    orders: { views },
  } = services;
  const report = part(health.report(shop));
  const checkout = part(health.checkout(shop));
  const [setup, attention, orders] = await Promise.all([
    part(health.setup(shop)),
    part(health.attentionSummary(shop)),
    part(views.count(shop)),
  ]);
  return defer({ shop, setup, attention, orders, report, checkout });
}

const body = z.object({ intent: z.enum(['register', 'check']) });

export async function action(args: ActionFunctionArgs) {
  const { shop, services } = await merchant(args);
  const input = await readJson(args.request, body);
  if (input.isErr()) return refused(input.error);
  const { oneStockAccounts, shops } = services;
  const outcome =
    input.value.intent === 'register'
      ? await shops.prepareShop(shop)
      : await oneStockAccounts.checkAccount(shop);
  if (outcome.isOk()) return saved();
  // What is wrong is on the list by now, and the page is renewed.
  const { code } = outcome.error;
  return refused([{ code }]);
}

export default function HomeRoute() {
  const { t } = useTranslation('home');
  useFreshFacts();
  return (
    <AppPage title={t('title')}>
      <HomeContent {...useLoaderData<typeof loader>()} />
    </AppPage>
  );
}
