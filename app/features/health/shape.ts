import type { ObstacleKey } from '#app/features/obstacles/shape.ts';

/** An obstacle's key as one text, by which pages name it. */
export function entryKey({ subject, source }: ObstacleKey): string {
  return [source, subject.kind, subject.id].join(' ');
}

/** The key that a page named, or null for a text that is none. */
export function parseEntryKey(text: string): ObstacleKey | null {
  const [source, kind, ...id] = text.split(' ');
  return source && kind && id.length > 0 ? { source, subject: { kind, id: id.join(' ') } } : null;
}
