import { ok, type Result } from 'neverthrow';
import { changeUnits } from './groups.ts';
import type { Moment } from './moment.ts';
import { type Selection, selectUnits } from './select-units.ts';
import { settleOrder } from './settle-order.ts';
import type { Change, Order, Parcel, Unit } from './types.ts';

export interface NewParcel {
  id?: string;
  endpointId?: string;
  carrier?: Parcel['carrier'];
  trackingCode?: string;
  trackingLink?: string;
  transporter?: string;
}

/** One of the site’s own warehouses. */
const defaultEndpointId = 'warehouse_orleans';

/**
 * Puts units that are in no parcel into a new one, or says in one line why they cannot be; without a selection, all that can be. What
 * nobody had claimed is claimed by the endpoint that packs.
 */
export function createParcel(
  order: Order,
  selection: Selection,
  { id, endpointId, carrier, ...shipment }: NewParcel,
  { newId, time }: Moment,
): Result<{ parcel: Parcel; changes: Change[] }, string> {
  return selectUnits(order, selection, canBePacked).andThen((units) => {
    const originEndpointId = endpointId ?? units[0]?.endpointId ?? defaultEndpointId;
    const parcel: Parcel = {
      id: id ?? newId(),
      orderId: order.id,
      state: 'created',
      originEndpointId,
      carrier,
      shipment,
      date: time,
      lastUpdate: time,
    };
    order.parcels.push(parcel);
    const place = { parcelId: parcel.id, endpointId: originEndpointId };
    const packed = { newId, time };
    const unclaimed = units.filter(({ state }) => state === 'created');
    const claimed = changeUnits(order, unclaimed, { ...place, state: 'claimed' }, packed);
    const rest = units.filter((unit) => !unclaimed.includes(unit));
    changeUnits(order, rest, place, packed);
    return ok({ parcel, changes: [...claimed, ...settleOrder(order, { cameBack: false }, time)] });
  });
}

function canBePacked({ state, parcelId }: Unit): boolean {
  return parcelId === undefined && ['created', 'claimed', 'ready'].includes(state);
}
