import type { ActivitySearch } from '#app/ui/activity/search.ts';
import { AttentionList } from './attention-list.tsx';
import { EventsList } from './events-list.tsx';
import { JobsList } from './jobs-list.tsx';
import type { ListContent } from './read-list.ts';
import { RequestsList } from './requests-list.tsx';

/** The list that is open, with its filters. While another is loaded, what the old address asked for stays. */
export function ListView({ search, content }: { search: ActivitySearch; content: ListContent }) {
  if (search.list === 'requests' && content.list === 'requests')
    return <RequestsList filters={search.filters} page={content.page} options={content.options} />;
  if (search.list === 'events' && content.list === 'events')
    return <EventsList filters={search.filters} page={content.page} />;
  if (search.list === 'jobs' && content.list === 'jobs')
    return <JobsList filters={search.filters} page={content.page} jobs={content.jobs} />;
  if (content.list === 'attention') return <AttentionList attention={content.attention} />;
  return null;
}
