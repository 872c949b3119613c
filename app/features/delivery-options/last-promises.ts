import type { Database } from '#app/platform/database/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';

/** How many of the shop's last rate requests are looked at. */
const MOST_REQUESTS = 1000;

/** The last promise of OneStock that shoppers saw of an option. */
export interface LastPromise {
  shownAt: Date;
  /** The delivery window; null where the promise was shown without dates. */
  minDate: Date | null;
  maxDate: Date | null;
}

const LAST_PROMISES = `
  select distinct on (handle) split_part(rate.code, ':', 1) as handle, asked.received_at, rate.min_date, rate.max_date
  from (
    select answer_id, max(received_at) as received_at
    from (select answer_id, received_at from callback where shop = $1 order by received_at desc limit ${MOST_REQUESTS}) last
    group by answer_id
  ) asked
  join shown_rate rate using (answer_id)
  where rate.shop = $1 and rate.promise is not null
  order by handle, asked.received_at desc, rate.number`;

/** By the options' handles, the last promise shown within the shop's last thousand traced rate requests. */
export async function readLastPromises(
  { pool }: Database,
  shop: ShopDomain,
): Promise<Record<string, LastPromise>> {
  const { rows } = await pool.query<{
    handle: string;
    received_at: Date;
    min_date: Date | null;
    max_date: Date | null;
  }>(LAST_PROMISES, [shop]);
  return Object.fromEntries(
    rows.map((row) => [
      row.handle,
      { shownAt: row.received_at, minDate: row.min_date, maxDate: row.max_date },
    ]),
  );
}
