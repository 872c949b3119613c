import { redirect } from '@remix-run/node';
import type { LoaderFunctionArgs } from '@remix-run/server-runtime';
import { useTranslation } from 'react-i18next';

/** Shopify opens the app here with the shop in the query, which the app's pages need whole. */
export function loader({ request }: LoaderFunctionArgs) {
  const { search, searchParams } = new URL(request.url);
  if (searchParams.has('shop')) throw redirect(`/app${search}`);
  return null;
}

export const meta = () => [{ title: 'OneStock Promise' }];

/** For whoever comes by another way. An App Store app may not ask for a shop's domain, so neither does this page. */
export default function Index() {
  const { t } = useTranslation();
  return (
    <main
      style={{
        maxWidth: '36rem',
        margin: '4rem auto',
        padding: '0 1rem',
        fontFamily: 'system-ui, sans-serif',
      }}
    >
      <h1>OneStock Promise</h1>
      <p>{t('outside.text')}</p>
    </main>
  );
}
