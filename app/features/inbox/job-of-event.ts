import { eventJobKey, HANDLE_EVENT } from './shape.ts';
import type { EventSource, InboxJob, SharedJobs } from './source.ts';

/** The job that an event of the source asks for; null for one that is kept for the record only. */
export function jobOfEvent(
  { jobs }: EventSource,
  event: { id: string } & Parameters<SharedJobs['jobOf']>[0],
): InboxJob | null {
  if (jobs.kind === 'shared') return jobs.jobOf(event);
  return { task: HANDLE_EVENT, key: eventJobKey(event.id), payload: { eventId: event.id } };
}
