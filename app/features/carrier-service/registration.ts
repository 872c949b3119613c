import { err, ok, type Result } from 'neverthrow';
import type { PreparationStep } from '#app/features/shops/index.ts';
import type { AdminClient } from '#app/gateways/shopify/admin-client.ts';
import type { Sealer } from '#app/platform/crypto/index.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { callbackUrl } from './callback-address.ts';
import { ensureCarrierService, type RegistrationError } from './ensure-carrier-service.ts';
import { openPathToken } from './path-token.ts';
import { CARRIER_SERVICE } from './shape.ts';

interface Registering {
  database: Pick<Database, 'prisma'>;
  sealer: Sealer;
  appUrl: string;
}

/** The registration of the carrier service, as a step of the preparation of a shop; see {@link ensureCarrierService}. */
export function registrationStep(registering: Registering): PreparationStep {
  return {
    subject: CARRIER_SERVICE,
    source: 'carrier_service',
    severity: 'critical',
    prepare: (admin, shop) => register(registering, admin, shop),
  };
}

async function register(
  { database: { prisma }, sealer, appUrl }: Registering,
  admin: AdminClient,
  domain: ShopDomain,
): Promise<Result<void, RegistrationError>> {
  const shop = await prisma.shop.findUnique({ where: { domain, uninstalledAt: null } });
  if (!shop) return ok();
  const token = openPathToken(sealer, domain, shop.carrierToken);
  const registered = await ensureCarrierService(admin, { appUrl, token, storedId: shop.carrierServiceId });
  if (registered.isErr()) return err(registered.error);
  await prisma.shop.updateMany({
    where: { domain },
    data: { carrierServiceId: registered.value, carrierCallbackUrl: callbackUrl(appUrl, token) },
  });
  return ok();
}
