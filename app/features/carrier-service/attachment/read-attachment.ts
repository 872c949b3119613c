import type { Result } from 'neverthrow';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { unreadable } from './attachment-error.ts';
import { type AttachmentDependencies, survey } from './survey.ts';
import type { Attachment, AttachmentError, AttachmentSummary } from './types.ts';

/**
 * Where shoppers are offered the app's rates, as Shopify tells it now. Registering a carrier service attaches it nowhere
 * (https://shopify.dev/changelog/carrier-services-will-no-longer-be-automatically-added-to-the-default-shipping-profile).
 * Asks Shopify several times, so no page should wait for it to paint.
 */
export async function readAttachment(
  dependencies: AttachmentDependencies,
  shop: ShopDomain,
): Promise<Result<Attachment, AttachmentError>> {
  const surveyed = await survey(dependencies, shop);
  return surveyed.map(({ attachment }) => attachment).mapErr(unreadable);
}

/** {@link readAttachment} in numbers: attached to so many of so many places. */
export async function checkAttachment(
  dependencies: AttachmentDependencies,
  shop: ShopDomain,
): Promise<Result<AttachmentSummary, AttachmentError>> {
  return (await readAttachment(dependencies, shop)).map(summaryOf);
}

function summaryOf({ mode, carrierService, places, missingScopes }: Attachment): AttachmentSummary {
  const counted = places.filter(({ state }) => state !== 'inherited');
  if (counted.length === 0 && missingScopes.length > 0) return { mode, carrierService, coverage: null };
  const hidingNewServices = counted.filter(({ state }) => state === 'attached_hiding_new_services').length;
  const attached = counted.filter(({ state }) => state === 'attached').length + hidingNewServices;
  return { mode, carrierService, coverage: { attached, hidingNewServices, total: counted.length } };
}
