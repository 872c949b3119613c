import type { OneStockGroup, OneStockParcel, UnitRange } from './order-types.ts';

/** One unit of an order, whose place in the list of units is its number. */
type Unit = Omit<OneStockGroup, 'quantity' | 'ranges'>;

/**
 * Groups out of single units. Inferred: the units stand in the order in which ranges count them; and a unit that names no parcel, where none
 * does, is in the parcel whose ranges hold it.
 */
export function groupUnits(
  units: readonly Unit[],
  parcels: readonly Pick<OneStockParcel, 'id' | 'ranges'>[],
): OneStockGroup[] {
  const nameParcels = units.some(({ parcelId }) => parcelId !== null);
  const groups = new Map<string, OneStockGroup>();
  units.forEach((unit, number) => {
    const holds = ({ from, to }: UnitRange) => from <= number && number <= to;
    const parcelId = nameParcels
      ? unit.parcelId
      : (parcels.find(({ ranges }) => ranges.some(holds))?.id ?? null);
    const { itemId, state, endpointId, reason } = unit;
    const likeness = JSON.stringify([itemId, state, endpointId, parcelId, reason]);
    const group = groups.get(likeness);
    if (!group)
      groups.set(likeness, { ...unit, parcelId, quantity: 1, ranges: [{ from: number, to: number }] });
    else {
      group.quantity += 1;
      const last = group.ranges.at(-1);
      if (last?.to === number - 1) last.to = number;
      else group.ranges.push({ from: number, to: number });
    }
  });
  return [...groups.values()];
}

/** How many units there are in ranges that do not overlap. */
export function unitsIn(ranges: readonly UnitRange[]): number {
  return ranges.reduce((sum, { from, to }) => sum + to - from + 1, 0);
}
