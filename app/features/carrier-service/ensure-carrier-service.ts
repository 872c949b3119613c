import { err, ok, type Result } from 'neverthrow';
import type { CarrierServicesQuery } from '#app/gateways/shopify/admin.generated.ts';
import type { AdminClient } from '#app/gateways/shopify/admin-client.ts';
import {
  CARRIER_SERVICE_CREATE,
  CARRIER_SERVICE_DELETE,
  CARRIER_SERVICE_UPDATE,
  CARRIER_SERVICES,
} from '#app/gateways/shopify/operations/carrier-services.ts';
import { callbackPrefix, callbackUrl, callsForToken } from './callback-address.ts';
import type { RegistrationCause } from './shape.ts';

type ListedService = CarrierServicesQuery['carrierServices']['nodes'][number];

/** Why the service is not registered as it should be, and whether that may change by itself. */
export type RegistrationError = RegistrationCause & { retryable: boolean };

/** Which carrier service the shop should have. */
export interface WantedService {
  appUrl: string;
  /** The shop's secret path token. */
  token: string;
  /** The id that was kept when it was last registered. */
  storedId: string | null;
}

/**
 * Registers the app's carrier service, or brings the one that is there up to date, so that the shop has exactly one that
 * calls this app at its present address. Updating keeps the rate rows that a merchant hung on it; deleting drops them.
 *
 * @returns the id of the service
 */
export async function ensureCarrierService(
  admin: AdminClient,
  wanted: WantedService,
): Promise<Result<string, RegistrationError>> {
  const listed = await listServices(admin);
  if (listed.isErr()) return err(listed.error);
  const [kept, ...leftovers] = recogniseOurs(listed.value, wanted);
  if (!kept) return createService(admin, wanted);

  if (!isAsWanted(kept, wanted)) {
    const updated = await updateService(admin, kept.id, wanted);
    if (updated.isErr()) return err(updated.error);
  }
  for (const { id } of leftovers) {
    const deleted = await deleteService(admin, id);
    if (deleted.isErr()) return err(deleted.error);
  }
  return ok(kept.id);
}

/**
 * The services among `listed` that this app registered for this shop, the one to keep first: the stored one, else the oldest.
 * A service is ours when its id is the stored one, when it calls for our token, or when it calls our present address.
 */
function recogniseOurs(
  listed: readonly ListedService[],
  { appUrl, token, storedId }: WantedService,
): ListedService[] {
  const ours = listed.filter(({ id, callbackUrl: address }) => {
    if (id === storedId) return true;
    return address !== null && (callsForToken(address, token) || address.startsWith(callbackPrefix(appUrl)));
  });
  return ours.toSorted((a, b) => Number(b.id === storedId) - Number(a.id === storedId));
}

function isAsWanted(service: ListedService, { appUrl, token }: WantedService): boolean {
  const settings = settingsOf({ appUrl, token });
  return Object.entries(settings).every(([field, value]) => service[field as keyof ListedService] === value);
}

/** With service discovery Shopify can ask for our rates when a merchant adds them to a shipping zone. */
function settingsOf({ appUrl, token }: Pick<WantedService, 'appUrl' | 'token'>) {
  return {
    name: 'OneStock',
    callbackUrl: callbackUrl(appUrl, token),
    active: true,
    supportsServiceDiscovery: true,
  };
}

/** All pages, in the order of the ids: the oldest first. */
async function listServices(admin: AdminClient): Promise<Result<ListedService[], RegistrationError>> {
  const services: ListedService[] = [];
  let after: string | null = null;
  do {
    const answer: Awaited<ReturnType<typeof requestPage>> = await requestPage(admin, after);
    if (answer.isErr()) return err(answer.error);
    const { nodes, pageInfo } = answer.value.carrierServices;
    services.push(...nodes);
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  return ok(services);
}

function requestPage(admin: AdminClient, after: string | null) {
  return admin.request(CARRIER_SERVICES, { after });
}

async function createService(
  admin: AdminClient,
  wanted: WantedService,
): Promise<Result<string, RegistrationError>> {
  const answer = await admin.request(CARRIER_SERVICE_CREATE, { input: settingsOf(wanted) });
  if (answer.isErr()) return err(answer.error);
  const payload = answer.value.carrierServiceCreate;
  const id = payload?.carrierService?.id;
  return id ? ok(id) : err(registrationRefused(payload?.userErrors ?? []));
}

async function updateService(
  admin: AdminClient,
  id: string,
  wanted: WantedService,
): Promise<Result<void, RegistrationError>> {
  const answer = await admin.request(CARRIER_SERVICE_UPDATE, { input: { id, ...settingsOf(wanted) } });
  if (answer.isErr()) return err(answer.error);
  const refusals = answer.value.carrierServiceUpdate?.userErrors ?? [];
  return refusals.length === 0 ? ok() : err(registrationRefused(refusals));
}

async function deleteService(admin: AdminClient, id: string): Promise<Result<void, RegistrationError>> {
  const answer = await admin.request(CARRIER_SERVICE_DELETE, { id });
  if (answer.isErr()) return err(answer.error);
  const refusals = answer.value.carrierServiceDelete?.userErrors ?? [];
  return refusals.length === 0 ? ok() : err(refused('carrier_service_twice', refusals));
}

/**
 * The code of these errors is always the same, only the message tells why; the plan is the usual reason
 * (https://shopify.dev/docs/api/admin-graphql/latest/objects/DeliveryCarrierService).
 */
function registrationRefused(refusals: readonly { message: string }[]): RegistrationError {
  return refused('carrier_service_refused', refusals);
}

function refused(
  code: 'carrier_service_refused' | 'carrier_service_twice',
  refusals: readonly { message: string }[],
): RegistrationError {
  const said = refusals.map(({ message }) => message).join(' ');
  return { code, retryable: false, params: { said: said || '…' } };
}
