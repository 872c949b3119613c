import { err, ok, type Result } from 'neverthrow';
import type { InboxEvent } from '#app/features/inbox/index.ts';
import { ENQUEUE_RESOLUTIONS } from '../note-event.ts';
import { NOT_READABLE, ORDER, ORDER_SOURCES, type OrderError } from '../shape.ts';
import type { OrderChangeDependencies } from './handle-order-change.ts';
import { readsAllOrders } from './opens-unreadably.ts';
import { synchronizesOrders } from './synchronizes-orders.ts';

/** Handles the event `app/scopes_update` from the inbox: orders that lacked the permission to be read for longer are looked at again once it is there. */
export async function handleScopesUpdate(
  { database, adminClients }: Pick<OrderChangeDependencies, 'database' | 'adminClients'>,
  { shop }: Pick<InboxEvent, 'shop'>,
): Promise<Result<'noted' | 'ignored', OrderError>> {
  if (!(await synchronizesOrders(database, shop))) return ok('ignored');
  const client = await adminClients.forShop(shop);
  if (client.isErr()) return err(client.error);
  const isGranted = await readsAllOrders(client.value);
  if (isGranted.isErr()) return err(isGranted.error);
  if (!isGranted.value) return ok('ignored');
  await database.prisma.$queryRaw`
    with lacking as (
      select shop, subject_id as order_id from obstacle
      where shop = ${shop} and subject_kind = ${ORDER} and source = ${ORDER_SOURCES.waiting}
        and causes @> ${JSON.stringify([{ code: NOT_READABLE }])}::jsonb
    )
    select ${ENQUEUE_RESOLUTIONS} from lacking`;
  return ok('noted');
}
