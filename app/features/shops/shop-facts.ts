import { err, ok, type Result } from 'neverthrow';
import type { AdminClient } from '#app/gateways/shopify/admin-client.ts';
import type { ShopifyError } from '#app/gateways/shopify/errors.ts';
import { PRIMARY_LOCATION } from '#app/gateways/shopify/operations/locations.ts';
import { SHOP_FACTS } from '#app/gateways/shopify/operations/shop.ts';
import type { Database } from '#app/platform/database/client.ts';
import { Prisma } from '#app/platform/database/generated/client.ts';
import { notifyConfigurationChanged } from '#app/platform/database/listen.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { Origin } from './types.ts';

/** Reads from Shopify what the rates of the shop rest on, and keeps it: currency, zone, languages, main stock. */
export async function refreshShopFacts(
  admin: AdminClient,
  { prisma }: Database,
  domain: ShopDomain,
): Promise<Result<void, ShopifyError>> {
  const answer = await admin.request(SHOP_FACTS, {});
  if (answer.isErr()) return err(answer.error);
  const origin = await readMainOrigin(admin);
  if (origin.isErr()) return err(origin.error);

  const { shop, shopLocales } = answer.value;
  const primaryLocale = shopLocales.find(({ primary }) => primary)?.locale;
  await prisma.$transaction(async (transaction) => {
    await transaction.shop.updateMany({
      where: { domain },
      data: {
        shopifyId: shop.id,
        name: shop.name,
        currency: shop.currencyCode,
        timezone: shop.ianaTimezone,
        country: shop.shopAddress.countryCodeV2,
        locales: shopLocales.map(({ locale }) => locale),
        ...(primaryLocale && { primaryLocale }),
        mainOrigin: origin.value ? { ...origin.value } : Prisma.DbNull,
      },
    });
    await notifyConfigurationChanged(transaction, domain);
  });
  return ok();
}

async function readMainOrigin(admin: AdminClient): Promise<Result<Origin | null, ShopifyError>> {
  const answer = await admin.request(PRIMARY_LOCATION, {});
  return answer.map(({ location }) => {
    const { countryCode: country, zip, city } = location?.address ?? {};
    return country ? { country, zip: zip ?? null, city: city ?? null } : null;
  });
}
