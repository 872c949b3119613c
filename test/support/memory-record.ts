import {
  type Comparison,
  type ConvergeRecord,
  holdNoteKey,
} from '#app/features/orders/convergence/converge-record.ts';
import type { Intent } from '#app/features/orders/convergence/types.ts';
import type { OrderNote } from '#app/features/orders/order-notes.ts';

export interface MemoryRecord extends ConvergeRecord {
  kept: Intent[];
  notes: Map<string, OrderNote>;
}

/** The record of an order's convergence, kept in memory. */
export function memoryRecord(): MemoryRecord {
  const notes = new Map<string, OrderNote>();
  const known = (note: OrderNote) => void (notes.has(note.key) || notes.set(note.key, note));
  let ids = 0;
  const change = (intentId: string, changes: Partial<Intent>) => {
    record.kept = record.kept.map((each) => (each.id === intentId ? { ...each, ...changes } : each));
  };
  const record: MemoryRecord = {
    kept: [],
    notes,
    find: async () => null,
    intents: async () => record.kept.map((each) => ({ ...each })),
    async intend(intent) {
      const isThere = record.kept.some(
        ({ parcelId, locationId, methodType }) =>
          parcelId === intent.parcelId &&
          locationId === intent.locationId &&
          methodType === intent.methodType,
      );
      if (isThere) throw new Error('An intent of this parcel, location and type is there already.');
      const id = `intent_${++ids}`;
      const untold = { state: 'intended' as const, fulfillmentId: null, askedTracking: [] };
      record.kept.push({ ...structuredClone(intent), id, ...untold });
      return id;
    },
    async forget(intentId) {
      record.kept = record.kept.filter(({ id }) => id !== intentId);
    },
    async settle(intentId, fulfillmentId, note) {
      change(intentId, { state: 'done', fulfillmentId });
      known(note);
    },
    doubt: async (intentId) => change(intentId, { state: 'in_doubt' }),
    async askTracking(intentId, tracking) {
      const asked = record.kept.find(({ id }) => id === intentId)?.askedTracking ?? [];
      change(intentId, { askedTracking: [...asked, tracking] });
    },
    async settleTracking(intentId, tracking, note) {
      change(intentId, { tracking, askedTracking: [] });
      known(note);
    },
    keepRemoved: async () => {},
    keepNote: async (note) => known(note),
    async heldHolds() {
      const ofKind = (kind: 'held' | 'released') =>
        [...notes.keys()].filter((key) => key.startsWith(holdNoteKey(kind, '')));
      const released = ofKind('released').map((key) => key.slice('released:'.length));
      return ofKind('held')
        .map((key) => key.slice('held:'.length))
        .filter((id) => !released.includes(id));
    },
    compared: async (_comparison: Comparison) => {},
  };
  return record;
}
