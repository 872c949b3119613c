import type pg from 'pg';
import type { Prisma } from './generated/client.ts';

/** What runs plain SQL: the pool, or one of its connections. */
export type SqlClient = Pick<pg.Pool, 'query'>;

/**
 * Runs a statement that may be put together of parts, without the detour through Prisma: for what is done for every order.
 *
 * @param name of a statement whose text is always the same: each connection prepares it once
 */
export async function runSql<Row extends pg.QueryResultRow>(
  pool: SqlClient,
  name: string,
  { text, values }: Prisma.Sql,
): Promise<Row[]> {
  const { rows } = await pool.query<Row>({ name, text, values });
  return rows;
}
