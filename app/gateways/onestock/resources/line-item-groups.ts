import { err, ok, type Result } from 'neverthrow';
import type { OneStockError } from '../errors.ts';
import type { Call } from '../transport/call.ts';
import type { GroupRemoval, GroupsRemoved, OneStockGroup } from './order-types.ts';
import type { Session } from './session.ts';

/**
 * Removes groups by `PATCH /line_item_groups`, one call for each state that they are in, as public clients do
 * (https://github.com/mbousquet-onestock). `from` keeps units where they are that have moved on since they were read.
 */
export async function removeGroups(
  session: Session,
  call: Pick<Call, 'connection' | 'deadline'>,
  { orderId, groups, removedState }: GroupRemoval,
): Promise<Result<GroupsRemoved, OneStockError>> {
  const kept: GroupsRemoved['kept'] = [];
  for (const [state, alike] of Map.groupBy(groups, (group) => group.state)) {
    if (state === removedState) continue;
    const body = { order_id: orderId, from: state, to: removedState, ...unitsOf(alike) };
    const answer = await session.send({
      ...call,
      route: 'line_item_groups',
      method: 'PATCH',
      body,
      isOnce: true,
    });
    if (answer.isOk()) continue;
    if (answer.error.code !== 'onestock_refused') return err(answer.error);
    const quantity = alike.reduce((sum, group) => sum + group.quantity, 0);
    kept.push({ state, quantity, refusal: answer.error });
  }
  return ok({ kept });
}

/** By their ranges, or, where a group has none, by how many of each item. */
function unitsOf(groups: readonly OneStockGroup[]): Record<string, unknown> {
  if (groups.every(({ ranges }) => ranges.length > 0))
    return { index_ranges: groups.flatMap(({ ranges }) => ranges) };
  const quantities = new Map<string, number>();
  for (const { itemId, quantity } of groups) quantities.set(itemId, (quantities.get(itemId) ?? 0) + quantity);
  return { item_quantities: Object.fromEntries(quantities) };
}
