import { err, ok, type Result } from 'neverthrow';
import type { AdminClient } from '#app/gateways/shopify/admin-client.ts';
import { type ShopifyError, shopifyError } from '#app/gateways/shopify/errors.ts';
import { CARRIER_SERVICE_STATE, SHIPPING_MODE } from '#app/gateways/shopify/operations/delivery-profiles.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { CarrierServiceDependencies } from '../dependencies.ts';
import { readMarkets } from './read-markets.ts';
import { readZones } from './read-zones.ts';
import type { Attachment, AttachmentMode, CarrierServiceState, Spot } from './types.ts';

export type AttachmentDependencies = Pick<CarrierServiceDependencies, 'database' | 'adminClients'>;

/** Where the rates of a shop are attached, and what it would take to change that. */
export interface Survey {
  admin: AdminClient;
  attachment: Attachment;
  spots: Spot[];
}

/** What the app must hold to attach and detach. A write scope holds its read scope. */
const SCOPES: Record<AttachmentMode, readonly string[]> = {
  profiles: ['write_shipping'],
  markets: ['read_markets', 'write_markets'],
};
const READ_SCOPE: Record<AttachmentMode, string> = { profiles: 'read_shipping', markets: 'read_markets' };

/** Asks Shopify where the app's carrier service is attached. The places stay unread without the scope that opens them. */
export async function survey(
  { database, adminClients }: AttachmentDependencies,
  shop: ShopDomain,
): Promise<Result<Survey, ShopifyError>> {
  const row = await database.prisma.shop.findUnique({
    where: { domain: shop, uninstalledAt: null },
    select: { carrierServiceId: true },
  });
  if (!row) return err(shopifyError('shopify_not_installed'));
  const client = await adminClients.forShop(shop);
  if (client.isErr()) return err(client.error);
  const admin = client.value;
  const shipping = await admin.request(SHIPPING_MODE, {});
  if (shipping.isErr()) return err(shipping.error);
  const carrierService = await readCarrierService(admin, row.carrierServiceId);
  if (carrierService.isErr()) return err(carrierService.error);

  const { currencyCode: currency, features } = shipping.value.shop;
  const mode = features.marketDrivenShipping ? 'markets' : 'profiles';
  const held = new Set(shipping.value.currentAppInstallation.accessScopes.map(({ handle }) => handle));
  const holds = (scope: string) => held.has(scope) || held.has(scope.replace(/^read_/, 'write_'));
  const missingScopes = SCOPES[mode].filter((scope) => !holds(scope));
  const carrierServiceId = carrierService.value === 'missing' ? null : row.carrierServiceId;
  const spots = !holds(READ_SCOPE[mode])
    ? ok([])
    : mode === 'markets'
      ? await readMarkets(admin, { carrierServiceId, currency })
      : await readZones(admin, carrierServiceId);
  return spots.map((found) => {
    const canAct = missingScopes.length === 0 && found.some(({ place }) => isChangeable(place.state));
    const places = found.map(({ place }) => place);
    const isByHandOnly = !canAct;
    const attachment: Attachment = {
      mode,
      carrierService: carrierService.value,
      places,
      missingScopes,
      isByHandOnly,
    };
    return { admin, spots: found, attachment };
  });
}

function isChangeable(state: Spot['place']['state']): boolean {
  return state !== 'inherited' && state !== 'shipping_off';
}

async function readCarrierService(
  admin: AdminClient,
  id: string | null,
): Promise<Result<CarrierServiceState, ShopifyError>> {
  if (id === null) return ok('missing');
  const answer = await admin.request(CARRIER_SERVICE_STATE, { id });
  return answer.map(({ carrierService }) => {
    if (!carrierService) return 'missing';
    return carrierService.active ? 'registered' : 'inactive';
  });
}
