import type { Cause, CodeTable } from '#app/platform/cause.ts';

/** `info` is a notice: nothing is broken. It is not counted, and goes by itself 30 days after it was last raised. */
export const SEVERITIES = ['critical', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What a person can do about an obstacle, besides removing what causes it. */
export const REMEDIES = ['retry', 'dismiss', 'decide', 'open'] as const;
export type Remedy = (typeof REMEDIES)[number];

/** What an obstacle stands in the way of: the shop's account, an order, an event. `id` is empty for what a shop has once. */
export interface Subject {
  kind: string;
  id: string;
}

/** Names an obstacle within a shop: each source has one obstacle for a subject at most. */
export interface ObstacleKey {
  subject: Subject;
  /** The part of the app that found it and clears it, such as `export`. */
  source: string;
}

/** At least one: the first says what happened, the others what it means or what was said. */
export type Causes = readonly [Cause, ...Cause[]];

export interface RaisedObstacle extends ObstacleKey {
  causes: Causes;
  severity: Severity;
  /** How often the work was tried before it was given up; left out where nothing is tried. */
  attempts?: number;
  remedies: readonly Remedy[];
}

/** What an obstacle says whose stored causes cannot be read: another version of the app wrote them. */
export const OBSTACLE_CODES = { unreadable: [] } as const satisfies CodeTable;

/** What is to be said of an obstacle, and nothing else of it: `app/words` has the sentences. */
export type ObstacleMessage = Pick<RaisedObstacle, 'source' | 'causes'>;

export interface Obstacle extends RaisedObstacle {
  attempts: number;
  /** When it appeared. */
  since: Date;
  /** When it was last found to be still there. */
  seenAt: Date;
}
