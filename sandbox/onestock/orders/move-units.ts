import { err, ok, type Result } from 'neverthrow';
import { changeUnits } from './groups.ts';
import type { Moment } from './moment.ts';
import { settleOrder } from './settle-order.ts';
import type { Change, Order, Unit } from './types.ts';
import { type GroupState, groupSteps } from './workflow.ts';

interface UnitMove {
  to: GroupState;
  endpointId?: string;
  reason?: string;
}

/** Tells whether the workflow has a step from where the unit is to `to`. */
export function canMove({ state }: Unit, to: GroupState): boolean {
  return groupSteps[state].includes(to);
}

/**
 * Moves units to a state, and the order with them. A refusal changes nothing, and says what stands in the way in one line. What is
 * removed, missing or at issue, or begins anew, is in no parcel any more (inferred).
 */
export function moveUnits(
  order: Order,
  units: readonly Unit[],
  { to, endpointId, reason }: UnitMove,
  { newId, time }: Moment,
): Result<Change[], string> {
  const stuck = units.find((unit) => !canMove(unit, to));
  if (stuck) return err(`line item ${stuck.index} cannot go from ${stuck.state} to ${to}`);
  const leavesParcel = to === 'removed' || to === 'out_of_stock' || to === 'issue' || to === 'claimed';
  const cameBack = to === 'claimed' && units.some(({ state }) => state !== 'created');
  const changes = changeUnits(
    order,
    units,
    {
      state: to,
      reason,
      ...(endpointId !== undefined && { endpointId }),
      ...(leavesParcel && { parcelId: undefined }),
    },
    { newId, time },
  );
  return ok([...changes, ...settleOrder(order, { cameBack }, time)]);
}
