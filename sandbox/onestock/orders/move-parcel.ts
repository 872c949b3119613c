import { err, ok, type Result } from 'neverthrow';
import { changeUnits } from './groups.ts';
import type { Moment } from './moment.ts';
import { canMove } from './move-units.ts';
import { settleOrder } from './settle-order.ts';
import type { Change, Order, Parcel } from './types.ts';
import { type ParcelState, parcelSteps } from './workflow.ts';

/**
 * Moves a parcel, and with it the units in it that can follow, and the order with them
 * (https://onestock.atlassian.net/wiki/spaces/DOCUMENTAT/pages/1240498177/Entity+Lifecycle+and+Workflow). A refusal changes nothing, and
 * says why in one line.
 */
export function moveParcel(
  order: Order,
  parcel: Parcel,
  to: ParcelState,
  { newId, time, settings }: Moment,
): Result<Change[], string> {
  const { state: from } = parcel;
  if (!parcelSteps[from].includes(to)) return err(`the parcel cannot go from ${from} to ${to}`);
  Object.assign(parcel, { state: to, lastUpdate: time });
  order.lastUpdate = time;
  const groupState = settings.groupStateByParcelState[to];
  const following = order.units.filter(
    (unit) => groupState && unit.parcelId === parcel.id && canMove(unit, groupState),
  );
  return ok([
    { topic: 'parcel_state_changed', parcelId: parcel.id, from, to },
    ...changeUnits(order, following, { state: groupState }, { newId, time }),
    ...settleOrder(order, { cameBack: false }, time),
  ]);
}
