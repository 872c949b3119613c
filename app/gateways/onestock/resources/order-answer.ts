import { z } from 'zod';
import { identifier, laxInstant, laxText, plainText, underName } from '../transport/lax.ts';
import type { OneStockGroup, OneStockOrder, OneStockParcel } from './order-types.ts';
import { groupUnits, unitsIn } from './order-units.ts';

/** What the app reads of an order, by paths that public code reads (https://github.com/mbousquet-onestock). */
export const ORDER_FIELDS = [
  'id',
  'types',
  'date',
  'state',
  'information',
  ...['_id', 'item_id', 'quantity'].map((name) => `order_items.${name}`),
  ...[
    'order_item_id',
    'item_id',
    'endpoint_id',
    'quantity',
    'parcel_id',
    'reason',
    'state',
    'index_ranges',
  ].map((name) => `line_item_groups.${name}`),
  ...['id', 'state', 'line_item_index_ranges', 'delivery.origin', 'delivery.carrier'].map(
    (name) => `parcels.${name}`,
  ),
  'parcels.shipment.tracking_code',
  'parcels.shipment.tracking_link',
  'parcels.shipment.transporter',
  'current_delivery_etas',
];

const nullableText = laxText.transform((text) => text ?? null);
const bound = z.int().min(0);
/** Ranges that cannot be read are left out, all of them: some of the units would look like all. */
const ranges = z
  .array(z.object({ from: bound, to: bound }))
  .optional()
  .transform((read) => read ?? [])
  .catch([]);

const orderItem = z
  .object({ _id: laxText, id: laxText, item_id: identifier, quantity: z.int().positive() })
  .transform(({ _id, id, item_id, quantity }) => ({
    orderItemId: _id ?? id ?? item_id,
    itemId: item_id,
    quantity,
  }));

const group = z
  .object({
    item_id: identifier,
    order_item_id: nullableText,
    state: plainText,
    quantity: z.int().min(0).optional(),
    parcel_id: nullableText,
    endpoint_id: nullableText,
    reason: nullableText,
    index_ranges: ranges,
  })
  .refine(({ quantity, index_ranges }) => quantity !== undefined || index_ranges.length > 0)
  .transform(
    ({ item_id, order_item_id, parcel_id, endpoint_id, index_ranges, quantity, ...rest }): OneStockGroup => ({
      itemId: item_id,
      orderItemId: order_item_id,
      quantity: quantity ?? unitsIn(index_ranges),
      parcelId: parcel_id,
      endpointId: endpoint_id,
      ranges: index_ranges,
      ...rest,
    }),
  );

const eta = z
  .object({ eta_start: laxInstant, eta_end: laxInstant })
  .transform(({ eta_start, eta_end }) => [eta_start ?? eta_end, eta_end ?? eta_start]);

/** Inferred: one or several objects with the times that a delivery option has. Anything else counts as nothing said. */
const arrival = z
  .union([z.array(eta), eta.transform((one) => [one])])
  .transform((etas) => {
    const times = etas.flat().flatMap((time) => time?.getTime() ?? []);
    if (times.length === 0) return undefined;
    return { from: new Date(Math.min(...times)), to: new Date(Math.max(...times)) };
  })
  .optional()
  .catch(undefined);

/** One unit, of the form of reads in which some sites still answer. */
const lineItem = z
  .object({
    item_id: identifier,
    state: plainText,
    parcel_id: nullableText,
    endpoint_id: nullableText,
    reason: nullableText,
  })
  .transform(({ item_id, parcel_id, endpoint_id, ...rest }) => ({
    itemId: item_id,
    orderItemId: null,
    parcelId: parcel_id,
    endpointId: endpoint_id,
    ...rest,
  }));

const parcel = z
  .object({
    id: identifier,
    state: plainText,
    line_item_index_ranges: ranges,
    delivery: z
      .object({
        origin: z.object({ endpoint_id: nullableText }).optional().catch(undefined),
        carrier: z.object({ name: nullableText }).optional().catch(undefined),
      })
      .optional()
      .catch(undefined),
    shipment: z
      .object({ tracking_code: nullableText, tracking_link: nullableText, transporter: nullableText })
      .optional()
      .catch(undefined),
  })
  .transform(
    ({ id, state, line_item_index_ranges, delivery, shipment }): Omit<OneStockParcel, 'itemQuantities'> => ({
      id,
      state,
      endpointId: delivery?.origin?.endpoint_id ?? null,
      trackingCode: shipment?.tracking_code ?? null,
      trackingLink: shipment?.tracking_link ?? null,
      carrier: shipment?.transporter ?? delivery?.carrier?.name ?? null,
      ranges: line_item_index_ranges,
    }),
  );

const order = z
  .object({
    id: identifier,
    state: plainText,
    date: laxInstant,
    types: z.array(z.string()).catch([]),
    information: z.record(z.string(), z.unknown()).catch({}),
    order_items: z.array(orderItem).nullish(),
    line_item_groups: z.array(group).nullish(),
    line_items: z.array(lineItem).nullish(),
    parcels: z.array(parcel).nullish(),
    current_delivery_etas: arrival,
  })
  .transform(
    ({ id, state, date, types, information, order_items, line_item_groups, line_items, ...rest }) => {
      const parcels = rest.parcels ?? [];
      const groups = line_item_groups ?? (line_items && groupUnits(line_items, parcels));
      if (!groups) return null;
      return {
        id,
        state,
        date: date ?? null,
        types,
        information,
        items: order_items ?? [],
        groups,
        ...(rest.current_delivery_etas && { arrival: rest.current_delivery_etas }),
        parcels: parcels.map((one) => ({ ...one, itemQuantities: contentOf(one.id, groups) })),
      } satisfies OneStockOrder;
    },
  );

/** One order at the root or under its name; null for one that does not say where its units are, in either form. */
export const orderAnswer = underName('order', order);

/** Inferred: the name under which several orders stand. */
export const ordersAnswer = underName('orders', z.array(order));

function contentOf(parcelId: string, groups: readonly OneStockGroup[]): OneStockParcel['itemQuantities'] {
  const quantities = new Map<string, number>();
  for (const one of groups)
    if (one.parcelId === parcelId)
      quantities.set(one.itemId, (quantities.get(one.itemId) ?? 0) + one.quantity);
  return [...quantities].map(([itemId, quantity]) => ({ itemId, quantity }));
}
