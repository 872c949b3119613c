import { err, ok, type Result } from 'neverthrow';
import { changeUnits } from './groups.ts';
import type { Moment } from './moment.ts';
import { canMove } from './move-units.ts';
import type { Change, Order } from './types.ts';
import { type OrderState, orderSteps } from './workflow.ts';

/**
 * Moves an order itself. `removed` and `claimed` take along the units that can follow; `fulfilled` leaves what is open as it is, which is how
 * an order ends with items that nobody will send (inferred). A refusal changes nothing, and says why in one line.
 */
export function moveOrder(order: Order, to: OrderState, { newId, time }: Moment): Result<Change[], string> {
  const { state: from } = order;
  if (!orderSteps[from].includes(to)) return err(`the order cannot go from ${from} to ${to}`);
  Object.assign(order, { state: to, lastUpdate: time });
  const moved: Change = { topic: 'order_state_changed', from, to };
  if (to !== 'removed' && to !== 'claimed') return ok([moved]);
  const following = order.units.filter((unit) => canMove(unit, to) && unit.state !== 'removed');
  const change = to === 'removed' ? { state: to, parcelId: undefined } : { state: to };
  return ok([moved, ...changeUnits(order, following, change, { newId, time })]);
}
