import { defer, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { AppPage } from '#app/ui/app-page.tsx';
import { merchant } from '#app/ui/merchant.ts';
import { Manual } from './manual.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const { shop, services, part } = await merchant(args);
  const readUserId = async () => (await services.oneStockAccounts.account(shop))?.account.userId ?? null;
  return defer({
    userId: part(readUserId()),
    lastPromise: part(services.orders.promise.lastPromise(shop)),
  });
}

export default function DocumentationRoute() {
  const { userId, lastPromise } = useLoaderData<typeof loader>();
  const { t } = useTranslation('documentation');
  return (
    <AppPage title={t('title')} subtitle={t('subtitle')}>
      <Manual userId={userId} lastPromise={lastPromise} />
    </AppPage>
  );
}
