import type { ObstacleKey } from '#app/features/obstacles/shape.ts';
import type { CodeTable } from '#app/platform/cause.ts';

/** The job of an event that is handled by itself. */
export const HANDLE_EVENT = 'handle-inbox-event';

/** The key of that job. */
export function eventJobKey(eventId: string): string {
  return `event:${eventId}`;
}

/** What an event is as the subject of an obstacle, and which part of the app raises and clears it. */
export const EVENT = 'event';

/** The key of the obstacle of an event that is not tried again by itself. */
export function eventObstacle(eventId: string): ObstacleKey {
  return { subject: { kind: EVENT, id: eventId }, source: EVENT };
}

/**
 * What became of an event. Of these, `needs_attention` is not kept: it is an event that waits and has an obstacle. Taking the obstacle away,
 * however that comes about, is enough for the event to be taken up again.
 */
export const EVENT_STATES = ['waiting', 'done', 'needs_attention', 'dismissed'] as const;
export type EventState = (typeof EVENT_STATES)[number];

/** What an event can fail by, besides what its handler says. */
export const INBOX_CODES = {
  inbox_stopped_half_way: [],
  inbox_failed_inside: [],
  inbox_topic_unknown: ['topic'],
  /** Of events that failed before there were codes. */
  inbox_reason_unknown: [],
} as const satisfies CodeTable;
