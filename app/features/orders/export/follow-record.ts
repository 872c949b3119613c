import { Prisma } from '#app/platform/database/generated/client.ts';
import { runSql } from '#app/platform/database/run-sql.ts';
import type { Addressee, LinePieces } from '../deliveries/types.ts';
import { noteStatement, type OrderNote } from '../order-notes.ts';
import type { ExportRun } from './export-run.ts';

type Row = Pick<ExportRun, 'database' | 'shop' | 'orderId'>;

/** Keeps whom a delivery is for and where it goes, as OneStock says by now; with the note about it, or neither. */
export async function keepAddressee(
  { database: { pool }, shop, orderId }: Row,
  number: number,
  addressee: Addressee,
  note: OrderNote | null,
): Promise<void> {
  const update = Prisma.sql`
    update order_delivery set addressee = ${JSON.stringify(addressee)}::jsonb
    where shop = ${shop} and order_id = ${orderId} and number = ${number}`;
  if (note === null) await runSql(pool, 'keep-addressee', update);
  else
    await runSql(
      pool,
      'change-addressee',
      Prisma.sql`with noted as (${noteStatement(shop, orderId, note)}) ${update}`,
    );
}

/** What counts as not asked for of a delivery, all of it. */
export interface KeptRemoval {
  number: number;
  removed: LinePieces[];
}

/** Keeps what OneStock sends no more of an order's deliveries; with the note about it, or neither. */
export async function keepRemovals(
  { database: { pool }, shop, orderId }: Row,
  removals: readonly KeptRemoval[],
  note: OrderNote,
): Promise<void> {
  await runSql(
    pool,
    'keep-removals',
    Prisma.sql`
      with noted as (${noteStatement(shop, orderId, note)})
      update order_delivery set removed = said.removed::json
      from (
        select (value ->> 'number')::int as number, value -> 'removed' as removed
        from jsonb_array_elements(${JSON.stringify(removals)}::jsonb)
      ) as said
      where shop = ${shop} and order_id = ${orderId} and order_delivery.number = said.number`,
  );
}
