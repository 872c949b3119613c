import type { ShopDomain } from '../tenant.ts';
import { Prisma } from './generated/client.ts';

/** The days to look at, both included, in the shop's time zone, as `2026-11-21`. Left out: from the first, to the last. */
export interface Days {
  from?: string;
  to?: string;
}

/** The conditions under which `at` falls within the days, as the shop's own clock counts them. */
export function withinDays(at: Prisma.Sql, shop: ShopDomain, { from, to }: Days): Prisma.Sql[] {
  const zone = Prisma.sql`coalesce((select timezone from shop where domain = ${shop}), 'UTC')`;
  return [
    ...(from ? [Prisma.sql`${at} >= ${from}::date::timestamp at time zone ${zone}`] : []),
    ...(to ? [Prisma.sql`${at} < (${to}::date + 1)::timestamp at time zone ${zone}`] : []),
  ];
}
