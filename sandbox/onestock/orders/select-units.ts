import { err, ok, type Result } from 'neverthrow';
import { z } from 'zod';
import { isInRanges } from './ranges.ts';
import type { Order, Unit } from './types.ts';

const index = z.int().min(0);

/** Which units of an order are meant: by index ranges, or by how many of each item. */
export const indexRangesSchema = z.array(z.object({ from: index, to: index })).min(1);
export const itemQuantitiesSchema = z
  .record(z.string(), z.int().positive())
  .refine((quantities) => Object.keys(quantities).length > 0, 'expected an item');

export interface Selection {
  indexRanges?: z.infer<typeof indexRangesSchema>;
  itemQuantities?: z.infer<typeof itemQuantitiesSchema>;
}

/**
 * The units that are meant, or what is wrong in one line. By ranges, each unit must exist and suit; by quantities, the first that suit are
 * taken; with neither, all that suit.
 * @param suits tells the units that can be meant
 */
export function selectUnits(
  { units }: Order,
  { indexRanges, itemQuantities }: Selection,
  suits: (unit: Unit) => boolean,
): Result<Unit[], string> {
  if (indexRanges) {
    const beyond = indexRanges.find(({ from, to }) => to < from || to >= units.length);
    if (beyond) return err(`no line items ${beyond.from} to ${beyond.to}`);
    const chosen = units.filter((unit) => isInRanges(unit.index, indexRanges));
    const unsuited = chosen.find((unit) => !suits(unit));
    return unsuited ? err(`line item ${unsuited.index} is ${unsuited.state}`) : ok(chosen);
  }
  const suited = units.filter(suits);
  if (!itemQuantities) return suited.length > 0 ? ok(suited) : err('no line item is in a state for it');
  const chosen: Unit[] = [];
  for (const [itemId, quantity] of Object.entries(itemQuantities)) {
    const found = suited.filter((unit) => unit.itemId === itemId).slice(0, quantity);
    if (found.length < quantity)
      return err(`${found.length} of ${quantity} line items of ${itemId} are in a state for it`);
    chosen.push(...found);
  }
  return ok(chosen.sort((one, other) => one.index - other.index));
}
