import { piecesOfLines } from './story-parts.ts';
import type { HoldView, NoteView } from './types.ts';

export interface NoteRow {
  id: string;
  at: Date;
  kind: string;
  facts: Record<string, unknown>;
  key: string;
}

/** What the promise's own record says beside the notes: `seen` and `promised`. */
interface PromiseRow {
  firstSeenAt: Date;
  resolvedAt: Date | null;
  source: string | null;
}

/** Everything that happened to an order, the newest first. */
export function timelineOf(
  { firstSeenAt, resolvedAt, source }: PromiseRow,
  notes: readonly NoteRow[],
): NoteView[] {
  const all: NoteView[] = notes.map(({ id, at, kind, facts }) => ({ id, at: at.toISOString(), kind, facts }));
  if (resolvedAt)
    all.push({ id: 'promised', at: resolvedAt.toISOString(), kind: 'promised', facts: { source } });
  all.push({ id: 'seen', at: firstSeenAt.toISOString(), kind: 'seen', facts: {} });
  return all.toSorted((one, other) => other.at.localeCompare(one.at));
}

const HELD = 'held:';
const RELEASED = 'released:';

/** The holds that no later note says to be lifted, by the id that stands in the keys of both. */
export function holdsOf(notes: readonly NoteRow[]): HoldView[] {
  const released = new Set(
    notes.filter(({ key }) => key.startsWith(RELEASED)).map(({ key }) => key.slice(RELEASED.length)),
  );
  return notes
    .filter(({ kind, key }) => kind === 'held' && !released.has(key.slice(HELD.length)))
    .map(({ id, at, facts }) => ({
      id,
      since: at.toISOString(),
      reason: typeof facts.note === 'string' ? facts.note : undefined,
      lines: piecesOfLines.parse(facts.lines),
    }));
}
