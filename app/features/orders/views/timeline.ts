import { isDeepStrictEqual } from 'node:util';
import type { ResolvedGroup } from '../promise/types.ts';
import { piecesOfLines } from './story-parts.ts';
import type { NoteView, ObstacleView } from './types.ts';

export interface NoteRow {
  id: string;
  at: Date;
  kind: string;
  facts: Record<string, unknown>;
  key: string;
}

/** What the promise's own record says beside the notes: `seen`, and `promised` or `not_promised`. */
interface PromiseRow {
  firstSeenAt: Date;
  resolvedAt: Date | null;
  /** Those that were found before the order was sent. */
  groups: readonly ResolvedGroup[];
}

/**
 * Everything that happened to an order, the newest first. The same for the same causes, noted again with nothing in between, stands once: as it
 * was first.
 *
 * @param notes the newest first
 */
export function timelineOf(
  promise: PromiseRow,
  notes: readonly NoteRow[],
  obstacles: readonly Pick<ObstacleView, 'causes'>[],
): NoteView[] {
  const isStanding = ({ causes }: NoteRow['facts']) =>
    obstacles.some((obstacle) => isDeepStrictEqual(obstacle.causes, causes));
  const all: NoteView[] = notes
    .filter((note, place) => !isSame(note, notes[place + 1]))
    .map(({ id, at, kind, facts }) => ({
      ...{ id, at: at.toISOString(), kind, facts },
      isStanding: isStanding(facts),
    }));
  const { firstSeenAt, resolvedAt } = promise;
  if (resolvedAt)
    all.push({ id: 'promised', at: resolvedAt.toISOString(), ...promisedPart(promise), isStanding: false });
  all.push({ id: 'seen', at: firstSeenAt.toISOString(), kind: 'seen', facts: {}, isStanding: false });
  return all.toSorted((one, other) => other.at.localeCompare(one.at));
}

function isSame({ kind, facts }: NoteRow, before: NoteRow | undefined): boolean {
  return 'causes' in facts && before?.kind === kind && isDeepStrictEqual(before.facts, facts);
}

function promisedPart({ groups }: PromiseRow): Pick<NoteView, 'kind' | 'facts'> {
  const promised = groups.filter(({ promise }) => promise !== null);
  const told = promised.length > 0 ? promised : groups.filter(({ source }) => source === 'fallback');
  const sources = [...new Set(told.map(({ source }) => source))];
  return { kind: promised.length > 0 ? 'promised' : 'not_promised', facts: { sources } };
}

const HELD = 'held:';
const RELEASED = 'released:';

/** The holds that no later note says to be lifted, by the id that stands in the keys of both. */
export function standingHolds(notes: readonly NoteRow[]) {
  const released = new Set(
    notes.filter(({ key }) => key.startsWith(RELEASED)).map(({ key }) => key.slice(RELEASED.length)),
  );
  return notes
    .filter(({ kind, key }) => kind === 'held' && !released.has(key.slice(HELD.length)))
    .map(({ id, at, facts }) => ({
      ...{ id, at, lines: piecesOfLines.parse(facts.lines) },
      reason: typeof facts.note === 'string' ? facts.note : undefined,
    }));
}

/** Whether a note says that the order was cancelled in Shopify and nothing of it is left in OneStock. */
export function isAllTakenOut(notes: readonly NoteRow[]): boolean {
  return notes.some(
    ({ key, facts }) => key === 'cancelled' && facts.isRemoved === true && (facts.keptPieces ?? 0) === 0,
  );
}
