import { useTranslation } from 'react-i18next';
import type { EventFilters, EventSummary } from '#app/features/inbox/index.ts';
import { EVENT_STATES } from '#app/features/inbox/shape.ts';
import type { Page } from '#app/platform/database/read-page.ts';
import { EmptyList } from '#app/ui/activity/empty-list.tsx';
import { ListFilters } from '#app/ui/activity/list-filters.tsx';
import { RowsTable } from '#app/ui/activity/rows-table.tsx';
import { chosen, isFiltered, TOPICS } from '#app/ui/activity/search.ts';
import { EventStateBadge } from '#app/ui/activity/state-badge.tsx';
import { useWords } from '#app/ui/activity/use-words.ts';
import { useFormats } from '#app/ui/frame.ts';

/** What outside systems told the app. */
export function EventsList({ filters, page }: { filters: EventFilters; page: Page<EventSummary> }) {
  const { t } = useTranslation('activity');
  const { moment } = useFormats();
  const words = useWords();
  return (
    <>
      <ListFilters
        list="events"
        days={filters}
        choices={[
          {
            name: 'topic',
            label: t('filters.topic'),
            choices: TOPICS.map((topic) => ({ value: topic, label: words.topic(topic) })),
            chosen: chosen(filters.topic),
            isPinned: true,
          },
          {
            name: 'state',
            label: t('filters.state'),
            choices: EVENT_STATES.map((state) => ({ value: state, label: t(`eventStates.${state}`) })),
            chosen: chosen(filters.state),
            isPinned: true,
          },
        ]}
      />
      <RowsTable
        headings={[
          t('columns.event'),
          t('columns.received'),
          t('columns.about'),
          t('columns.state'),
          t('columns.tries'),
        ]}
        rows={page.items.map((event) => ({
          id: event.id,
          url: `/app/activity/events/${event.id}`,
          title: words.topic(event.topic),
          cells: [
            <time key="received" dateTime={event.receivedAt}>
              {moment(event.receivedAt, 'second')}
            </time>,
            event.subject ? words.subject(event.subject) : '',
            <EventStateBadge key="state" state={event.state} />,
            event.attempts,
          ],
        }))}
        pages={page}
        empty={
          <EmptyList
            list="events"
            title={t('empty.eventsTitle')}
            text={t('empty.events')}
            isFiltered={isFiltered(filters)}
          />
        }
      />
    </>
  );
}
