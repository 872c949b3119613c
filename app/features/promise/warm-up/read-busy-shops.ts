import { Prisma } from '#app/platform/database/generated/client.ts';
import { runSql, type SqlClient } from '#app/platform/database/run-sql.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';

/** As many as are read in a fraction of a second. */
const MOST_SHOPS = 20;

/** The shops whose checkouts asked for rates in this hour or the last one, those that asked most first. */
export async function readBusyShops(pool: SqlClient, now: Date): Promise<ShopDomain[]> {
  const rows = await runSql<{ shop: ShopDomain }>(
    pool,
    'read-busy-shops',
    Prisma.sql`
      select shop from answered_hour where hour >= date_trunc('hour', ${now}::timestamptz, 'UTC') - interval '1 hour'
      group by shop order by sum(answers) desc, shop limit ${MOST_SHOPS}`,
  );
  return rows.map(({ shop }) => shop);
}
