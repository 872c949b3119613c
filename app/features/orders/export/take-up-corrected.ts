import { isDeepStrictEqual } from 'node:util';
import { groupIn, ORDERS, type OrderSettings } from '#app/features/settings/shape.ts';
import type { Prisma } from '#app/platform/database/generated/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { ENQUEUE_RESOLUTIONS } from '../note-event.ts';
import { EXPORT_GIVEN_UP } from '../row-conditions.ts';
import type { OrderCode } from '../shape.ts';
import { READABLE_MS } from './opens-unreadably.ts';

/** Why an order is not sent, by the setting that says so. */
const CAUSED_BY = {
  excludedLocations: ['at_excluded_location'],
  sendTestOrders: ['test_order'],
  customLines: ['custom_line_left_out'],
  keepUnshippable: ['gift_card_left_out', 'not_shipped_left_out', 'nothing_to_send'],
  waitMinutes: ['sent_at'],
} satisfies Partial<Record<keyof OrderSettings, OrderCode[]>>;
type Causing = keyof typeof CAUSED_BY;

/**
 * Gives a job to every order of the shop that waits or was left out by a setting which was changed: whether it is sent now the job says. One of
 * which a part was sent is left alone, and so is one that is too old for every app to read. To be called within the transaction that
 * saves.
 *
 * @param settings the shop's, as they are stored, before and after
 */
export async function takeUpCorrected(
  transaction: Prisma.TransactionClient,
  shop: ShopDomain,
  settings: { before: unknown; after: unknown },
  now: Date,
): Promise<void> {
  const [before, after] = [groupIn(settings.before, ORDERS), groupIn(settings.after, ORDERS)];
  const changed = (Object.keys(CAUSED_BY) as Causing[]).filter(
    (name) => !isDeepStrictEqual(before[name], after[name]),
  );
  const causes = changed.flatMap((name) => CAUSED_BY[name].map((code) => JSON.stringify([{ code }])));
  if (causes.length === 0) return;
  const since = new Date(now.getTime() - READABLE_MS);
  await transaction.$queryRaw`
    with taken as (
      select export.shop, export.order_id from order_export as export
      join shop on shop.domain = export.shop and shop.syncs_orders
      where export.shop = ${shop} and export.created_at > ${since} and export.exported_at is null
        and export.causes @> any(${causes}::jsonb[]) and not ${EXPORT_GIVEN_UP}
    )
    select ${ENQUEUE_RESOLUTIONS} from taken`;
}
