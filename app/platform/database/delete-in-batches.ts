import type pg from 'pg';

/** Small enough that no statement runs into its timeout, or holds many locks. */
const BATCH_SIZE = 5_000;

/**
 * Deletes every row of `table` for which `condition` holds, batch by batch, each a transaction of its own. Rows that another
 * has locked are left out. Stopped half-way, the next call goes on.
 *
 * @param table its name as SQL, never from outside
 * @param condition SQL over the table's columns, with the placeholders of `values`
 * @returns how many rows were deleted
 */
export async function deleteInBatches(
  pool: pg.Pool,
  table: string,
  condition: string,
  values: readonly unknown[],
): Promise<number> {
  const statement = `delete from ${table} where ctid in (
    select ctid from ${table} where ${condition} limit ${BATCH_SIZE} for update skip locked)`;
  let total = 0;
  for (;;) {
    const { rowCount } = await pool.query(statement, [...values]);
    total += rowCount ?? 0;
    if ((rowCount ?? 0) < BATCH_SIZE) return total;
  }
}
