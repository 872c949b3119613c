import type { ObstacleKey } from '#app/features/obstacles/shape.ts';

/** An obstacle's key as one text, by which pages name it. */
export function entryKey({ subject, source }: ObstacleKey): string {
  return [source, subject.kind, subject.id].join(' ');
}
