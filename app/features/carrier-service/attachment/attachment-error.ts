import type { ShopifyError } from '#app/gateways/shopify/errors.ts';
import type { CauseOf } from '#app/platform/cause.ts';
import type { ATTACHMENT_CODES } from './shape.ts';
import type { Attachment, AttachmentError } from './types.ts';

/** Shopify gave no answer about where the rates are. */
export function unreadable({ code, retryable }: ShopifyError): AttachmentError {
  return { code, retryable };
}

/** What stands in the way of attaching anywhere, or null. */
export function obstacleToAttaching(attachment: Attachment): AttachmentError | null {
  if (attachment.carrierService === 'missing') return obstacle({ code: 'carrier_service_missing' });
  if (attachment.carrierService === 'inactive') return obstacle({ code: 'carrier_service_inactive' });
  return obstacleToChanging(attachment);
}

/** What stands in the way of any change, or null. */
export function obstacleToChanging({ missingScopes }: Attachment): AttachmentError | null {
  if (missingScopes.length === 0) return null;
  return obstacle({ code: 'scope_missing', params: { scopes: missingScopes } });
}

function obstacle(cause: CauseOf<typeof ATTACHMENT_CODES>): AttachmentError {
  return { ...cause, retryable: false };
}
