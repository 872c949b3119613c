import { err, ok, type Result } from 'neverthrow';
import type { OneStockConnection, OneStockOrder, OrderChange } from '#app/gateways/onestock/index.ts';
import { isClosed, shippedParcels } from '../convergence/pieces.ts';
import type { Addressee, KnownDelivery } from '../deliveries/types.ts';
import type { KnownExport } from '../known-order.ts';
import { saidByOneStock } from '../said-by-onestock.ts';
import type { OrderCause, OrderError } from '../shape.ts';
import { addresseeOf } from './addressee.ts';
import { customerOf, writeAddress } from './customer.ts';
import type { ExportRun } from './export-run.ts';
import { keepAddressee } from './follow-record.ts';
import { notCompared, type OneStockReads } from './one-stock-reads.ts';
import type { ShopOrder } from './types.ts';

/**
 * Tells OneStock whom each delivery is for and where it goes, where that is another in Shopify by now: as long as OneStock has not closed the
 * delivery. Another country, and another address once a parcel has left, are for a person. Nothing is asked where what was last told says the same.
 *
 * @returns what OneStock could not be told, and why; null where it cannot be told anything, as the shop has no OneStock account
 */
export async function followAddressee(
  run: ExportRun,
  oneStock: OneStockReads,
  order: ShopOrder,
  { deliveries }: KnownExport,
): Promise<Result<OrderCause[] | null, OrderError>> {
  const causes: OrderCause[] = [];
  for (const delivery of deliveries.filter(({ exportedAt }) => exportedAt !== null)) {
    const now = addresseeNow(order, delivery);
    const told = delivery.addressee ?? null;
    if (told === null) {
      await keepAddressee(run, delivery.number, now, null);
      continue;
    }
    if (told.customer === now.customer && told.address === now.address) continue;
    const account = await oneStock.account();
    if (account === null) return ok(null);
    const found = await oneStock.read(account, delivery.oneStockOrderId);
    if (found.isErr()) return err(found.error);
    if (found.value === null || isClosed(found.value, run.plan.settings.closedOrderStates)) {
      await keepAddressee(run, delivery.number, now, null);
      continue;
    }
    const facts = { run, account, order, delivery, oneStockOrder: found.value, told, now };
    const customer = await tellCustomer(facts);
    if (customer.isErr()) return err(customer.error);
    const address = await tellAddress({ ...facts, told: customer.value.told });
    if (address.isErr()) return err(address.error);
    causes.push(...customer.value.causes, ...address.value);
  }
  return ok(causes);
}

function addresseeNow(order: ShopOrder, { choice, addressee }: KnownDelivery): Addressee {
  const isCollected = addressee ? addressee.address === null : choice?.methodType === 'PICK_UP';
  const { shippingAddress: address, email } = order;
  return addresseeOf(order.id, customerOf(order), {
    ...(address && { address: writeAddress(address, email) }),
    ...(isCollected && { endpoint_id: '' }),
  });
}

interface Facts {
  run: ExportRun;
  account: OneStockConnection;
  order: ShopOrder;
  delivery: KnownDelivery;
  oneStockOrder: OneStockOrder;
  told: Addressee;
  now: Addressee;
}

/** @returns with what OneStock was told as of then */
async function tellCustomer({
  order,
  told,
  now,
  ...facts
}: Facts): Promise<Result<{ told: Addressee; causes: OrderCause[] }, OrderError>> {
  if (told.customer === now.customer) return ok({ told, causes: [] });
  const after = { ...told, customer: now.customer };
  const taken = await change(facts, { customer: customerOf(order) }, after, 'contact_changed');
  return taken.map((refused) =>
    refused ? { told, causes: [{ code: 'contact_not_taken' }, ...refused] } : { told: after, causes: [] },
  );
}

async function tellAddress({ order, told, now, ...facts }: Facts): Promise<Result<OrderCause[], OrderError>> {
  const { shippingAddress: address, email } = order;
  if (told.address === now.address || told.address === null || !address) return ok([]);
  if (told.country !== null && now.country !== null && told.country !== now.country)
    return ok([{ code: 'country_changed', params: { from: told.country, to: now.country } }]);
  const parcels = shippedParcels({ ...facts, settings: facts.run.plan.settings });
  if (parcels.length > 0)
    return ok([{ code: 'address_changed_after_parcel', params: { parcels: parcels.map(({ id }) => id) } }]);
  const after = { ...told, address: now.address, country: now.country };
  const taken = await change(facts, { address: writeAddress(address, email) }, after, 'address_changed');
  return taken.map((refused) => (refused ? [{ code: 'address_not_taken' }, ...refused] : []));
}

/** @returns what OneStock said, where it does not take the change */
async function change(
  { run, account, delivery: { number, oneStockOrderId } }: Pick<Facts, 'run' | 'account' | 'delivery'>,
  what: Omit<OrderChange, 'orderId'>,
  after: Addressee,
  kind: 'address_changed' | 'contact_changed',
): Promise<Result<OrderCause[] | null, OrderError>> {
  const changed = await run.oneStock.changeOrder(account, { orderId: oneStockOrderId, ...what });
  if (changed.isErr()) return err(notCompared(changed.error));
  if (!changed.value.isTaken) return ok(changed.value.refusal ? saidByOneStock(changed.value.refusal) : []);
  const at = run.clock.now();
  const key = `${kind}:${number}:${at.toISOString()}`;
  await keepAddressee(run, number, after, { at, kind, facts: { oneStockOrderId }, key });
  run.visit.changed();
  run.log.info({ shop: run.shop, orderId: run.orderId }, 'whom an order is for was changed in OneStock');
  return ok(null);
}
