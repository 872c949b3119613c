import { type OneStockGroup, partOfGroup } from '#app/gateways/onestock/index.ts';
import { groupsToCome, piecesOf } from '../convergence/pieces.ts';
import type { ConvergedDelivery, Situation } from '../convergence/types.ts';
import type { ExportedItem } from '../deliveries/types.ts';
import type { Due } from './compare-units.ts';

/** Units that OneStock is still to send, with the group that they are of. */
export interface UnitsToCome extends Due {
  group: OneStockGroup;
}

/** What OneStock is still to send of deliveries; what nobody has begun to prepare comes last. */
export function unitsToCome(
  deliveries: readonly ConvergedDelivery[],
  settings: Situation['settings'],
): UnitsToCome[] {
  return deliveries
    .flatMap(({ number, items, oneStockOrder }) =>
      groupsToCome({ oneStockOrder, settings }).flatMap((group) =>
        piecesOf(group, items).map((pieces) => ({ ...pieces, delivery: number, group })),
      ),
    )
    .toSorted((one, other) => begun(other.group) - begun(one.group));
}

function begun({ parcelId, endpointId }: OneStockGroup): number {
  if (parcelId !== null) return 2;
  return endpointId === null ? 0 : 1;
}

/** The part of their group that units are, by which OneStock is asked about them. */
export function groupOf(
  { group, lineItemId, quantity }: UnitsToCome,
  items: readonly ExportedItem[],
): OneStockGroup {
  const at = items.findIndex((item) => item.lineItemId === lineItemId);
  if (at < 0) return partOfGroup({ ...group, ranges: [] }, quantity);
  const start = items.slice(0, at).reduce((sum, item) => sum + item.quantity, 0);
  const end = start + (items[at]?.quantity ?? 0);
  return partOfGroup(group, quantity, (unit) => unit >= start && unit < end);
}
