import { Link } from '@remix-run/react';
import { NavMenu } from '@shopify/app-bridge-react';
import { AppProvider } from '@shopify/shopify-app-remix/react';
import { type ReactNode, useMemo } from 'react';
import { I18nextProvider, useTranslation } from 'react-i18next';
import { inTimezone } from '#app/words/speak-texts.ts';
import type { FrameFacts } from './frame.ts';
import { polarisTexts } from './i18n/texts.ts';

/** The pages in the order of the menu; a page that needs OneStock comes into the menu once the connection works. */
const PAGES = [
  { to: '/app/options', name: 'options', needsConnection: true },
  { to: '/app/checkout', name: 'checkout', needsConnection: true },
  { to: '/app/try', name: 'try', needsConnection: true },
  { to: '/app/orders', name: 'orders', needsConnection: true },
  { to: '/app/activity', name: 'activity', needsConnection: true },
  { to: '/app/configuration', name: 'configuration', needsConnection: false },
  { to: '/app/translations', name: 'translations', needsConnection: true },
  { to: '/app/documentation', name: 'documentation', needsConnection: false },
] as const;

/**
 * What is around every embedded page: App Bridge, Polaris and the app's entries in the admin's navigation. Within it instants in texts are
 * in the shop's time zone.
 */
export function AppFrame({ facts, children }: { facts: FrameFacts; children: ReactNode }) {
  const { t, i18n } = useTranslation('navigation');
  const words = useMemo(() => inTimezone(i18n, facts.timezone), [i18n, facts.timezone]);
  const shown = PAGES.filter(({ needsConnection }) => facts.isConnected || !needsConnection);
  return (
    <AppProvider isEmbeddedApp apiKey={facts.apiKey} i18n={polarisTexts(i18n)}>
      <NavMenu>
        <Link to="/app" rel="home">
          {t('home')}
        </Link>
        {shown.map(({ to, name }) => (
          <Link key={to} to={to}>
            {t(name)}
          </Link>
        ))}
      </NavMenu>
      <main>
        <I18nextProvider i18n={words}>{children}</I18nextProvider>
      </main>
    </AppProvider>
  );
}
