import { json } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { LoaderFunctionArgs } from '@remix-run/server-runtime';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { entryKey } from '#app/features/health/shape.ts';
import { useSettling } from '#app/ui/activity/settling.ts';
import { useWords } from '#app/ui/activity/use-words.ts';
import { AppPage } from '#app/ui/app-page.tsx';
import { merchant } from '#app/ui/merchant.ts';
import { notFound } from '#app/ui/not-found.ts';
import { EventStory } from './event-story.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const { shop, services } = await merchant(args);
  const id = z.uuid().safeParse(args.params.id);
  const event = id.success ? await services.inbox.event(shop, id.data) : null;
  if (!event) throw notFound();
  return json({ event });
}

export default function EventRoute() {
  const { t } = useTranslation('activity');
  const words = useWords();
  const { settle, isSettling } = useSettling();
  const { event } = useLoaderData<typeof loader>();
  const action = (intent: 'retry' | 'dismiss') => ({
    content: t(`attention.${intent}`),
    loading: isSettling,
    onAction: () => settle(intent, [entryKey({ subject: { kind: 'event', id: event.id }, source: 'event' })]),
  });
  const needsAttention = event.state === 'needs_attention';
  return (
    <AppPage
      title={words.topic(event.topic)}
      backAction={{ content: t('title'), url: '/app/activity?list=events' }}
      primaryAction={needsAttention ? action('retry') : undefined}
      secondaryActions={needsAttention ? [action('dismiss')] : undefined}
    >
      <EventStory event={event} />
    </AppPage>
  );
}
