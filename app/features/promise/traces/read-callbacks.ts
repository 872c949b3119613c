import type { Database } from '#app/platform/database/client.ts';
import { withinDays } from '#app/platform/database/days.ts';
import { Prisma } from '#app/platform/database/generated/client.ts';
import { type Page, readPage } from '#app/platform/database/read-page.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { type CallbackRow, SUMMARY_COLUMNS, TRACES, toSummary } from './callback-row.ts';
import { callbacksOfOrder } from './callbacks-of-order.ts';
import type { CallbackFilters, CallbackSummary } from './types.ts';

const RECEIVED_AT = Prisma.sql`callback.received_at`;

/** The shop's traced rate requests that the filters let through, newest first; see `readPage` for the cursor. */
export async function readCallbacks(
  { prisma }: Pick<Database, 'prisma'>,
  shop: ShopDomain,
  filters: CallbackFilters,
  cursor?: string,
): Promise<Page<CallbackSummary>> {
  const conditions = [
    Prisma.sql`callback.shop = ${shop}`,
    ...withinDays(RECEIVED_AT, shop, filters),
    ...conditionsOf(filters),
  ];
  if (filters.order) {
    const ids = await callbacksOfOrder({ prisma }, shop, filters.order);
    conditions.push(Prisma.sql`callback.id = any(${ids}::uuid[])`);
  }
  const list = {
    columns: SUMMARY_COLUMNS,
    from: TRACES,
    conditions,
    at: RECEIVED_AT,
    id: Prisma.sql`callback.id`,
  };
  const page = await readPage<CallbackRow>(prisma, list, cursor);
  return { ...page, items: page.items.map(toSummary) };
}

function conditionsOf({ rungs, option, country, reason, isFailed }: CallbackFilters): Prisma.Sql[] {
  const conditions: Prisma.Sql[] = [];
  if (rungs && rungs.length > 0) conditions.push(Prisma.sql`answer.rung = any(${[...rungs]})`);
  if (country) conditions.push(Prisma.sql`answer.country = ${country}`);
  if (isFailed) conditions.push(Prisma.sql`(answer.failure is not null or answer.status <> 200)`);
  // Containment is several times as fast as taking the decisions apart, so that it comes first.
  if (option) conditions.push(Prisma.sql`answer.options @> ${JSON.stringify([{ handle: option }])}::jsonb`);
  if (option && reason) conditions.push(decided(Prisma.sql`${isOption(option)} and ${isReason(reason)}`));
  else if (reason)
    conditions.push(Prisma.sql`(answer.failure->>'code' = ${reason} or ${decided(isReason(reason))})`);
  return conditions;
}

function decided(condition: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`exists (select from jsonb_array_elements(answer.options) as decision where ${condition})`;
}

function isOption(handle: string): Prisma.Sql {
  return Prisma.sql`decision->>'handle' = ${handle}`;
}

/** A fallback that was not shown either has two reasons, with a comma between them. */
function isReason(code: string): Prisma.Sql {
  return Prisma.sql`${code} = any(string_to_array(decision->>'reason', ', '))`;
}
