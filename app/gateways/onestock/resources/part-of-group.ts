import type { OneStockGroup, UnitRange } from './order-types.ts';

/**
 * Some of a group's units, as a group of their own: those that `suits` tells apart by their numbers, or any where the site names none.
 *
 * @param quantity at most so many
 * @param suits whether a unit of this number may be among them
 */
export function partOfGroup(
  group: OneStockGroup,
  quantity: number,
  suits: (unit: number) => boolean = () => true,
): OneStockGroup {
  if (group.ranges.length === 0) return { ...group, quantity: Math.min(quantity, group.quantity) };
  const units = group.ranges
    .flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, at) => from + at))
    .filter(suits)
    .slice(0, quantity);
  return { ...group, quantity: units.length, ranges: rangesOf(units) };
}

function rangesOf(units: readonly number[]): UnitRange[] {
  const ranges: UnitRange[] = [];
  for (const unit of units.toSorted((one, other) => one - other)) {
    const last = ranges.at(-1);
    if (last?.to === unit - 1) last.to = unit;
    else ranges.push({ from: unit, to: unit });
  }
  return ranges;
}
