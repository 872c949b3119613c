import type { RunningSandbox } from '#test/support/sandbox.ts';
import { query } from '../rates/rows.ts';
import { call } from './call.ts';

/** One piece of it is dispatched in each round. */
const SKU = 'SKU-021';
/** More pieces than there are rounds, so that no order is ever closed. */
const PIECES = 10;
const AT_ONCE = 10;

/** Places orders in the simulated shop by its control door. */
export async function placeOrders({ ready }: RunningSandbox, count: number): Promise<void> {
  const address = { country: 'FR', zip: '31000', city: 'Toulouse', address1: '1 place du Capitole' };
  await together(Array.from({ length: count }), () =>
    call(`${ready.shopify.control}/orders`, {
      lines: [{ sku: SKU, quantity: PIECES }],
      address: { ...address, firstName: 'Camille', lastName: 'Martin' },
      shippingLine: { title: 'Standard', code: 'STANDARD' },
    }),
  );
}

/** Packs one more piece of each order into a parcel that leaves at once: Shopify lacks a fulfilment of it from then on. */
export async function dispatchOnePiece(
  { ready }: RunningSandbox,
  orderIds: readonly string[],
  round: string,
): Promise<void> {
  await together(orderIds, (id) =>
    call(`${ready.onestock.control}/orders/${id}/parcels`, {
      itemQuantities: { [SKU]: 1 },
      trackingCode: `${round}-${id}`,
      state: 'dispatched',
    }),
  );
}

/** Ids in OneStock of the orders that the app created there. */
export async function exportedOrders(sandbox: RunningSandbox): Promise<string[]> {
  const rows = await query<{ id: string }>(
    sandbox,
    'select onestock_order_id as id from order_delivery where exported_at is not null order by exported_at',
  );
  return rows.map(({ id }) => id);
}

/**
 * Keeps orders that are in neither system, as if the app had created them in OneStock: an event about one is handled as any other, and its
 * job ends when it has looked the order up.
 *
 * @returns their ids in OneStock
 */
export async function keepOrdersOnly(sandbox: RunningSandbox, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, (_, number) => `bench-${number}`);
  await query(
    sandbox,
    `with kept as (
       select $1::text as shop, 'gid://shopify/Order/' || 900000000 + number as order_id, id
       from unnest($2::text[]) with ordinality as kept (id, number)
     ), exported as (
       insert into order_export (shop, order_id, state) select shop, order_id, 'exported' from kept
     )
     insert into order_delivery (shop, order_id, number, onestock_order_id, fulfillment_order_ids)
     select shop, order_id, 1, id, '{}' from kept`,
    [sandbox.ready.shop, ids],
  );
  return ids;
}

async function together<Item>(items: readonly Item[], act: (item: Item) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < items.length; from += AT_ONCE)
    await Promise.all(items.slice(from, from + AT_ONCE).map(act));
}
