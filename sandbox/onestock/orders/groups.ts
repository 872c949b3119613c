import type { GroupChange, Order, Unit } from './types.ts';

/** Alike units of one order item. */
export interface Group {
  id: string;
  units: [Unit, ...Unit[]];
}

/** The groups of an order, in the order of their first units. Their quantities add up to those of the items. */
export function groupsOf({ units }: Order): Group[] {
  const groups = new Map<string, Group>();
  for (const unit of units) {
    const group = groups.get(unit.groupId);
    if (group) group.units.push(unit);
    else groups.set(unit.groupId, { id: unit.groupId, units: [unit] });
  }
  return [...groups.values()];
}

type UnitChange = Partial<Pick<Unit, 'state' | 'endpointId' | 'parcelId' | 'reason'>>;

/**
 * Changes units. A part that leaves its group becomes a group of its own, and groups that have become alike become one, so that the id of a
 * group outlives no such change: https://onestock.atlassian.net/wiki/spaces/DOCUMENTAT/pages/312410140/Order+structure+in+OneStock
 * @param time Unix seconds
 * @returns the groups whose state changed
 */
export function changeUnits(
  order: Order,
  units: readonly Unit[],
  change: UnitChange,
  { newId, time }: { newId: () => string; time: number },
): GroupChange[] {
  const before = new Map(units.map((unit) => [unit, unit.state]));
  for (const group of groupsOf(order)) {
    const leaving = group.units.filter((unit) => before.has(unit));
    if (leaving.length > 0 && leaving.length < group.units.length) {
      const groupId = newId();
      for (const unit of leaving) unit.groupId = groupId;
    }
  }
  for (const unit of units) Object.assign(unit, change, { lastUpdate: time });
  mergeAlike(order);
  if (units.length > 0) order.lastUpdate = time;
  return stateChanges(before);
}

function mergeAlike({ units }: Order): void {
  const groupIds = new Map<string, string>();
  for (const unit of units) {
    const { orderItemId, state, endpointId, parcelId, reason } = unit;
    const likeness = JSON.stringify([orderItemId, state, endpointId, parcelId, reason]);
    const groupId = groupIds.get(likeness);
    if (groupId === undefined) groupIds.set(likeness, unit.groupId);
    else unit.groupId = groupId;
  }
}

function stateChanges(before: ReadonlyMap<Unit, Unit['state']>): GroupChange[] {
  const changes = new Map<string, GroupChange>();
  for (const [{ groupId, itemId, index, state }, from] of before) {
    if (from === state) continue;
    const change = changes.get(`${groupId} ${from}`);
    if (change) change.indexes.push(index);
    else
      changes.set(`${groupId} ${from}`, {
        topic: 'line_item_group_state_changed',
        groupId,
        itemId,
        indexes: [index],
        from,
        to: state,
      });
  }
  return [...changes.values()];
}
