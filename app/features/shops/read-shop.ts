import { sha256Hex } from '#app/platform/crypto/index.ts';
import { Prisma, type Shop as ShopRow } from '#app/platform/database/generated/client.ts';
import { runSql } from '#app/platform/database/run-sql.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { ShopsDependencies } from './dependencies.ts';
import type { Origin, Shop } from './types.ts';

type Source = Pick<ShopsDependencies, 'database' | 'checkoutChoices'>;

/** The shop, or null when it never installed the app or has uninstalled it. */
export async function readShop(dependencies: Source, domain: ShopDomain): Promise<Shop | null> {
  const [row] = await runSql<KnownShop>(
    dependencies.database.pool,
    'read-shop',
    Prisma.sql`select ${COLUMNS} from shop where domain = ${domain} and uninstalled_at is null`,
  );
  return row ? toShop(dependencies, row) : null;
}

/** The installed shop to whose carrier service the path token belongs, or null. Only the token's hash is searched by. */
export async function readShopByCarrierToken(dependencies: Source, token: string): Promise<Shop | null> {
  const [row] = await runSql<KnownShop>(
    dependencies.database.pool,
    'read-shop-by-carrier-token',
    Prisma.sql`select ${COLUMNS} from shop where carrier_token_hash = ${sha256Hex(token)} and uninstalled_at is null`,
  );
  return row ? toShop(dependencies, row) : null;
}

const COLUMNS = Prisma.sql`domain, name, currency, timezone, country, primary_locale as "primaryLocale", locales,
  installed_at as "installedAt", prepared_at as "preparedAt", carrier_service_id as "carrierServiceId",
  fingerprint_salt as "fingerprintSalt", settings, main_origin as "mainOrigin"`;

type KnownShop = Pick<
  ShopRow,
  | 'domain'
  | 'name'
  | 'currency'
  | 'timezone'
  | 'country'
  | 'primaryLocale'
  | 'locales'
  | 'installedAt'
  | 'preparedAt'
  | 'carrierServiceId'
  | 'fingerprintSalt'
  | 'settings'
  | 'mainOrigin'
>;

function toShop({ checkoutChoices }: Source, row: KnownShop): Shop {
  return {
    domain: row.domain as ShopDomain,
    name: row.name,
    currency: row.currency,
    timezone: row.timezone ?? 'UTC',
    country: row.country,
    primaryLocale: row.primaryLocale,
    locales: row.locales,
    installedAt: row.installedAt,
    preparedAt: row.preparedAt,
    carrierServiceId: row.carrierServiceId,
    fingerprintSalt: row.fingerprintSalt,
    ...checkoutChoices(row.settings),
    mainOrigin: row.mainOrigin as Origin | null,
  };
}
