import { Page, type PageProps } from '@shopify/polaris';
import { useEffect } from 'react';

const APP_NAME = 'OneStock Promise';

/** Every page of the app: Polaris's Page, its title also that of the document, which screen readers say of the frame. */
export function AppPage({ title, ...page }: PageProps & { title: string }) {
  useEffect(() => {
    document.title = `${title} · ${APP_NAME}`;
  }, [title]);
  return <Page title={title} {...page} />;
}
