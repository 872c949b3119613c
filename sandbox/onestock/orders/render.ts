import type { JsonObject } from '../call.ts';
import type { Settings } from '../settings.ts';
import { type Group, groupsOf } from './groups.ts';
import { toRanges } from './ranges.ts';
import { siteName } from './state-names.ts';
import type { Order, Parcel, Unit } from './types.ts';

/**
 * An order as it is read. Shapes: https://github.com/OneStock-Retail/onestock-magento-connector and public code under
 * https://github.com/mbousquet-onestock, by which also the carrier of the delivery is read from the parcels only.
 */
export function renderOrder(order: Order, settings: Settings): JsonObject {
  const { delivery, pricing_details, delivery_promise, ...rest } = order.rest;
  const { carrier: _carrier, ...readableDelivery } = asObject(delivery);
  const isByUnit = settings.orderReadForm === 'line_items';
  return {
    ...rest,
    id: order.id,
    state: siteName(settings, 'order', order.state),
    date: order.date,
    last_update: order.lastUpdate,
    delivery: readableDelivery,
    delivery_promise,
    sent_delivery_option: asObject(delivery_promise).sent_delivery_option,
    ...(isByUnit ? unitForm(order, settings) : groupForm(order, settings)),
    parcels: order.parcels.map((parcel) => renderParcel(order, parcel, settings)),
    parcel_ids: order.parcels.map(({ id }) => id),
    ...currentEtas(order, settings),
  };
}

function currentEtas({ etas }: Order, { currentDeliveryEtas: form }: Settings): JsonObject {
  if (!etas || form === 'none') return {};
  return { current_delivery_etas: form === 'list' ? [etas] : etas };
}

export function renderGroup({ id }: Order, { id: groupId, units }: Group, settings: Settings): JsonObject {
  const [{ orderItemId, itemId, endpointId, parcelId, state, reason }] = units;
  return {
    id: groupId,
    order_id: id,
    order_item_id: orderItemId,
    item_id: itemId,
    endpoint_id: endpointId,
    quantity: units.length,
    parcel_id: parcelId,
    state: siteName(settings, 'group', state),
    reason,
    last_update: Math.max(...units.map(({ lastUpdate }) => lastUpdate)),
    index_ranges: toRanges(units.map(({ index }) => index)),
  };
}

export function renderParcel({ units, rest }: Order, parcel: Parcel, settings: Settings): JsonObject {
  const { trackingCode, trackingLink, transporter } = parcel.shipment;
  const { type, destination } = asObject(rest.delivery);
  const contents = units.filter(({ parcelId }) => parcelId === parcel.id);
  return {
    id: parcel.id,
    order_id: parcel.orderId,
    state: siteName(settings, 'parcel', parcel.state),
    date: parcel.date,
    last_update: parcel.lastUpdate,
    information: {},
    line_item_index_ranges: toRanges(contents.map(({ index }) => index)),
    delivery: {
      type,
      destination,
      origin: { endpoint_id: parcel.originEndpointId },
      carrier: parcel.carrier,
    },
    shipment: { tracking_code: trackingCode, tracking_link: trackingLink, transporter },
    documents: {},
  };
}

/** One unit, of the form of reads that some sites still answer. Index ranges count these in their order (inferred). */
export function renderUnit({ items }: Order, unit: Unit, settings: Settings): JsonObject {
  const item = items.find(({ id }) => id === unit.orderItemId);
  const { unit_price, price } = asObject(item?.pricingDetails);
  const share = typeof price === 'number' && item ? price / item.quantity : undefined;
  return {
    id: unit.id,
    item_id: unit.itemId,
    state: siteName(settings, 'group', unit.state),
    endpoint_id: unit.endpointId,
    ...(settings.lineItemsNameParcel && { parcel_id: unit.parcelId }),
    payment: { unit_price: unit_price ?? share },
  };
}

function groupForm(order: Order, settings: Settings): JsonObject {
  return {
    pricing_details: order.rest.pricing_details,
    order_items: order.items.map(({ id, itemId, quantity, pricingDetails, information }) => ({
      [settings.orderItemIdKey]: id,
      item_id: itemId,
      quantity,
      pricing_details: pricingDetails,
      information,
    })),
    line_item_groups: groupsOf(order).map((group) => renderGroup(order, group, settings)),
  };
}

function unitForm(order: Order, settings: Settings): JsonObject {
  const { currency, price } = asObject(order.rest.pricing_details);
  return {
    payment: { currency, price },
    line_items: order.units.map((unit) => renderUnit(order, unit, settings)),
  };
}

function asObject(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null ? (value as JsonObject) : {};
}
