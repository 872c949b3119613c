import type { Database } from '#app/platform/database/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';

/**
 * From one code to the next within the index that begins with shop and code: as many steps as the option has stores, however many rates
 * were shown.
 */
const SHOWN_UNDER_HANDLE = `
  with recursive step(value) as (
    (select code from shown_rate where shop = $1 order by code limit 1)
    union all
    select (select code from shown_rate where shop = $1 and code > step.value order by code limit 1)
    from step where step.value is not null
  )
  select true from step where split_part(value, ':', 1) = $2 limit 1`;

/** Whether a rate of the option with this handle was shown to a shopper in the 30 days for which that is kept. */
export async function wasShown({ pool }: Database, shop: ShopDomain, handle: string): Promise<boolean> {
  const { rowCount } = await pool.query(SHOWN_UNDER_HANDLE, [shop, handle]);
  return rowCount === 1;
}
